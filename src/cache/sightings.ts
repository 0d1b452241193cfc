import { statSync } from 'node:fs';
import type { Source } from '../articles/discover.js';
import { isFresh, type Signature, signatureOf } from './looks.js';

/** The signature of a file that changed just now: it could change once more and have the same. */
export const untrusted: Signature = '';

/** Signatures of articles by their paths, from before they are read. */
export type Sightings = ReadonlyMap<string, Signature>;

/** Looks at every article; nothing is read. */
export function sightAll(sources: readonly Source[]): Sightings {
  const began = Date.now();
  return new Map(
    sources.map(({ path, file }) => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return [path, stats && !isFresh(stats, began) ? signatureOf(stats) : untrusted];
    }),
  );
}
