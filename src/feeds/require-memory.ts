import { getHeapStatistics } from 'node:v8';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Feed } from './feed.js';

/** Documents of a feed, one a format; and how much more than its text an article takes, measured on large sites. */
const formats = 3;
const factor = 2.5;

/**
 * Refuses a site whose documents would not fit into the memory of the process, before it ends without a word.
 *
 * @param feeds planned, with their articles
 * @param limit bytes that the process may use; tests give their own
 * @throws UsageError with what to do
 */
export function requireMemory(
  feeds: readonly Feed[],
  limit: number = getHeapStatistics().heap_size_limit,
): void {
  const texts = feeds.reduce((sum, feed) => {
    const shown = feed.archives ? feed.articles : feed.articles.slice(0, feed.limit);
    const perArticle = (total: number, { body }: (typeof shown)[number]) => total + body.bytes;
    return sum + (feed.content === 'full' ? shown.reduce(perArticle, 0) : 0);
  }, 0);
  const wanted = texts * formats * factor;
  if (wanted <= limit) return;
  const [gigabytes, megabytes] = [(wanted / 1e9).toFixed(1), Math.ceil((wanted * 1.2) / 1e6)];
  throw new UsageError([
    {
      message: `The feeds of this site take about ${gigabytes} GB of memory, more than Node may use here.`,
      hint: `Set NODE_OPTIONS=--max-old-space-size=${megabytes}, or archives: false, content: summary, or fewer kinds of feeds.`,
    },
  ]);
}
