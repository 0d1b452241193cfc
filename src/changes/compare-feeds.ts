import { createHash } from 'node:crypto';
import { readManifest } from '../publish/manifest.js';
import { publishedPages } from '../publish/published-pages.js';

/** An item, as far as people need it to know which one it is. */
export interface ItemName {
  id: string;
  title: string;
  url: string;
}

/** How a feed differs between two folders. */
export interface FeedDifference {
  /** Folder of the feed below the site's address: empty for the feed of everything. */
  path: string;
  title: string;
  /** Whether the feed itself is there only now, or was there only before. */
  feed: 'new' | 'gone' | 'stays';
  /** Items by what became of them, in the order of the feed. */
  added: ItemName[];
  changed: ItemName[];
  removed: ItemName[];
}

interface ReadFeed {
  title: string;
  items: Map<string, ItemName & { hash: string }>;
}

/**
 * Compares what two builds of a site published: which items of which feeds are new, say something else, or are gone
 * from the feed and its archive.
 *
 * @param before folder that one build published into
 * @param after folder that the other did
 * @param siteUrl address of the site, which leads from a feed to its archive
 * @returns the feeds that differ, in the order of their folders
 */
export function compareFeeds(before: string, after: string, siteUrl: string): FeedDifference[] {
  const paths = [before, after].flatMap((folder) => readManifest(folder).feeds.map(({ path }) => path));
  return [...new Set(paths)].sort().flatMap((path) => {
    const difference = compare(path, readFeed(before, path, siteUrl), readFeed(after, path, siteUrl));
    const { feed, added, changed, removed } = difference;
    return feed !== 'stays' || added.length + changed.length + removed.length > 0 ? [difference] : [];
  });
}

function compare(path: string, old: ReadFeed | undefined, now: ReadFeed | undefined): FeedDifference {
  const nameOf = ({ id, title, url }: ItemName): ItemName => ({ id, title, url });
  const [oldItems, items] = [old?.items, now?.items].map((map) => [...(map?.values() ?? [])]);
  const hashes = (id: string) => old?.items.get(id)?.hash;
  return {
    path,
    title: now?.title ?? old?.title ?? '',
    feed: old ? (now ? 'stays' : 'gone') : 'new',
    added: (items ?? []).filter(({ id }) => hashes(id) === undefined).map(nameOf),
    changed: (items ?? []).filter(({ id, hash }) => ![undefined, hash].includes(hashes(id))).map(nameOf),
    removed: (oldItems ?? []).filter(({ id }) => !now?.items.has(id)).map(nameOf),
  };
}

function readFeed(folder: string, path: string, siteUrl: string): ReadFeed | undefined {
  const [head, ...archive] = publishedPages(folder, siteUrl, `${path}feed.json`);
  if (!head) return undefined;
  const items: ReadFeed['items'] = new Map();
  for (const item of [head, ...archive].flatMap((page) => page.items)) {
    const { id, title = '', url = '' } = item;
    const hash = createHash('sha256').update(JSON.stringify(item)).digest('base64');
    items.set(id, { id, title, url, hash });
  }
  return { title: head.title, items };
}
