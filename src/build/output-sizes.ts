import type { Feed, FeedKind } from '../feeds/feed.js';
import { placeOfDocument } from '../formats/feed-part.js';
import { feedFormats } from '../formats/formats.js';
import { pageFile } from '../platform/page-file.js';
import type { PublishedFile } from '../publish/destination.js';
import type { BuildReport } from './report.js';

/** What a share of the published files is for, and how many bytes these have together. */
export interface OutputSize {
  what: string;
  bytes: number;
}

const feedNames: Readonly<Record<FeedKind, string>> = {
  all: 'main feed',
  language: 'language feeds',
  section: 'section feeds',
  tag: 'tag feeds',
  author: 'author feeds',
  collection: 'collection feeds',
  podcast: 'podcasts',
};

/** Whether a file is a document of a feed. */
export function isFeedDocument({ mediaType }: PublishedFile): boolean {
  return feedFormats.some((format) => format.mediaType === mediaType);
}

/** Whether a file is a page. */
export function isPage({ mediaType }: PublishedFile): boolean {
  return mediaType === 'text/html';
}

/** What the published files are for, the largest share first. */
export function outputSizes({ site, files, feeds, articles }: BuildReport): OutputSize[] {
  const byFolder = new Map(feeds.flatMap((feed) => [feed.path, ...feed.former].map((path) => [path, feed])));
  const ofArticles = new Set<unknown>((site.pages ? articles : []).map(({ path }) => pageFile(path)));
  const sizes = new Map<string, number>();
  for (const file of files) {
    const page = ofArticles.has(file.path) ? 'article pages' : 'other pages';
    const other = isPage(file) ? page : 'other files';
    const what = isFeedDocument(file) ? nameOf(file.path, byFolder) : other;
    sizes.set(what, (sizes.get(what) ?? 0) + file.bytes);
  }
  return [...sizes].map(([what, bytes]) => ({ what, bytes })).sort((a, b) => b.bytes - a.bytes);
}

function nameOf(path: string, byFolder: ReadonlyMap<string, Feed>): string {
  const { folder, isArchive } = placeOfDocument(path);
  const name = feedNames[byFolder.get(folder)?.kind ?? 'all'];
  return isArchive ? `archives of the ${name}` : name;
}
