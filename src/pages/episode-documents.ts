import { readFileSync } from 'node:fs';
import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';
import { artworkName } from '../feeds/podcasts/podcast.js';
import { decodePath } from '../platform/decode-path.js';
import { ownPath } from '../platform/output-path.js';
import { type Document, textDocument } from '../publish/document.js';

/** The chapters of an episode (Podcasting 2.0, "JSON Chapters", version 1.2); nothing where it has none. */
export function chaptersDocument(article: PublishedArticle, siteUrl: string): Document | undefined {
  const { episode } = article;
  if (!episode?.chapters) return undefined;
  const { url, list } = episode.chapters;
  const chapters = list.map(({ start, title, url: page }) => ({
    startTime: start,
    title,
    ...(page ? { url: page } : {}),
  }));
  const text = `${JSON.stringify({ version: '1.2.0', chapters }, null, 1)}\n`;
  return textDocument(ownPath(decodePath(url.slice(siteUrl.length))), 'application/json+chapters', text);
}

/** The artwork of a podcast, where it is a file of the site. */
export function artworkDocument({ path, podcast }: Feed): Document | undefined {
  const { artwork } = podcast ?? {};
  if (!artwork || !('file' in artwork)) return undefined;
  const { file, type } = artwork;
  return { path: ownPath(path + artworkName(type)), mediaType: type, content: () => [readFileSync(file)] };
}
