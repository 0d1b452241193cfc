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
  /** Maximum number of items. */
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
 * @param sizes the most bytes that an article takes in any format, in the head and in archive documents; where there is
 *   no archive, older articles are in no document
 */
export function splitFeed(
  articles: readonly PublishedArticle[],
  limits: DocumentLimits,
  sizes: { head: SizeOf; archives: SizeOf | undefined },
): SplitFeed {
  const head = fill(articles, limits, sizes.head);
  const overflowed = Math.min(limits.items, articles.length) - head.length;
  const archives: PublishedArticle[][] = [];
  if (!sizes.archives) return { head, archives, overflowed };
  const older = articles.slice(head.length).reverse();
  for (let from = 0; from < older.length; ) {
    const page = fill(older, limits, sizes.archives, from);
    from += page.length;
    archives.push(page.reverse());
    if (from === older.length && page.length === limits.items) archives.push([]);
  }
  return { head, archives, overflowed };
}

type SizeOf = (article: PublishedArticle) => number;

/** As many articles from a place in a list on as one document holds; at least one. */
function fill(
  articles: readonly PublishedArticle[],
  limits: DocumentLimits,
  sizeOf: SizeOf,
  from = 0,
): PublishedArticle[] {
  const page: PublishedArticle[] = [];
  let bytes = 0;
  for (let index = from; index < articles.length && page.length < limits.items; index += 1) {
    const article = articles[index];
    if (!article) break;
    bytes += sizeOf(article);
    if (page.length > 0 && bytes > limits.bytes) break;
    page.push(article);
  }
  return page;
}
