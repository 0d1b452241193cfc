import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: it is written beside its place, and then takes it.
 *
 * @param write is given the path to write to
 * @throws the file system's error; the file is then as it was
 */
export function replaceFile(file: string, write: (beside: string) => void): void {
  const beside = join(dirname(file), `.${basename(file)}-${process.pid}`);
  try {
    write(beside);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
