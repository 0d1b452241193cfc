import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
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
import { inFolder } from '../platform/make-folder.js';
import type { OutputPath } from '../platform/output-path.js';
import { hashOfFile } from '../platform/read-pieces.js';
import { realPath } from '../platform/real-path.js';
import { hasCode } from '../platform/reason.js';
import { bytesIn } from './document.js';
import { stagingName } from './leftovers.js';
import { type Hashes, shortened } from './manifest.js';
import { type Output, statsOf, wallAbove } from './output.js';
import { cannotWrite, PublishError } from './publish-error.js';

/** Writes files besides what else is being done. */
export interface FileWriter {
  /** Takes a file to be written, unless too much waits for it already. */
  takesFile(file: string, pieces: readonly Buffer[], length: number): boolean;
  /**
   * Waits until all that was taken is written.
   *
   * @throws an error that says what could not be written
   */
  settle(): void;
  /** Waits until nothing is being written; what could not be does not matter any more. */
  forget(): void;
}

/** What is put in its place together, one after the other. */
export type Stage = 'manifest before' | 'files' | 'feeds' | 'manifest after';

/**
 * Files that lie in the output folder beside their places, so that putting them there can no longer fail for want of
 * space. What a killed build left is cleared away first.
 */
export class Staging {
  private readonly folder: string;
  /** Folders that files can be put into. */
  private readonly open = new Set<string>();

  /**
   * @param isNew nothing is in the folder yet, so that every file can be put into its place
   * @param token tells the build from one that was taken for dead and goes on after all
   * @throws PublishError where the folder cannot be written
   */
  constructor(
    private readonly out: string,
    private readonly isNew: boolean,
    private readonly writer: FileWriter,
    token: string,
  ) {
    this.folder = join(out, stagingName, token);
    this.attempt(() => this.clear());
  }

  /** @throws PublishError where the file cannot be written */
  write({ path, content, bytes }: Output, stage: Stage): void {
    const file = join(this.folder, stage, path);
    this.attempt(() => {
      if (!this.isNew) this.requireOpen(dirname(join(this.out, path)));
      if ('copyOf' in content) inFolder(file, () => copyContent(content.copyOf, file));
      else if (!this.writer.takesFile(file, content, bytes)) inFolder(file, () => writePieces(file, content));
    });
  }

  /**
   * Waits for what is still being written.
   *
   * @throws PublishError where that cannot be done
   */
  settle(): void {
    this.attempt(() => this.writer.settle());
  }

  /**
   * Puts files in their places, one after another; each is whole at every moment, the old one or the new.
   *
   * @throws PublishError where that cannot be done
   */
  putInPlace(stage: Stage): void {
    const folder = join(this.folder, stage);
    this.attempt(() => {
      if (existsSync(folder)) moveInto(folder, this.out);
    });
  }

  /** Removes what was not put in its place. */
  clear(): void {
    this.writer.forget();
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }

  /** Before anything is replaced: else a folder that may not be written would end it halfway. */
  private requireOpen(folder: string): void {
    if (this.open.has(folder)) return;
    try {
      accessSync(folder, constants.W_OK | constants.X_OK);
    } catch (error) {
      if (!hasCode(error, 'ENOENT') || folder === this.out) throw error;
      this.requireOpen(dirname(folder));
    }
    this.open.add(folder);
  }

  private attempt<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw cannotWrite(error);
    }
  }
}

/** The bits of a file that everybody may read and nobody may run. */
const plainMode = 0o644;

/**
 * Copies the content of an author's file, and none of its rights: what can be run there is a text here.
 *
 * @throws PublishError where it is no longer the file that was looked at, but a link
 */
function copyContent(from: string, to: string): void {
  if (realPath(from) !== from) {
    const hint = 'Run the build again.';
    throw new PublishError([{ message: `${from} changed or vanished during the build.`, hint }]);
  }
  copyFileSync(from, to);
  chmodSync(to, plainMode);
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
    // A link to a folder is not gone into; putting a folder or a file in its place fails.
    if (entry.isDirectory() && statsOf(to)?.isDirectory()) moveInto(from, to);
    else renameSync(from, to);
  }
}

/**
 * Deletes files of an earlier build, and folders that became empty by that. Only what is still as it was published is
 * deleted, and nothing behind a link.
 *
 * @returns files that stay, since somebody changed them
 */
export function deleteFiles(files: Iterable<readonly [OutputPath, Hashes]>, out: string): OutputPath[] {
  const left: OutputPath[] = [];
  for (const [path, hashes] of files) {
    const place = join(out, path);
    const stats = wallAbove(path, out) === undefined ? statsOf(place) : undefined;
    if (!stats) continue;
    if (!stats.isFile() || !hashes.includes(shortened(hashOfFile(place)))) {
      left.push(path);
      continue;
    }
    rmSync(place);
    let folder = dirname(path);
    while (folder !== '.' && removeIfEmpty(join(out, folder))) folder = dirname(folder);
  }
  return left;
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
