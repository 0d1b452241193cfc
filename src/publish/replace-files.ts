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
import { stagingName } from './leftovers.js';
import type { Output } from './output.js';
import { PublishError } from './publish-error.js';

/** Files that are written, and wait to be put in their places. */
export interface Staged {
  from: string;
  to: string;
}

/**
 * Writes files into the output folder beside their places, so that putting them there can no longer fail for want of
 * space.
 *
 * @throws PublishError where that fails; nothing is published then
 */
export function stage(outputs: readonly Output[], out: string): Staged[] {
  const folder = join(out, stagingName);
  try {
    clearStaging(out);
    mkdirSync(folder, { recursive: true });
    for (const path of new Set(outputs.map((output) => dirname(output.path)))) {
      mkdirSync(join(out, path), { recursive: true });
    }
    return outputs.map(({ path, content }, index) => {
      const from = join(folder, String(index));
      if ('copyOf' in content) copyFileSync(content.copyOf, from);
      else writePieces(from, content);
      return { from, to: join(out, path) };
    });
  } catch (error) {
    clearStaging(out);
    const reason = error instanceof Error ? error.message : String(error);
    throw new PublishError([{ message: `The output folder cannot be written: ${reason}` }]);
  }
}

/** Writes a file at once, without a copy of its pieces. */
function writePieces(file: string, pieces: readonly Buffer[]): void {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const handle = openSync(file, 'w');
  try {
    // A disk may take less at a time.
    if (writevSync(handle, pieces) < length) writeFileSync(file, Buffer.concat(pieces));
  } finally {
    closeSync(handle);
  }
}

/** Puts files in their places, one after another; each is whole at every moment, the old one or the new. */
export function putInPlace(staged: readonly Staged[]): void {
  for (const { from, to } of staged) renameSync(from, to);
}

/** Removes what is staged and was not put in its place. */
export function clearStaging(out: string): void {
  rmSync(join(out, stagingName), { recursive: true, force: true });
}

/** Deletes files, and folders that became empty by that. */
export function deleteFiles(paths: readonly string[], out: string): void {
  for (const path of paths) {
    rmSync(join(out, path), { force: true });
    let folder = dirname(path);
    while (folder !== '.' && removeIfEmpty(join(out, folder))) folder = dirname(folder);
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
