import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheFolder } from './cache-folder.js';
import { type Signature, signatureOf } from './looks.js';

const fileName = 'documents';

/** What a published file was made of, and what it looked like then. */
interface Made {
  key: string;
  signature: Signature;
}

/**
 * What the documents of the last build were made of. One that would be made of the same, and whose file nobody touched,
 * need not be made again. A line of the file is a path, a key and a signature, with tabs between them.
 */
export class DocumentCache {
  private readonly made = new Map<string, Made>();
  private readonly next = new Map<string, Made>();

  constructor(
    private readonly folder: CacheFolder,
    private readonly out: string,
  ) {
    const content = folder.read(fileName)?.toString('utf8') ?? '';
    for (const line of content.split('\n')) {
      const [path, key, signature] = line.split('\t');
      if (path && key && signature) this.made.set(path, { key, signature });
    }
  }

  /**
   * Whether the file of a document is the one that would be made.
   *
   * @returns its size; nothing where it has to be made
   */
  sizeOfSame(path: string, key: string): number | undefined {
    const made = this.made.get(path);
    if (made?.key !== key) return undefined;
    const stats = lstatSync(join(this.out, path), { throwIfNoEntry: false });
    if (!stats?.isFile() || signatureOf(stats) !== made.signature) return undefined;
    this.next.set(path, made);
    return stats.size;
  }

  /** Remembers documents that were published just now. */
  remember(keys: ReadonlyMap<string, string>): void {
    for (const [path, key] of keys) {
      const stats = lstatSync(join(this.out, path), { throwIfNoEntry: false });
      if (stats) this.next.set(path, { key, signature: signatureOf(stats) });
    }
  }

  /** Writes down what is to be remembered. */
  save(): void {
    const lines = [...this.next].map(([path, { key, signature }]) => `${path}\t${key}\t${signature}\n`);
    this.folder.write(fileName, [Buffer.from(lines.join(''))]);
  }
}
