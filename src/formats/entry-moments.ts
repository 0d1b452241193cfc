import { crc32 } from 'node:zlib';
import { type PublishedArticle, publishedAt, updatedAt } from '../articles/article.js';
import type { Timestamp } from '../language/timestamp.js';

/**
 * The moment of an entry's last change (RFC 4287, 4.2.15): that of its publication where nobody wrote one, with seconds and
 * parts of a second that are made of the id where the publication has none. Articles of one day would otherwise have
 * changed at the same moment, and a program that goes by that could not tell them apart; validators warn of such entries.
 */
export function changedAt(article: PublishedArticle): Timestamp {
  const written = updatedAt(article);
  if (written) return written;
  const { date, offset } = publishedAt(article);
  const time = date.getTime();
  const unwritten = time % 60_000 === 0 ? 60_000 : time % 1000 === 0 ? 1000 : 1;
  return { date: new Date(time + (crc32(article.id) % unwritten)), offset };
}

/** The newest of these moments, which is that of the feed; none where there are no entries. */
export function newestEntry(articles: readonly PublishedArticle[]): Timestamp | undefined {
  let newest: Timestamp | undefined;
  for (const article of articles) {
    const changed = changedAt(article);
    if (!newest || changed.date > newest.date) newest = changed;
  }
  return newest;
}
