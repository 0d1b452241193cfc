import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesIn } from '../formats/document.js';
import type { Helper } from '../threads/helper.js';
import { inFolder } from './in-folder.js';
import { stagingName } from './leftovers.js';
import type { Output } from './output.js';
import { PublishError } from './publish-error.js';

/** What is put in its place together, one after the other. */
export type Stage = 'manifest before' | 'files' | 'feeds' | 'manifest after';

/**
 * Files that lie in the output folder beside their places, so that putting them there can no longer fail for want of
 * space. What a killed build left is cleared away first.
 */
export class Staging {
  private readonly folder: string;

  /** @throws PublishError where the folder cannot be written */
  constructor(
    private readonly out: string,
    private readonly helper: Helper,
  ) {
    this.folder = join(out, stagingName);
    this.attempt(() => this.clear());
  }

  /** @throws PublishError where the file cannot be written */
  write({ path, content, bytes }: Output, stage: Stage): void {
    const file = join(this.folder, stage, path);
    this.attempt(() => {
      if ('copyOf' in content) inFolder(file, () => copyFileSync(content.copyOf, file));
      else if (!this.helper.takesFile(file, content, bytes)) inFolder(file, () => writePieces(file, content));
    });
  }

  /**
   * Waits for what is still being written.
   *
   * @throws PublishError where that cannot be done
   */
  settle(): void {
    this.attempt(() => this.helper.settle());
  }

  /** Puts files in their places, one after another; each is whole at every moment, the old one or the new. */
  putInPlace(stage: Stage): void {
    const folder = join(this.folder, stage);
    if (existsSync(folder)) moveInto(folder, this.out);
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

/** Moves what is in a folder into another one: whole folders where there are none yet, file by file where there are. */
function moveInto(folder: string, place: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [from, to] = [join(folder, entry.name), join(place, entry.name)];
    if (entry.isDirectory() && existsSync(to)) moveInto(from, to);
    else renameSync(from, to);
  }
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
