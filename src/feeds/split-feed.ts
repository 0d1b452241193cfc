import type { PublishedArticle } from '../articles/article.js';

/** A feed cut into the document that people subscribe to and the archive documents behind it. */
export interface SplitFeed {
  /** Newest first. */
  head: readonly PublishedArticle[];
  /**
   * The archive, oldest document first; inside of each, newest article first. Where the newest of them is full, an
   * empty one follows it, so that the full one already links to its successor and never changes again.
   */
  archives: readonly (readonly PublishedArticle[])[];
  /** How many articles were put into the archive although the limit would have let them into the head. */
  overflowed: number;
}

/** Limits of a document. */
export interface DocumentLimits {
  /** The most items. */
  items: number;
  /** The most bytes of items; one item that is larger stands alone. */
  bytes: number;
}

/**
 * Splits a feed as RFC 5005, section 4 describes: the newest articles in the head, all others in archive documents
 * that are filled from the oldest. Every article is in exactly one document. Adding one article changes the head and
 * the newest archive, and nothing else.
 *
 * @param articles newest first
 * @param limits of each document
 * @param bytesOf the most bytes that an article takes in any format
 */
export function splitFeed(
  articles: readonly PublishedArticle[],
  limits: DocumentLimits,
  bytesOf: (article: PublishedArticle) => number,
): SplitFeed {
  const head = fill(articles, limits, bytesOf);
  const overflowed = Math.min(limits.items, articles.length) - head.length;
  const older = articles.slice(head.length).reverse();
  const archives: PublishedArticle[][] = [];
  let rest = older;
  while (rest.length > 0) {
    const page = fill(rest, limits, bytesOf);
    archives.push([...page].reverse());
    rest = rest.slice(page.length);
    if (rest.length === 0 && page.length === limits.items) archives.push([]);
  }
  return { head, archives, overflowed };
}

/** As many articles from the start of a list as one document holds; at least one. */
function fill(
  articles: readonly PublishedArticle[],
  limits: DocumentLimits,
  bytesOf: (article: PublishedArticle) => number,
): PublishedArticle[] {
  const page: PublishedArticle[] = [];
  let bytes = 0;
  for (const article of articles) {
    if (page.length === limits.items) break;
    bytes += bytesOf(article);
    if (page.length > 0 && bytes > limits.bytes) break;
    page.push(article);
  }
  return page;
}
