import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from './reason.js';

/**
 * Makes a folder, and those above it that are missing.
 *
 * One by one, since the recursive `mkdirSync` never returns below a folder that takes none, such as `/proc`.
 *
 * @throws the file system's error where a folder cannot be made, or a file stands in its place
 */
export function makeFolder(folder: string): void {
  try {
    makeOne(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    makeOne(folder);
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!hasCode(error, 'EEXIST') || !isFolder(folder)) throw error;
  }
}

/** Makes a file, and its folder before that where there is none. */
export function inFolder(file: string, make: (file: string) => void): void {
  try {
    make(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    makeFolder(dirname(file));
    make(file);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
