import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { type Fingerprint, fingerprintOf } from '../platform/fingerprints.js';
import type { CacheFolder } from './cache-folder.js';
import { LineStore } from './line-store.js';

/**
 * What the documents of the last build were made of. One that would be made of the same, and whose file nobody touched,
 * need not be made again. A line is a path, the fingerprint of the file, and the key of what it was made of.
 */
export class DocumentCache {
  private readonly lines: LineStore;
  private readonly fresh = new Map<string, Fingerprint>();

  constructor(
    folder: CacheFolder,
    private readonly out: string,
  ) {
    this.lines = new LineStore(folder, 'documents');
  }

  /**
   * Whether the file of a document is the one that would be made.
   *
   * @returns its size; nothing where it has to be made
   */
  sizeOfSame(path: string, key: string): number | undefined {
    const line = this.lines.get(path)?.toString('latin1');
    if (!line?.endsWith(key)) return undefined;
    const stats = lstatSync(join(this.out, path), { throwIfNoEntry: false });
    const fingerprint = fingerprintWithInode(stats);
    if (!stats?.isFile() || line !== `${fingerprint}\t${key}`) return undefined;
    this.lines.keep(path);
    this.fresh.set(path, fingerprint);
    return stats.size;
  }

  /** Remembers documents that were published just now. */
  remember(keys: ReadonlyMap<string, string>): void {
    for (const [path, key] of keys) {
      const stats = lstatSync(join(this.out, path), { throwIfNoEntry: false });
      if (!stats) continue;
      const fingerprint = fingerprintWithInode(stats);
      this.lines.put(path, () => [Buffer.from(`${fingerprint}\t${key}`)]);
      this.fresh.set(path, fingerprint);
    }
  }

  /** What the file of a document looked like in this build; nothing where nobody looked. */
  fingerprintOf(path: string): Fingerprint | undefined {
    return this.fresh.get(path);
  }

  /** Writes down what is to be remembered. */
  save(): void {
    this.lines.save();
  }
}

/** Tells a file also from one that was put in its place. */
export function fingerprintWithInode(stats: Stats | undefined): Fingerprint {
  return `${stats?.ino} ${fingerprintOf(stats)}`;
}
