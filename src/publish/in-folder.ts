import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a file, and its folder before that where there is none: most files have a folder of their own. */
export function inFolder(file: string, make: (file: string) => void): void {
  try {
    make(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    make(file);
  }
}
