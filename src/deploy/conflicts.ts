import type { UsageProblem } from '../diagnostics/usage-error.js';
import { inParallel } from '../platform/in-parallel.js';
import type { LocalFile } from './local-files.js';
import type { Store, StoredObject } from './store.js';

/** Objects that stand where new files are to be, though nothing of ours had these names. */
export interface Conflicts {
  paths: ReadonlySet<string>;
  /** Those whose content is another one than that of the file. */
  problems: UsageProblem[];
}

/**
 * Looks for objects of others where new files are to be.
 *
 * @param added files whose names nothing of ours has
 * @param known how many objects of ours there are
 * @param limit how many requests at a time
 */
export async function findConflicts(
  store: Store,
  added: readonly LocalFile[],
  known: number,
  limit: number,
): Promise<Conflicts> {
  const byPath = new Map<string, LocalFile>(added.map((file) => [file.path, file]));
  const found = added.length === 0 ? [] : await store.findExisting([...byPath.keys()], known);
  const problems: UsageProblem[] = [];
  await inParallel(found, limit, async (object: StoredObject) => {
    const file = byPath.get(object.path);
    if (file && !(await store.isSame(object, file))) problems.push(conflict(object.path, store));
  });
  return { paths: new Set(found.map(({ path }) => path)), problems };
}

function conflict(path: string, { name }: Store): UsageProblem {
  const hint = 'Move it away, publish into another folder, or let feedwright replace it with --adopt.';
  return { message: `${path} is in ${name} already, and feedwright did not put it there.`, hint };
}
