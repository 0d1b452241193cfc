import { homedir } from 'node:os';
import { parse, relative, sep } from 'node:path';
import { UsageError } from '../diagnostics/usage-error.js';

/**
 * Refuses to publish into a folder that holds what must not be published: the articles, the project, the home folder
 * or the whole disk.
 *
 * @param out absolute path of the output folder
 * @param kept absolute paths of the folders to keep, with what they are
 * @throws UsageError
 */
export function requireSafeOutput(out: string, kept: Readonly<Record<string, string>>): void {
  const places = { ...kept, 'the home folder': homedir(), 'the whole disk': parse(out).root };
  for (const [what, place] of Object.entries(places)) {
    const inside = relative(out, place);
    const holds = inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`));
    if (!holds) continue;
    const hint = 'Choose a folder of its own with --out, such as dist.';
    throw new UsageError([{ message: `The output folder ${out} holds ${what} (${place}).`, hint }]);
  }
}
