import type { OutputPath } from '../platform/output-path.js';
import { compareText } from '../text/compare-text.js';
import { fileRoles } from './file-role.js';
import type { LocalFile } from './local-files.js';
import type { RemoteManifest } from './remote-manifest.js';

/** What is to be done so that a store holds what was built. */
export interface PublishPlan {
  /** Files to send, those of one stage at the same time: pages, archives, feeds, the index of feeds. */
  stages: LocalFile[][];
  /** Objects of earlier builds, deleted when nothing names them any more. */
  stale: OutputPath[];
  /** How many files are there as they are. */
  unchanged: number;
  /** Files whose names nothing of ours had in the store. */
  added: LocalFile[];
}

/** Compares what was built with what a store holds. */
export function planPublish(
  local: ReadonlyMap<OutputPath, LocalFile>,
  { files, pending }: Pick<RemoteManifest, 'files' | 'pending'>,
): PublishPlan {
  const toSend = [...local.values()].filter(
    ({ path, mark }) => pending.has(path) || files.get(path) !== mark,
  );
  const isOurs = (path: OutputPath) => files.has(path) || pending.has(path);
  const stale = [...new Set([...files.keys(), ...pending])].filter((path) => !local.has(path));
  return {
    stages: fileRoles.map((role) =>
      toSend.filter((file) => file.role === role).sort((a, b) => compareText(a.path, b.path)),
    ),
    stale: stale.sort(compareText),
    unchanged: local.size - toSend.length,
    added: toSend.filter(({ path }) => !isOurs(path)),
  };
}

/** What the store may hold while a plan is carried out: what stays, and what may be anything. */
export function duringPlan(
  { files, pending }: Pick<RemoteManifest, 'files' | 'pending'>,
  { stages, stale }: PublishPlan,
): Pick<RemoteManifest, 'files' | 'pending'> {
  const open = new Set([...pending, ...stale, ...stages.flat().map(({ path }) => path)]);
  return { files: new Map([...files].filter(([path]) => !open.has(path))), pending: open };
}

/** Paths that a CDN must forget: of objects that were replaced or deleted. New ones it cannot know. */
export function outdatedPaths({ stages, stale, added }: PublishPlan): OutputPath[] {
  const fresh = new Set(added);
  const replaced = stages
    .flat()
    .filter((file) => !fresh.has(file))
    .map(({ path }) => path);
  return [...replaced, ...stale].sort(compareText);
}
