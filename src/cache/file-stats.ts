import { type Stats, statSync } from 'node:fs';
import type { Source } from '../articles/source.js';
import { isFresh } from '../platform/fingerprints.js';

/** The moments of the last changes of a file, of its status and of its content, and its size. */
const numbersOfOne = 3;
/** How many bytes the numbers of one file take. */
export const fileStatBytes = numbersOfOne * Float64Array.BYTES_PER_ELEMENT;

/**
 * What the files of articles looked like before they were read, as numbers, since a hundred thousand texts take long to
 * write and to compare. A file that changed just now is not to be trusted: it could change once more and look the same.
 */
export class FileStats {
  private readonly numbers: Float64Array;
  private readonly bytes: Buffer;

  /** Looks at every article; nothing is read. */
  constructor(sources: readonly Source[]) {
    const began = Date.now();
    this.numbers = new Float64Array(sources.length * numbersOfOne);
    this.bytes = Buffer.from(this.numbers.buffer);
    for (const { index, file } of sources) {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats && !isFresh(stats, began)) this.note(index, stats);
    }
  }

  /** What a file looked like, as bytes to compare and to keep; those of one that is not to be trusted are zero. */
  of(index: number): Buffer {
    return this.bytes.subarray(index * fileStatBytes, (index + 1) * fileStatBytes);
  }

  /** Whether a file looks as it did when the bytes in this place were kept. */
  isSame(index: number, kept: Buffer, at: number): boolean {
    const from = index * fileStatBytes;
    const isTrusted = this.numbers[index * numbersOfOne] !== 0;
    return isTrusted && this.bytes.compare(kept, at, at + fileStatBytes, from, from + fileStatBytes) === 0;
  }

  /** All of it, where every file can be trusted. */
  all(): Buffer | undefined {
    for (let at = 0; at < this.numbers.length; at += numbersOfOne)
      if (this.numbers[at] === 0) return undefined;
    return this.bytes;
  }

  private note(index: number, { size, mtimeMs, ctimeMs }: Stats): void {
    this.numbers.set([ctimeMs, mtimeMs, size], index * numbersOfOne);
  }
}
