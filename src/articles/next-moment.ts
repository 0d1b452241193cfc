import type { Article } from './article.js';

/**
 * The first moment after this one that an article names, at which it may come or go.
 *
 * @param others further moments of that kind, in milliseconds
 * @returns nothing where the clock will never choose other articles
 */
export function nextMoment(
  articles: readonly Article[],
  now: Date,
  others: readonly number[] = [],
): Date | undefined {
  const after = now.getTime();
  let next = Number.POSITIVE_INFINITY;
  const look = (moment: Date | undefined) => {
    const at = moment ? moment.getTime() : after;
    if (at > after && at < next) next = at;
  };
  for (const { date, publishFrom, expires } of articles) {
    look(date);
    look(publishFrom);
    look(expires);
  }
  for (const moment of others) look(new Date(moment));
  return Number.isFinite(next) ? new Date(next) : undefined;
}
