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
  const missing: string[] = [];
  for (let at = folder; !isFolder(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const path of missing.reverse()) {
    try {
      mkdirSync(path);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!hasCode(error, 'EEXIST') || !isFolder(path)) throw error;
    }
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
