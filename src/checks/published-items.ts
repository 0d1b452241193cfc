import { isMainFeed } from '../feeds/feed.js';
import { readManifest } from '../publish/manifest.js';
import { publishedPages } from '../publish/published-pages.js';

/** An item as it was published before. */
export interface PublishedItem {
  id: string;
  url: string;
  date: Date;
}

/** The items of the main feed in an output folder, and of those of other languages, with those of their archives. */
export function publishedItems(out: string, siteUrl: string): PublishedItem[] {
  const feeds = readManifest(out).feeds.filter(isMainFeed);
  return feeds
    .flatMap(({ path }) => [...publishedPages(out, siteUrl, `${path}feed.json`)])
    .flatMap(({ items }) =>
      items.flatMap(({ id, url, date_published: date }) =>
        url && date ? [{ id, url, date: new Date(date) }] : [],
      ),
    );
}

/**
 * The items of a feed that is live, with those of its archives.
 *
 * @param from file or address of RSS, Atom or JSON Feed
 * @throws UsageError where it cannot be read
 */
export async function liveItems(from: string, cwd: string): Promise<PublishedItem[]> {
  const { documentsOf } = await import('../import/import-articles.js');
  const items: PublishedItem[] = [];
  for await (const document of documentsOf({ from, cwd })) {
    for (const { id, url, date } of document.items) {
      const published = new Date(date ?? '');
      if (id && url && !Number.isNaN(published.getTime())) items.push({ id, url, date: published });
    }
  }
  return items;
}
