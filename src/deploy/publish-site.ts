import { UsageError } from '../diagnostics/usage-error.js';
import type { OutputPath } from '../platform/output-path.js';
import { isWithin, realPathToBe } from '../platform/real-path.js';
import type { Patience } from '../platform/retry.js';
import { PublishError } from '../publish/publish-error.js';
import { resolveSite, type Site, type SiteRequest } from '../site/site.js';
import { carryOut, type UploadListener } from './carry-out.js';
import { findConflicts } from './conflicts.js';
import { invalidations } from './invalidations.js';
import { type LocalFile, readLocalSite } from './local-files.js';
import { isEmpty, outdatedPaths, type PublishPlan, planPublish } from './plan-publish.js';
import { type RemoteManifest, readRemote } from './remote-manifest.js';
import { Session } from './session.js';
import { ChangedMeanwhile, type Store, type Traffic } from './store.js';
import { type LockTiming, StoreLock, usualTiming } from './store-lock.js';
import { openStore, type StoreRequest } from './stores.js';
import { verifyRemote } from './verify-remote.js';

/** Which site to publish, and where. */
export interface PublishRequest extends SiteRequest, StoreRequest {
  /** Only say what would be done. */
  dryRun?: boolean;
  /** Compare sizes and checksums of all objects with what was built, too. */
  verifyRemote?: boolean;
  /** Replace objects of others that have names of this site, and another site of ours. */
  adopt?: boolean;
  /** How many requests at a time. Default: 32. */
  parallel?: number;
  listener?: PublishListener | undefined;
  /** Ends it: what was begun is left for the next run. */
  signal?: AbortSignal;
  patience?: Patience;
  timing?: LockTiming;
}

/** Hears how far publishing is. */
export interface PublishListener extends UploadListener {
  /** What will be done is known, and nothing was written yet. */
  planned?(report: PublishReport): void;
  /** The store did not do what it was asked, and will be asked again. */
  retrying?(reason: string): void;
}

/** What was published, or would be. */
export interface PublishReport extends Traffic {
  /** Address of the store. */
  target: string;
  sent: { path: OutputPath; bytes: number; change: 'new' | 'changed' }[];
  removed: OutputPath[];
  unchanged: number;
  /** Paths on the host that a CDN must forget. */
  invalidations: string[];
}

/** A minute for an answer, and five more tries within about half a minute. */
export const usualPatience: Patience = { timeout: 60_000, pauses: [200, 1000, 3000, 8000, 16_000] };

/**
 * Brings what was built into a store: what changed, and nothing else. Assets and pages come first, then archives, feeds and
 * the index of feeds, then the manifest of what is there; what is no longer part of the site is deleted last. Wherever it is
 * ended, no feed names what is not there, and the next run finishes the work.
 *
 * @throws UsageError for a target that is none, or where nothing was built; PublishError where the store cannot be used,
 *   has objects of others in the way, or another publisher is at work
 */
export async function publishSite(request: PublishRequest): Promise<PublishReport> {
  const { patience = usualPatience, dryRun = false, adopt = false, parallel = 32, listener } = request;
  const site = await resolveSite(request);
  const session = new Session(request.signal);
  const store = openStore(request, patience, session, (reason) => listener?.retrying?.(reason));
  requireElsewhere(store, site);
  const { files: local, roleOf } = readLocalSite(site, store.keepsHeaders);
  const known = await readRemote(store, local.size);
  if (!adopt) requireSameSite(known, site, store);
  const remote = request.verifyRemote ? await verifyRemote(known, store, local, parallel) : known;
  const plan = planPublish(local, remote, roleOf);
  const conflicts = await findConflicts(store, [...plan.added], remote.files.size, parallel);
  if (!adopt && conflicts.problems.length > 0) throw new PublishError(conflicts.problems);
  const report = () => reportOf(plan, conflicts.paths, site, store);
  if (dryRun || isEmpty(plan)) return report();
  const lock = await StoreLock.acquire(store, session, request.timing ?? usualTiming);
  try {
    const now = await readRemote(store, local.size);
    if (!isSame(now, known)) {
      // Somebody who published the same did the work.
      const rest = planPublish(local, now, roleOf);
      if (isEmpty(rest)) return reportOf(rest, new Set(), site, store);
      throw new ChangedMeanwhile(store.name);
    }
    await store.tidy();
    listener?.planned?.(report());
    await carryOut(plan, { store, session, site: site.url, local, remote, parallel, listener });
    return report();
  } finally {
    await lock.release();
  }
}

/** Whether a manifest is the one that was read before. */
function isSame({ object }: RemoteManifest, before: RemoteManifest): boolean {
  if (!object || !before.object) return object === before.object;
  return object.bytes.equals(before.object.bytes);
}

/** @throws UsageError where the site would be published into itself, or into its articles */
function requireElsewhere(store: Store, { out, articles }: Site): void {
  if (store.folder === undefined) return;
  const target = realPathToBe(store.folder);
  for (const [what, folder] of [
    ['the output folder', out],
    ['the folder of articles', articles],
  ] as const) {
    const real = realPathToBe(folder);
    if (!isWithin(real, target) && !isWithin(target, real)) continue;
    const how = target === real ? 'is' : isWithin(real, target) ? 'is inside' : 'contains';
    const message = `${store.name} ${how} ${what} (${folder}).`;
    throw new UsageError([{ message, hint: 'Publish into a folder of its own.' }]);
  }
}

/** @throws PublishError where the store holds another site */
function requireSameSite(remote: RemoteManifest, site: Site, store: Store): void {
  if (remote.site === undefined || remote.site === site.url) return;
  const message = `${store.name} contains another site, ${remote.site}; this one is ${site.url}.`;
  const hint = 'Publish into another folder, or replace that site with --adopt.';
  throw new PublishError([{ message, hint }]);
}

function reportOf(
  plan: PublishPlan,
  adopted: ReadonlySet<string>,
  site: Site,
  { name, traffic }: Store,
): PublishReport {
  const isNew = (file: LocalFile) => plan.added.has(file) && !adopted.has(file.path);
  return {
    target: name,
    sent: plan.stages.flat().map((file) => ({
      path: file.path,
      bytes: file.length,
      change: isNew(file) ? 'new' : 'changed',
    })),
    removed: plan.deletions.flat(),
    unchanged: plan.unchanged,
    invalidations: invalidations(outdatedPaths(plan, adopted), site.url),
    ...traffic,
  };
}
