import type { PublishedArticle } from '../articles/article.js';

/** A feed cut into the document that people subscribe to and the archive documents behind it. */
export interface SplitFeed {
  /** Newest first. */
  head: readonly PublishedArticle[];
  /** The archive documents, oldest first; inside of each, newest article first. */
  archives: readonly (readonly PublishedArticle[])[];
  /** How many articles the limit would have let into the head, but their size did not. */
  overflowed: number;
}

/** Limits of a document. */
export interface DocumentLimits {
  /** Maximum number of items; in a feed with archives the head has this many before one comes to be. */
  items: number;
  /** The most bytes of items; one item that is larger stands alone. */
  bytes: number;
}

type SizeOf = (article: PublishedArticle) => number;

/**
 * Splits a feed. Without archives it is the newest articles. With them it is as RFC 5005, section 4 describes: every
 * article is in exactly one document, and an archive document does not change as newer articles come, since it is made once
 * it is full. What is in none yet is in the head: at least `limits.items`, and less than twice as many.
 *
 * @param articles newest first
 * @param limits of each document
 * @param sizeOf the most bytes that an article takes in any format
 * @param hasArchives whether older articles are in archive documents; otherwise they are in no document
 */
export function splitFeed(
  articles: readonly PublishedArticle[],
  limits: DocumentLimits,
  sizeOf: SizeOf,
  hasArchives: boolean,
): SplitFeed {
  const split = hasArchives ? withArchives(articles, limits, sizeOf) : newest(articles, limits, sizeOf);
  return { ...split, overflowed: Math.max(0, Math.min(limits.items, articles.length) - split.head.length) };
}

type Split = Omit<SplitFeed, 'overflowed'>;

function newest(articles: readonly PublishedArticle[], limits: DocumentLimits, sizeOf: SizeOf): Split {
  return { head: fill(articles, 0, limits, sizeOf).items, archives: [] };
}

function withArchives(articles: readonly PublishedArticle[], limits: DocumentLimits, sizeOf: SizeOf): Split {
  // Two of half the size make one head.
  const half = { ...limits, bytes: limits.bytes / 2 };
  const oldestFirst = articles.toReversed();
  const pages: Page[] = [];
  for (let from = 0; from < oldestFirst.length; ) {
    const page = fill(oldestFirst, from, half, sizeOf);
    pages.push(page);
    from += page.items.length;
  }
  const head: Page[] = pages.at(-1)?.isFull === false ? pages.splice(-1) : [];
  const sum = (what: (page: Page) => number) => head.reduce((total, page) => total + what(page), 0);
  for (let page = pages.at(-1); page; page = pages.at(-1)) {
    const isEnough = sum(({ items }) => items.length) >= limits.items;
    const fits = sum(({ bytes }) => bytes) + page.bytes <= limits.bytes;
    if (head.length > 0 && (isEnough || !fits)) break;
    head.unshift(page);
    pages.pop();
  }
  return {
    head: head.flatMap(({ items }) => items).reverse(),
    archives: pages.map(({ items }) => items.toReversed()),
  };
}

/** Articles of one document. */
interface Page {
  items: PublishedArticle[];
  bytes: number;
  /** No further article has a place in it, whatever its size: it is full, or the next one was too large. */
  isFull: boolean;
}

/** As many articles from a place in a list on as one document holds; at least one. */
function fill(
  articles: readonly PublishedArticle[],
  from: number,
  limits: DocumentLimits,
  sizeOf: SizeOf,
): Page {
  const page: Page = { items: [], bytes: 0, isFull: false };
  for (let index = from; index < articles.length && !page.isFull; index += 1) {
    const article = articles[index];
    if (!article) break;
    const bytes = sizeOf(article);
    page.isFull = page.items.length > 0 && page.bytes + bytes > limits.bytes;
    if (page.isFull) break;
    page.items.push(article);
    page.bytes += bytes;
    page.isFull = page.items.length === limits.items;
  }
  return page;
}
