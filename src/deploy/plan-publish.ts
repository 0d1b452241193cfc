import type { OutputPath } from '../platform/output-path.js';
import { compareText } from '../text/compare-text.js';
import { type FileRole, fileRoles } from './file-role.js';
import type { LocalFile } from './local-files.js';
import type { RemoteManifest } from './remote-manifest.js';

/** What is to be done so that a store holds what was built. */
export interface PublishPlan {
  /** Files to upload, those of one stage at the same time. */
  stages: LocalFile[][];
  /** Objects that are no longer part of the site, those of one stage at the same time. */
  deletions: OutputPath[][];
  /** How many files are there as they are. */
  unchanged: number;
  /** Files whose names nothing of ours had in the store. */
  added: ReadonlySet<LocalFile>;
}

/** What a store holds for sure, and what may be there. */
type Holdings = Pick<RemoteManifest, 'files' | 'pending'>;

/**
 * Compares what was built with what a store holds.
 *
 * @param roleOf roles of the objects that are no longer part of the site
 */
export function planPublish(
  local: ReadonlyMap<OutputPath, LocalFile>,
  { files, pending }: Holdings,
  roleOf: (path: OutputPath) => FileRole,
): PublishPlan {
  const isOurs = (path: OutputPath) => files.has(path) || pending.has(path);
  const toSend = [...local.values()].filter(
    ({ path, fingerprint }) => pending.has(path) || files.get(path) !== fingerprint,
  );
  const added = new Set(toSend.filter(({ path }) => !isOurs(path)));
  const stale = [...new Set([...files.keys(), ...pending])].filter((path) => !local.has(path));
  // Lists of articles change when there is a new one, and name it: new pages come before changed ones.
  const stages = fileRoles.flatMap((role) => {
    const ofRole = toSend.filter((file) => file.role === role);
    const parts =
      role === 'page'
        ? [ofRole.filter((file) => added.has(file)), ofRole.filter((file) => !added.has(file))]
        : [ofRole];
    return parts.map((part) => part.sort((a, b) => compareText(a.path, b.path)));
  });
  const deletions = fileRoles
    .toReversed()
    .map((role) => stale.filter((path) => roleOf(path) === role).sort(compareText));
  return {
    stages: stages.filter(({ length }) => length > 0),
    deletions: deletions.filter(({ length }) => length > 0),
    unchanged: local.size - toSend.length,
    added,
  };
}

/** Whether there is nothing to do. */
export function isEmpty({ stages, deletions }: PublishPlan): boolean {
  return stages.length === 0 && deletions.length === 0;
}

/** What the store holds while a plan is carried out: everything that it touches may be anything. */
export function duringPlan({ files, pending }: Holdings, { stages, deletions }: PublishPlan): Holdings {
  const touched = new Set([...pending, ...deletions.flat(), ...stages.flat().map(({ path }) => path)]);
  return { files: new Map([...files].filter(([path]) => !touched.has(path))), pending: touched };
}

/**
 * Paths that a CDN must forget: of objects that were replaced or deleted. New ones it cannot know.
 *
 * @param adopted paths of new files at which somebody else's object was
 */
export function outdatedPaths(
  { stages, deletions, added }: PublishPlan,
  adopted: ReadonlySet<string>,
): OutputPath[] {
  const replaced = stages.flat().filter((file) => !added.has(file) || adopted.has(file.path));
  return [...replaced.map(({ path }) => path), ...deletions.flat()].sort(compareText);
}
