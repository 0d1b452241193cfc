import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Feed } from '../feeds/feed.js';
import { checkPodcast } from '../feeds/podcasts/check-podcast.js';
import type { Items } from '../formats/items.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { realPath } from '../platform/real-path.js';
import type { Site } from '../site/site.js';
import type { SiteContent } from './content.js';

/** What directories would object to in the podcasts of a site, and recordings that no article names (FW097). */
export function podcastProblems(
  content: SiteContent,
  items: Items,
  site: Site,
  files: FileTracker,
): Diagnostic[] {
  const found = content.feeds.flatMap((feed) => problemsOf(feed, items, site, files));
  return site.podcast.length > 0 ? [...found, ...withoutArticle(content, site)] : found;
}

function problemsOf(feed: Feed, items: Items, site: Site, files: FileTracker): Diagnostic[] {
  const { podcast, articles, limit, content } = feed;
  if (!podcast) return [];
  const sizes = articles.slice(0, limit).map((article) => items.sizeOf(article, content));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return checkPodcast(feed, podcast, bytes, { ...site, files });
}

/** FW097 for each of these recordings that no article names or shows. */
function withoutArticle(
  { bodies, recordings }: SiteContent,
  { articles: folder, conventions }: Site,
): Diagnostic[] {
  if (!conventions.isOwn) return [];
  const used = new Set(
    [...bodies.articles.flatMap(({ assets }) => assets), ...bodies.assets].map(({ file }) => file),
  );
  const top = realPath(folder) ?? folder;
  return recordings
    .filter((path) => !used.has(join(top, path)))
    .map((file) => diagnose('FW097', { file, message: 'No article that is published has this recording.' }));
}
