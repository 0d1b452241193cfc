import { spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { FileTracker } from '../../platform/fingerprints.js';

/** What Eleventy takes instead of a date, to be read from the history of the file. */
const written = /^git (last modified|created)$/i;

/** Whether a text asks for a moment of the file's history. */
export function isGitDate(text: string): boolean {
  return written.test(text);
}

/** Whether a field is answered by the history of the file, and not by the file. */
export function isFromHistory(value: unknown): boolean {
  return typeof value === 'string' && isGitDate(value.trim());
}

/**
 * The moment of the last commit of a file, or of the one that added it.
 *
 * @param text `git Last Modified` or `git Created`
 * @param file absolute path
 * @param files notes that the result depends on more than files
 * @returns nothing where the file has no history, or there is no git
 */
export function gitDate(text: string, file: string, files: FileTracker): Date | undefined {
  files.addHistory(`history of ${file}`);
  const created = /created/i.test(text) ? ['--diff-filter=A', '--follow'] : [];
  const args = ['log', '-1', '--format=%aI', ...created, '--', basename(file)];
  const time = Date.parse(answerOf(args, dirname(file)));
  return Number.isNaN(time) ? undefined : new Date(time);
}

/** What git says; nothing where it is not there, fails, or may not be run. */
function answerOf(args: readonly string[], cwd: string): string {
  if (process.permission?.has('child') === false) return '';
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}
