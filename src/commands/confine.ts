import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BuildRequest, siteOf } from '../build.js';
import { UsageError } from '../diagnostics/usage-error.js';
import { NeedsConfinement } from '../platform/node-options.js';
import { realPathToBe } from '../platform/real-path.js';

/**
 * Lets the build of a stranger's site go on only in a process to which Node gives the folder of the site to read, and
 * the output folder to write.
 *
 * @throws NeedsConfinement where this is not such a process yet; UsageError where the settings are wrong
 */
export async function confine(request: BuildRequest): Promise<void> {
  if (!request.untrusted || process.permission) return;
  const { root, articles, out, recognised } = await siteOf(request);
  const read = [request.cwd ?? root, root, articles, recognised.root].map(realPathToBe);
  const reach = { read, write: [firstToBeMade(realPathToBe(out))] };
  // Node takes a star for a pattern.
  const odd = [...reach.read, ...reach.write].find((path) => path.includes('*'));
  if (odd === undefined) throw new NeedsConfinement(reach);
  const message = `With --untrusted, no folder may have a "*" in its name: ${odd}`;
  throw new UsageError([{ message, hint: 'Rename the folder.' }]);
}

/** The topmost folder of a path that is not there yet; the folder itself where it is there. */
function firstToBeMade(folder: string): string {
  return existsSync(dirname(folder)) ? folder : firstToBeMade(dirname(folder));
}
