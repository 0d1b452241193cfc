import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { digestOf } from '../platform/digest.js';
import { realPathWithin } from '../platform/real-path.js';
import { hasCode } from '../platform/reason.js';
import { replaceFile } from '../platform/replace-file.js';

/** Says what a file of the cache is; another number makes all older ones foreign. */
const mark = 'feedwright-cache-4';
/** Three texts with blanks between them: the mark, the key, and a checksum. */
const footLength = mark.length + 1 + 40 + 1 + 8;

/**
 * Files that make the next build faster, and nothing else: one that is lost, damaged, old or foreign is as good as
 * none, and a folder that cannot be written leaves the build as it is.
 *
 * They lie in `node_modules/.cache/feedwright`, where tools keep such things and CI keeps them between runs, else in
 * `.feedwright` beside the settings, in which a `.gitignore` keeps them out of the project.
 */
export class CacheFolder {
  private readonly folder: string;
  private readonly prefix: string;

  /**
   * @param root folder of the settings
   * @param purpose tells builds of one folder apart that have nothing in common, such as their output folders
   * @param key everything but the articles that decides what a build gives: with another one the files are foreign
   */
  constructor(
    private readonly root: string,
    purpose: string,
    private readonly key: string,
  ) {
    const modules = join(root, 'node_modules');
    this.folder = existsSync(modules) ? join(modules, '.cache', 'feedwright') : join(root, '.feedwright');
    this.prefix = digestOf(purpose).slice(0, 8);
  }

  /** What was written under a name with this key, byte for byte; nothing otherwise. */
  read(name: string): Buffer | undefined {
    try {
      const bytes = readFileSync(this.file(name));
      const content = bytes.subarray(0, -footLength);
      const foot = bytes.toString('latin1', content.length);
      return foot === this.footOf(crc32(content)) ? content : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps something under a name: whole, or not at all. */
  write(name: string, content: Iterable<Buffer>): void {
    try {
      mkdirSync(this.folder, { recursive: true });
      if (realPathWithin(this.root, this.folder) === undefined) return;
      keepOut(join(this.folder, '.gitignore'));
      replaceFile(this.file(name), (beside) => this.writeAll(beside, content));
    } catch {
      // The next build does without it.
    }
  }

  private file(name: string): string {
    return join(this.folder, `${this.prefix}-${name}`);
  }

  private writeAll(file: string, content: Iterable<Buffer>): void {
    const handle = openSync(file, 'w');
    try {
      let checksum = 0;
      for (const block of inBlocks(content)) {
        checksum = crc32(block, checksum);
        writeSync(handle, block);
      }
      writeSync(handle, this.footOf(checksum));
    } finally {
      closeSync(handle);
    }
  }

  /** What ends a file: what it is, whose, and that it is whole. */
  private footOf(checksum: number): string {
    return [mark, this.key, checksum.toString(16).padStart(8, '0')].join(' ');
  }
}

/** Keeps the folder out of the project, unless something says so already. */
function keepOut(file: string): void {
  try {
    writeFileSync(file, '*\n', { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

/** Few large pieces instead of many small ones. */
function* inBlocks(pieces: Iterable<Buffer>): Generator<Buffer> {
  const block = Buffer.allocUnsafe(1_000_000);
  let length = 0;
  for (const piece of pieces) {
    if (length + piece.length > block.length) {
      yield block.subarray(0, length);
      length = 0;
    }
    if (piece.length > block.length) yield piece;
    else length += piece.copy(block, length);
  }
  yield block.subarray(0, length);
}
