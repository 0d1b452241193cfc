import type { UsageProblem } from '../diagnostics/usage-error.js';
import { PublishError } from '../publish/publish-error.js';
import { inParallel } from './in-parallel.js';
import type { LocalFile } from './local-files.js';
import type { Store, StoredObject } from './store.js';

/** How many objects are listed by one request. */
const perPage = 1000;
/** How many are looked at one by one rather than among all. */
const few = 10;

/**
 * Makes sure that nobody else's object stands where a new file is to be; one with the same content is no other's.
 *
 * @param added files whose names nothing of ours has
 * @param known how many objects of ours there are
 * @param limit how many requests at a time
 * @throws PublishError that names every object in the way
 */
export async function requireFree(
  store: Store,
  added: readonly LocalFile[],
  known: number,
  limit: number,
): Promise<void> {
  const byPath = new Map<string, LocalFile>(added.map((file) => [file.path, file]));
  const found: StoredObject[] = [];
  if (added.length <= Math.max(few, known / perPage)) {
    await inParallel(added, limit, async ({ path }) => {
      const object = await store.look(path);
      if (object) found.push(object);
    });
  } else {
    for await (const object of store.list('')) if (byPath.has(object.path)) found.push(object);
  }
  const problems: UsageProblem[] = [];
  await inParallel(found, limit, async (object) => {
    const file = byPath.get(object.path);
    if (file && !(await store.isSame(object, file))) problems.push(inTheWay(object.path, store));
  });
  if (problems.length > 0) throw new PublishError(problems);
}

function inTheWay(path: string, { name }: Store): UsageProblem {
  const hint = 'Move it away, publish into another folder, or let feedwright replace it with --adopt.';
  return { message: `${path} is in ${name} already, and feedwright did not put it there.`, hint };
}
