import { getHeapStatistics } from 'node:v8';
import { UsageError } from '../diagnostics/usage-error.js';

/** What an article takes in the heap of the process, in bytes, measured on large sites. */
export const bytesInHeap = 5500;

/** The articles would not fit into the heap of this process; they would into one that may be larger. */
export class NeedsHeap extends UsageError {
  /** @param megabytes what `--max-old-space-size` has to be */
  constructor(
    articles: number,
    wanted: number,
    readonly megabytes: number,
  ) {
    const message = `${articles} articles take about ${gigabytes(wanted)} GB of memory, more than Node may use here.`;
    super([{ message, hint: `Set NODE_OPTIONS=--max-old-space-size=${megabytes}.` }]);
  }
}

/**
 * Refuses a site whose articles would not fit into the heap of the process, before it ends without a word.
 *
 * @param articles how many files there are
 * @param limit bytes that the heap may have; tests give their own
 * @throws NeedsHeap with what to do
 */
export function requireHeap(articles: number, limit: number = getHeapStatistics().heap_size_limit): void {
  const wanted = articles * bytesInHeap;
  if (wanted > limit) throw new NeedsHeap(articles, wanted, Math.ceil((wanted * 1.2) / 1e6));
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
