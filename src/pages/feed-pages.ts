import type { Feed } from '../feeds/feed.js';
import { type FeedPart, olderPath } from '../formats/feed-part.js';

/** How many headlines a page of older articles has. */
const mostHeadlines = 200;

/** How many episodes of a podcast, whose feed holds all of them, its page shows with summaries. */
const mostEpisodes = 50;

/** What one page of a feed lists. */
export interface FeedPagePart extends FeedPart {
  /** How many of its articles, from the newest on, are shown with their summaries; the others are headlines. */
  shown: number;
}

/**
 * The pages of a feed, the newest first. Every article of it is on one of them: where the feed has archives, each of
 * their documents has a page of headlines; otherwise the articles that are in none of its documents are headlines, on pages
 * that do not change as newer articles come, and, as many as do not fill one, on the page of the feed itself.
 */
export function feedPages(feed: Feed, parts: readonly FeedPart[]): FeedPagePart[] {
  const [head] = parts;
  if (!head) return [];
  if (feed.archives) {
    // An archive document without articles is there for feeds only.
    const filled = parts.filter(({ articles }, index) => index === 0 || articles.length > 0);
    return filled.map((part, index) => ({ ...part, shown: index === 0 ? part.articles.length : 0 }));
  }
  const shown = Math.min(head.articles.length, feed.podcast ? mostEpisodes : head.articles.length);
  const rest = feed.articles.slice(shown);
  const full = Math.floor(rest.length / mostHeadlines);
  const first = rest.length - full * mostHeadlines;
  const pages: FeedPagePart[] = [
    {
      ...{ path: feed.path, articles: [...head.articles.slice(0, shown), ...rest.slice(0, first)], shown },
      ...(full > 0 ? { older: olderPath(feed, full) } : {}),
    },
  ];
  for (let number = full; number > 0; number -= 1) {
    const from = first + (full - number) * mostHeadlines;
    pages.push({
      path: olderPath(feed, number),
      articles: rest.slice(from, from + mostHeadlines),
      shown: 0,
      ...(number > 1 ? { older: olderPath(feed, number - 1) } : {}),
      newer: number < full ? olderPath(feed, number + 1) : feed.path,
    });
  }
  return pages;
}
