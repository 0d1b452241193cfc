import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Patience } from '../platform/retry.js';
import { FolderStore } from './folder-store.js';
import { locate, type StoreFlags } from './s3/location.js';
import { S3Store } from './s3/s3-store.js';
import type { Store } from './store.js';

/** What a store is opened with. */
export interface StoreRequest extends StoreFlags {
  /** What the user named: `s3://bucket/folder`, `file:///srv/site`, or a path. */
  target: string;
  /** Folder that relative paths start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  patience: Patience;
}

/** Every kind of store, by the scheme of its targets. A new one is a new line here. */
const kinds: readonly { scheme: string; open: (request: StoreRequest) => Store }[] = [
  {
    scheme: 's3',
    open: (request) => new S3Store(locate(request.target, request, request.env), request.patience),
  },
  { scheme: 'file', open: ({ target }) => new FolderStore(fileURLToPath(target)) },
];

/**
 * Opens the store that a target names; nothing is asked of it yet.
 *
 * @throws UsageError where there is no such kind of store, or it cannot be reached as it is named
 */
export function openStore(request: StoreRequest): Store {
  const { target, cwd } = request;
  // One letter is a drive.
  const [, scheme] = /^([a-z][a-z0-9+.-]+):/i.exec(target) ?? [];
  if (scheme === undefined) return new FolderStore(resolve(cwd, target));
  const kind = kinds.find((candidate) => candidate.scheme === scheme.toLowerCase());
  const hint = `Known: ${kinds.map((known) => `${known.scheme}:`).join(', ')} and paths of folders.`;
  if (!kind) throw new UsageError([{ message: `Nothing can be published to ${scheme}: addresses.`, hint }]);
  return kind.open(request);
}
