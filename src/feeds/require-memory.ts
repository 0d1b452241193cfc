import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import type { PublishedArticle } from '../articles/article.js';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Feed } from './feed.js';

/** What an article takes in the heap of the process, in bytes, measured on large sites. */
const inHeap = 5500;
/** How many times its text an article takes outside of the heap: once in each of three formats, and as a body. */
const asItems = 5;
const asPage = 2;

/**
 * Refuses a site whose articles would not fit into the heap of the process, before it ends without a word.
 *
 * @param articles how many files there are
 * @param limit bytes that the heap may have; tests give their own
 * @throws UsageError with what to do
 */
export function requireHeap(articles: number, limit: number = getHeapStatistics().heap_size_limit): void {
  const wanted = articles * inHeap;
  if (wanted <= limit) return;
  throw new UsageError([
    {
      message: `${articles} articles take about ${gigabytes(wanted)} GB of memory, more than Node may use here.`,
      hint: `Set NODE_OPTIONS=--max-old-space-size=${Math.ceil((wanted * 1.2) / 1e6)}.`,
    },
  ]);
}

/**
 * Refuses a site whose documents would not fit into the memory of the machine.
 *
 * @param feeds planned, with their articles
 * @param hasPages whether each article has a page, too
 * @param limit bytes that the process may use; tests give their own
 * @throws UsageError with what to do
 */
export function requireMemory(feeds: readonly Feed[], hasPages: boolean, limit: number = memoryHere()): void {
  const shown = new Set<PublishedArticle>();
  for (const feed of feeds.filter(({ content }) => content === 'full')) {
    for (const article of feed.archives ? feed.articles : feed.articles.slice(0, feed.limit))
      shown.add(article);
  }
  const texts = [...shown].reduce((sum, { body }) => sum + body.bytes, 0);
  const wanted = texts * (asItems + (hasPages ? asPage : 0));
  if (wanted <= limit) return;
  throw new UsageError([
    {
      message: `The documents of this site take about ${gigabytes(wanted)} GB of memory, more than there is.`,
      hint: 'Choose archives: false, or content: summary.',
    },
  ]);
}

/** What this process may have, where its container says so; else what the machine has. */
function memoryHere(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
