import type { UsageProblem } from '../diagnostics/usage-error.js';
import { reasonOf } from '../platform/reason.js';

/** The output folder can't be published into; nothing in it was changed. It carries every problem found. */
export class PublishError extends Error {
  override readonly name = 'PublishError';

  constructor(readonly problems: readonly UsageProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

/** What to do about an error of the disk, by its code. */
const advice: Readonly<Record<string, string>> = {
  EACCES: 'Check the permissions of the folder, or choose another folder with --out.',
  EEXIST: 'A file is where a folder is needed: choose another folder with --out.',
  EISDIR: 'A folder is where a file is needed: move it away, or choose another folder with --out.',
  ENOENT: 'The folder cannot be created: choose another one with --out.',
  ENOSPC: 'The disk is full: free some space and run the build again.',
  ENOTDIR: 'A file is where a folder is needed: choose another folder with --out.',
  EPERM: 'Check the permissions of the folder, or choose another folder with --out.',
  EROFS: 'The disk is read-only: choose another folder with --out.',
};

/** An error of the disk, as people are told about it. */
export function cannotWrite(error: unknown): PublishError {
  if (error instanceof PublishError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const hint = advice[code] ?? 'Check the disk, or choose another folder with --out.';
  return new PublishError([{ message: `The output folder cannot be written: ${reasonOf(error)}`, hint }]);
}
