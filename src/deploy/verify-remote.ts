import { inParallel } from '../platform/in-parallel.js';
import type { OutputPath } from '../platform/output-path.js';
import type { LocalFile } from './local-files.js';
import type { RemoteManifest } from './remote-manifest.js';
import type { Store, StoredObject } from './store.js';

/**
 * Looks whether objects are as the manifest of the store says: all are listed, and their sizes and checksums compared with
 * what was built.
 *
 * @param limit how many requests at a time
 * @returns the manifest; those that are missing, or not as they should be, are pending in it, and so are sent again
 */
export async function verifyRemote(
  remote: RemoteManifest,
  store: Store,
  local: ReadonlyMap<OutputPath, LocalFile>,
  limit: number,
): Promise<RemoteManifest> {
  const byPath: ReadonlyMap<string, LocalFile> = local;
  const fingerprints: ReadonlyMap<string, string> = remote.files;
  // Files that are sent anyhow, and objects that are deleted, need no look.
  const isWanted = ({ path }: StoredObject) =>
    byPath.has(path) && fingerprints.get(path) === byPath.get(path)?.fingerprint;
  const listed: StoredObject[] = [];
  for await (const object of store.list('')) if (isWanted(object)) listed.push(object);
  const sound = new Set<string>();
  await inParallel(listed, limit, async (object) => {
    const file = byPath.get(object.path);
    if (file && (await store.isSame(object, file))) sound.add(object.path);
  });
  const isDoubtful = (path: OutputPath) =>
    local.get(path)?.fingerprint === remote.files.get(path) && !sound.has(path);
  const doubtful = [...remote.files.keys()].filter(isDoubtful);
  return { ...remote, pending: new Set([...remote.pending, ...doubtful]) };
}
