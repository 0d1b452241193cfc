import type { Feed, FeedIdentity } from './feed.js';

/** What a site remembers of its feeds. */
export interface RememberedFeeds {
  /** Address at which the site was first published. */
  site?: string | undefined;
  feeds: readonly FeedIdentity[];
}

/** A feed that has no id yet. */
export type UnsettledFeed = Omit<Feed, 'id' | 'first'>;

/**
 * Gives feeds the ids that they were first published with (RFC 4287, 4.2.6), and the folders that lead to them: those that
 * settings name, and those that were remembered. Every folder is that of one feed, or leads to one.
 *
 * @param siteUrl address of the site, ending in `/`
 */
export function settleFeeds(
  feeds: readonly UnsettledFeed[],
  { site: firstUrl, feeds: known }: RememberedFeeds,
  siteUrl: string,
): Feed[] {
  const remembered = new Map(known.map((feed) => [feed.path, feed]));
  const taken = new Set(feeds.map(({ path }) => path));
  const settled = feeds.map((feed) => {
    const all = [feed.path, ...feed.former].flatMap((path) => [
      path,
      ...(remembered.get(path)?.former ?? []),
    ]);
    const former = [...new Set(all)].filter((path) => !taken.has(path));
    for (const path of former) taken.add(path);
    // The main feed was always there, and what goes on in it takes its id.
    const before = [feed.path, ...former].find((path) => path === '' || remembered.has(path)) ?? feed.path;
    return { feed, former, first: remembered.get(before)?.first ?? before };
  });
  const moved = new Set(settled.filter(({ feed, first }) => first !== feed.path).map(({ first }) => first));
  return settled.map(({ feed, former, first }) => {
    const isMoved = first !== feed.path;
    // A name that is used again, after its feed went on under another one.
    const again = !isMoved && moved.has(first) ? '#again' : '';
    return {
      ...feed,
      former,
      id: (firstUrl ?? siteUrl) + first + again,
      ...(isMoved ? { first } : {}),
    };
  });
}
