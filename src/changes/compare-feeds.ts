import { createHash } from 'node:crypto';
import { isMainFeed } from '../feeds/feed.js';
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

/** An item, and what tells what it says from anything else. */
interface ReadItem extends ItemName {
  date: string;
  isWhole: boolean;
  /** Of all of it, and of what it says beside its text. */
  hashes: { all: string; withoutText: string };
}

interface ReadFeed {
  title: string;
  /** Newest first. */
  items: Map<string, ReadItem>;
  /** When the last of them was published. */
  oldest: string;
}

/** The feeds that have all articles between them: the main one and those of languages. */
interface ReadSite {
  feeds: Map<string, ReadFeed>;
  ids: Set<string>;
}

interface FeedOfSite {
  feed: ReadFeed | undefined;
  site: ReadSite;
}

/**
 * Compares what two builds of a site published: which items of which feeds are new, say something else, or are gone
 * from the feed and its archive. An item that is shorter in an archive than it was before is the same, and one for which a
 * feed without archives has no room any more is not gone.
 *
 * @param before folder that one build published into
 * @param after folder that the other did
 * @param siteUrl address of the site, which leads from a feed to its archive
 * @returns the feeds that differ, in the order of their folders
 */
export function compareFeeds(before: string, after: string, siteUrl: string): FeedDifference[] {
  const siteBefore = readSite(before, siteUrl);
  const siteAfter = readSite(after, siteUrl);
  const paths = [before, after].flatMap((folder) => readManifest(folder).feeds.map(({ path }) => path));
  return [...new Set(paths)].sort().flatMap((path) => {
    const old = siteBefore.feeds.get(path) ?? readFeed(before, path, siteUrl);
    const now = siteAfter.feeds.get(path) ?? readFeed(after, path, siteUrl);
    const difference = compare(path, { feed: old, site: siteBefore }, { feed: now, site: siteAfter });
    const { feed, added, changed, removed } = difference;
    return feed !== 'stays' || added.length + changed.length + removed.length > 0 ? [difference] : [];
  });
}

function compare(
  path: string,
  { feed: old, site: siteBefore }: FeedOfSite,
  { feed: now, site: siteAfter }: FeedOfSite,
): FeedDifference {
  const nameOf = ({ id, title, url }: ItemName): ItemName => ({ id, title, url });
  const [oldItems, items] = [old?.items, now?.items].map((map) => [...(map?.values() ?? [])]);
  const before = (id: string) => old?.items.get(id);
  return {
    path,
    title: now?.title ?? old?.title ?? '',
    feed: old ? (now ? 'stays' : 'gone') : 'new',
    added: (items ?? [])
      .filter((item) => !before(item.id) && !isBeyond(item, old, siteBefore, now))
      .map(nameOf),
    changed: (items ?? []).filter((item) => isChanged(before(item.id), item)).map(nameOf),
    removed: (oldItems ?? [])
      .filter((item) => !now?.items.has(item.id) && !isBeyond(item, now, siteAfter, old))
      .map(nameOf),
  };
}

/**
 * Whether an item that a feed lacks is older than all that it has room for: the article is on the site, and the feed has
 * as many items as the one that has it.
 */
function isBeyond(
  { id, date }: ReadItem,
  feed: ReadFeed | undefined,
  site: ReadSite,
  other: ReadFeed | undefined,
): boolean {
  if (!feed || !other || !site.ids.has(id) || feed.items.size < other.items.size) return false;
  return Date.parse(date) <= Date.parse(feed.oldest);
}

function isChanged(before: ReadItem | undefined, now: ReadItem): boolean {
  if (!before) return false;
  const what = before.isWhole === now.isWhole ? 'all' : 'withoutText';
  return before.hashes[what] !== now.hashes[what];
}

function readSite(folder: string, siteUrl: string): ReadSite {
  const feeds = new Map<string, ReadFeed>();
  const all = readManifest(folder).feeds.filter(isMainFeed);
  for (const { path } of all) {
    const feed = readFeed(folder, path, siteUrl);
    if (feed) feeds.set(path, feed);
  }
  return { feeds, ids: new Set([...feeds.values()].flatMap(({ items }) => [...items.keys()])) };
}

function readFeed(folder: string, path: string, siteUrl: string): ReadFeed | undefined {
  const [head, ...archive] = publishedPages(folder, siteUrl, `${path}feed.json`);
  if (!head) return undefined;
  const items: ReadFeed['items'] = new Map();
  let oldest = '';
  for (const item of [head, ...archive].flatMap((page) => page.items)) {
    const { id, title = '', url = '', date_published: date = '' } = item;
    const { content_html: html, content_text: _, summary: __, ...rest } = item;
    const hashes = { all: hashOf(item), withoutText: hashOf(rest) };
    items.set(id, { id, title, url, date, isWhole: html !== undefined, hashes });
    oldest = date;
  }
  return { title: head.title, items, oldest };
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
