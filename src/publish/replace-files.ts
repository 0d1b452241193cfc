import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesIn } from '../formats/document.js';
import type { Helper } from '../helper/helper.js';
import { stagingName } from './leftovers.js';
import type { Output } from './output.js';
import { PublishError } from './publish-error.js';

/** Files that are written, and wait to be put in their places. */
export interface Staged {
  from: string;
  to: string;
}

/**
 * Files that lie in the output folder beside their places, so that putting them there can no longer fail for want of
 * space. What a killed build left is cleared away first.
 */
export class Staging {
  private readonly folder: string;
  private count = 0;

  /** @throws PublishError where the folder cannot be written */
  constructor(
    private readonly out: string,
    private readonly helper: Helper,
  ) {
    this.folder = join(out, stagingName);
    this.attempt(() => this.clear());
  }

  /** @throws PublishError where the file cannot be written */
  write({ path, content, bytes }: Output): Staged {
    return this.attempt(() => {
      if (this.count === 0) mkdirSync(this.folder, { recursive: true });
      const from = join(this.folder, String(this.count));
      this.count += 1;
      if ('copyOf' in content) copyFileSync(content.copyOf, from);
      else if (!this.helper.takesFile(from, content, bytes)) writePieces(from, content);
      return { from, to: join(this.out, path) };
    });
  }

  /**
   * Makes the folders of files, and waits for what is still being written.
   *
   * @throws PublishError where that cannot be done
   */
  prepare(staged: readonly Staged[]): void {
    this.attempt(() => {
      const folders = [...new Set(staged.map(({ to }) => dirname(to)))];
      const half = Math.floor(folders.length / 2);
      const isTaken = half > 0 && this.helper.takesFolders(folders.slice(0, half));
      for (const folder of isTaken ? folders.slice(half) : folders) mkdirSync(folder, { recursive: true });
      this.helper.settle();
    });
  }

  /** Removes what was not put in its place. */
  clear(): void {
    this.helper.forget();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private attempt<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new PublishError([{ message: `The output folder cannot be written: ${reason}` }]);
    }
  }
}

/** Writes a file at once, without a copy of its pieces. */
function writePieces(file: string, pieces: readonly Buffer[]): void {
  const handle = openSync(file, 'w');
  try {
    // A disk may take less at a time.
    if (writevSync(handle, pieces) < bytesIn(pieces)) writeFileSync(file, Buffer.concat(pieces));
  } finally {
    closeSync(handle);
  }
}

/** Puts files in their places, one after another; each is whole at every moment, the old one or the new. */
export function putInPlace(staged: readonly Staged[]): void {
  for (const { from, to } of staged) renameSync(from, to);
}

/** Deletes files, and folders that became empty by that. */
export function deleteFiles(paths: readonly string[], out: string): void {
  for (const path of paths) {
    rmSync(join(out, path), { force: true });
    let folder = dirname(path);
    while (folder !== '.' && removeIfEmpty(join(out, folder))) folder = dirname(folder);
  }
}

/** Removes a folder that has nothing in it; `false` where there is something. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
