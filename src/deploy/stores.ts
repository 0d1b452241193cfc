import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Patience } from '../platform/retry.js';
import { FolderStore } from './folder-store.js';
import { locate, type StoreFlags } from './s3/location.js';
import { S3Store } from './s3/s3-store.js';
import type { Session } from './session.js';
import type { Store } from './store.js';

/** What a store is opened with. */
export interface StoreRequest extends StoreFlags {
  /** What the user named: `s3://bucket/folder`, `file:///srv/site`, or a path. */
  target: string;
  /** Folder that relative paths start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** @param onRetry hears why a store will be asked again */
type Open = (
  request: StoreRequest,
  patience: Patience,
  session: Session,
  onRetry: (reason: string) => void,
) => Store;

/** Every kind of store, by the scheme of its targets. A new one is a new line here. */
const kinds: ReadonlyMap<string, Open> = new Map<string, Open>([
  [
    's3',
    (request, patience, session, onRetry) =>
      new S3Store(locate(request.target, request, request.env), patience, session, onRetry),
  ],
  ['file', ({ target }, _, session) => folderStore(folderOf(target), session)],
]);

/**
 * Opens the store that a target names; nothing is asked of it yet.
 *
 * @param onRetry hears why a store will be asked again
 * @throws UsageError where there is no such kind of store, or it cannot be reached as it is named
 */
export function openStore(
  request: StoreRequest,
  patience: Patience,
  session: Session,
  onRetry: (reason: string) => void = () => {},
): Store {
  const { target, cwd } = request;
  // One letter is a drive.
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(target) ?? [];
  if (scheme === undefined || rest === undefined) {
    requireNoSlip(target);
    return folderStore(resolve(cwd, target), session);
  }
  const name = scheme.toLowerCase();
  const open = kinds.get(name);
  const hint = `Supported: ${[...kinds.keys()].map((known) => `${known}:`).join(', ')} and paths of folders.`;
  if (!open)
    throw new UsageError([{ message: `"${scheme}:" is not a kind of store that is supported.`, hint }]);
  return open({ ...request, target: `${name}:${rest}` }, patience, session, onRetry);
}

/** `s3//news` is a path, but nobody means it. */
function requireNoSlip(target: string): void {
  const [, rest] = /^s3\/\/(.*)$/is.exec(target) ?? [];
  if (rest === undefined) return;
  throw new UsageError([{ message: `"${target}" has no colon.`, hint: `Did you mean s3://${rest}?` }]);
}

function folderStore(folder: string, session: Session): FolderStore {
  if (!statSync(folder, { throwIfNoEntry: false })?.isFile()) return new FolderStore(folder, session);
  throw new UsageError([{ message: `${folder} is a file, not a folder.`, hint: 'Name a folder.' }]);
}

function folderOf(target: string): string {
  const url = URL.parse(target);
  if (url && url.host === '') return resolve(fileURLToPath(url));
  const hint = 'Write it as file:///srv/site, or as a path.';
  throw new UsageError([{ message: `"${target}" does not name a folder of this machine.`, hint }]);
}
