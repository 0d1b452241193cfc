import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { siteOf } from '../build/build.js';
import type { BuildRequest } from '../build/report.js';
import { UsageError } from '../diagnostics/usage-error.js';
import { identityFileName } from '../identity/identity-file.js';
import { NeedsConfinement } from '../platform/node-options.js';
import { isWithin, realPathToBe } from '../platform/real-path.js';
import { settingsFiles } from '../site/find-settings.js';

/**
 * Lets the build of a stranger's site go on only in a process to which Node gives the folder of the site to read, and
 * the output folder to write. Folders count as they are written and as they are, where links lead to them.
 *
 * @param more folders that may be read
 * @throws NeedsConfinement where this is not such a process yet; UsageError where the settings are wrong
 */
export async function confine(request: BuildRequest, more: readonly string[] = []): Promise<void> {
  if (!request.untrusted || process.permission) return;
  const cwd = resolve(request.cwd ?? '.');
  const { articles, out, root, recognised, settingsFile, rendered } = await siteOf(request);
  const top = isWithin(cwd, recognised.root) || isWithin(root, recognised.root) ? [recognised.root] : [];
  const settings = settingsFile ? [root] : [];
  const output = firstToBeMade(out);
  const reach = {
    folders: bothWays([articles, ...top, ...settings, ...(rendered ? [rendered.folder] : []), ...more]),
    // Where there are no settings they are looked for all the same.
    files: bothWays([...settingsFiles, 'package.json', identityFileName].map((name) => join(root, name))),
    write: bothWays([output, out]),
  };
  // Node takes a star for a pattern.
  const odd = Object.values(reach)
    .flat()
    .find((path) => path.includes('*'));
  if (odd === undefined) throw new NeedsConfinement(reach);
  const message = `With --untrusted, no folder may have a "*" in its name: ${odd}`;
  throw new UsageError([{ message, hint: 'Rename the folder.' }]);
}

/** Paths as they are written, and with every link in them followed. */
function bothWays(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => [path, realPathToBe(path)]))];
}

/** The topmost folder of a path that is not there yet; the folder itself where it is there. */
function firstToBeMade(folder: string): string {
  return existsSync(dirname(folder)) ? folder : firstToBeMade(dirname(folder));
}
