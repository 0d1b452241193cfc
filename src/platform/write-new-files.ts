import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, existsSync, linkSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inFolder } from './make-folder.js';
import { hasCode } from './reason.js';

/**
 * Writes files that are not there yet: all of them, or none. Each is written beside its place, and gets its name when all
 * are there; one that is there by then stays as it is.
 *
 * @param files texts by absolute paths
 * @returns the files that stayed
 * @throws the file system's error, after everything was taken away again
 */
export function writeNewFiles(files: ReadonlyMap<string, string>): string[] {
  const beside = new Map<string, string>();
  const made = new Set<string>();
  const done: string[] = [];
  const kept: string[] = [];
  try {
    for (const [file, text] of files) {
      for (const folder of missingAbove(file)) made.add(folder);
      const other = join(dirname(file), `.${basename(file).slice(0, 60)}-${randomUUID()}`);
      beside.set(file, other);
      inFolder(other, () => writeFileSync(other, text, { flag: 'wx' }));
    }
    for (const [file, other] of beside) {
      if (putInPlace(other, file)) done.push(file);
      else kept.push(file);
    }
    return kept;
  } catch (error) {
    for (const path of [...done, ...beside.values()]) remove(path);
    // The deepest ones first.
    for (const folder of [...made].sort().reverse()) removeIfEmpty(folder);
    throw error;
  } finally {
    for (const path of beside.values()) remove(path);
  }
}

/** Gives a file its name, unless something has it already. Disks without a second name for a file take a copy. */
function putInPlace(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What went wrong before is what has to be told.
  }
}

/** The folders above a file that are not there yet. */
function missingAbove(file: string): string[] {
  const folder = dirname(file);
  return existsSync(folder) || folder === file ? [] : [folder, ...missingAbove(folder)];
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else put something into it.
  }
}
