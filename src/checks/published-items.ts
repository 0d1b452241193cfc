import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** An item as it was published before. */
export interface PublishedItem {
  id: string;
  url: string;
  date: Date;
}

const feed = z.object({
  next_url: z.string().optional(),
  items: z.array(
    z.object({ id: z.string(), url: z.string().optional(), date_published: z.string().optional() }),
  ),
});

/** The items of the JSON Feed of everything in an output folder, with those of its archives. */
export function publishedItems(out: string, siteUrl: string): PublishedItem[] {
  const items: PublishedItem[] = [];
  const seen = new Set<string>();
  let path: string | undefined = 'feed.json';
  while (path && !seen.has(path)) {
    seen.add(path);
    const page: z.infer<typeof feed> | undefined = read(join(out, path));
    for (const { id, url, date_published: date } of page?.items ?? []) {
      if (url && date) items.push({ id, url, date: new Date(date) });
    }
    path = page?.next_url?.startsWith(siteUrl) ? page.next_url.slice(siteUrl.length) : undefined;
  }
  return items;
}

/** Nothing where there is no such file, or it is none of ours. */
function read(file: string): z.infer<typeof feed> | undefined {
  try {
    return feed.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
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
