import type { OutputPath } from '../platform/output-path.js';
import type { LocalFile } from './local-files.js';
import type { RemoteManifest } from './remote-manifest.js';
import type { Store } from './store.js';

/**
 * Looks whether objects are as the manifest of the store says: all are listed, and their sizes and checksums compared with
 * what was built.
 *
 * @returns the manifest, without those that are missing or other than they should be, which then are sent again
 */
export async function withDifferences(
  remote: RemoteManifest,
  store: Store,
  local: ReadonlyMap<OutputPath, LocalFile>,
): Promise<RemoteManifest> {
  const sound = new Set<string>();
  const byPath: ReadonlyMap<string, LocalFile> = local;
  const marks: ReadonlyMap<string, string> = remote.files;
  for await (const object of store.list('')) {
    const file = byPath.get(object.path);
    // Objects of files that are sent anyhow, or deleted, need no look.
    const isMeant = file !== undefined && marks.get(object.path) === file.mark;
    if (!isMeant || (await store.isSame(object, file))) sound.add(object.path);
  }
  const doubtful = new Set([...remote.files.keys()].filter((path) => local.has(path) && !sound.has(path)));
  return {
    ...remote,
    files: new Map([...remote.files].filter(([path]) => !doubtful.has(path))),
    pending: new Set([...remote.pending, ...doubtful]),
  };
}
