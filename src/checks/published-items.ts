import { publishedPages } from '../publish/published-pages.js';

/** An item as it was published before. */
export interface PublishedItem {
  id: string;
  url: string;
  date: Date;
}

/** The items of the JSON Feed of everything in an output folder, with those of its archives. */
export function publishedItems(out: string, siteUrl: string): PublishedItem[] {
  const items: PublishedItem[] = [];
  for (const page of publishedPages(out, siteUrl, 'feed.json')) {
    for (const { id, url, date_published: date } of page.items) {
      if (url && date) items.push({ id, url, date: new Date(date) });
    }
  }
  return items;
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
