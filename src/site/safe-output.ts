import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { UsageError } from '../diagnostics/usage-error.js';
import { isWithin, realPath, realPathToBe } from '../platform/real-path.js';

/**
 * Refuses to publish into a folder that is or holds what must not be published over: the articles, the project, the home
 * folder, the whole disk, a repository of git. One inside of such a repository is refused, too.
 *
 * @param out absolute path of the output folder
 * @param kept absolute paths of the folders to keep, with what they are
 * @throws UsageError
 */
export function requireSafeOutput(out: string, kept: Readonly<Record<string, string>>): void {
  const real = realPathToBe(out);
  const places = { ...kept, 'the home folder': homedir(), 'the whole disk': parse(real).root };
  const hint = 'Choose a folder of its own with --out, such as dist.';
  for (const [what, place] of Object.entries(places)) {
    if (!isWithin(out, place) && !isWithin(real, realPath(place) ?? place)) continue;
    throw new UsageError([{ message: `The output folder ${out} contains ${what} (${place}).`, hint }]);
  }
  const repository = repositoryAt(out) ?? repositoryAt(real);
  if (repository === undefined) return;
  throw new UsageError([
    { message: `The output folder ${out} is, contains or is inside a Git repository (${repository}).`, hint },
  ]);
}

/** The `.git` that a folder is, lies in or holds; the file of that name in a worktree is not one. */
function repositoryAt(folder: string): string | undefined {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    // Some disks do not tell capital letters from small ones.
    if (parse(at).base.toLowerCase() === '.git') return at;
  }
  const held = join(folder, '.git');
  return existsSync(held) && statSync(held).isDirectory() ? held : undefined;
}
