import { wallTimeAt } from '../../language/zoned-time.js';
import type { PublishedArticle } from '../article.js';

/**
 * Articles by the year, or the month (1 to 12), of their date in a time zone; in the order in which they come.
 */
export function groupByDate(
  articles: readonly PublishedArticle[],
  unit: 'year' | 'month',
  timezone: string,
): Map<number, PublishedArticle[]> {
  const groups = new Map<number, PublishedArticle[]>();
  for (const article of articles) {
    const key = wallTimeAt(article.date, timezone)[unit];
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  }
  return groups;
}
