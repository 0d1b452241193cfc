import { getHeapStatistics } from 'node:v8';
import { UsageError } from '../diagnostics/usage-error.js';

/** What an article takes in the heap of the process, in bytes, measured on large sites. */
const inHeap = 5500;

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

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
