import { UsageError } from '../diagnostics/usage-error.js';
import type { OutputPath } from '../platform/output-path.js';
import { isWithin } from '../platform/real-path.js';
import type { Patience } from '../platform/retry.js';
import { PublishError } from '../publish/publish-error.js';
import { resolveSite, type Site, type SiteRequest } from '../site/site.js';
import { FolderStore } from './folder-store.js';
import { inParallel } from './in-parallel.js';
import { invalidations } from './invalidations.js';
import { type LocalFile, localFiles } from './local-files.js';
import { requireFree } from './others-objects.js';
import { duringPlan, outdatedPaths, type PublishPlan, planPublish } from './plan-publish.js';
import { manifestContent, type RemoteManifest, readRemote, remoteManifestName } from './remote-manifest.js';
import { partLength } from './s3/multipart.js';
import { ChangedMeanwhile, type Store, type Traffic } from './store.js';
import { type LockTiming, StoreLock, usualTiming } from './store-lock.js';
import { openStore, type StoreRequest } from './stores.js';
import { withDifferences } from './verify-remote.js';

/** Which site to publish, and where. */
export interface PublishRequest extends SiteRequest, Omit<StoreRequest, 'patience'> {
  /** Only say what would be done. */
  dryRun?: boolean;
  /** Compare sizes and checksums of all objects with what was built, too. */
  verifyRemote?: boolean;
  /** Replace objects of others that have names of this site, and another site of ours. */
  adopt?: boolean;
  /** How many requests at a time. Default: 32. */
  parallel?: number;
  /** Hears how far it is. */
  listener?: PublishListener | undefined;
  /** Ends it: what was begun is left for the next run. */
  signal?: AbortSignal;
  patience?: Patience;
  timing?: LockTiming;
}

/** Hears how far publishing is, in parts of files. */
export interface PublishListener {
  begin(name: string, steps: number): void;
  step(): void;
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

const manifestHeaders = { 'content-type': 'application/gzip', 'cache-control': 'no-cache' };

/**
 * Brings what was built into a store: what changed, and nothing else. Pages come first, then archives, feeds and the index
 * of feeds, then the manifest of what is there; what is no longer part of the site is deleted last. Wherever it is ended,
 * no feed names what is not there, and the next run finishes the work.
 *
 * @throws UsageError for a target that is none, or where nothing was built; PublishError where the store cannot be used,
 *   has objects of others in the way, or another publisher is at work
 */
export async function publishSite(request: PublishRequest): Promise<PublishReport> {
  const { patience = usualPatience, dryRun = false, verifyRemote = false, adopt = false } = request;
  const site = await resolveSite(request);
  const store = openStore({ ...request, patience });
  requireElsewhere(store, site);
  const local = localFiles(site, store.keepsHeaders);
  const known = await readRemote(store);
  requireSameSite(known, site, store, adopt);
  const remote = verifyRemote ? await withDifferences(known, store, local) : known;
  const plan = planPublish(local, remote);
  if (plan.stages.flat().length > 0 || plan.stale.length > 0) {
    const limit = request.parallel ?? 32;
    if (!adopt) await requireFree(store, plan.added, remote.files.size, limit);
    if (!dryRun) {
      const lock = await StoreLock.acquire(store, request.timing ?? usualTiming);
      const { signal, listener } = request;
      const run = new PublishRun({ store, lock, site: site.url, local, remote, limit, signal, listener });
      try {
        await run.carryOut(plan);
      } finally {
        await lock.release();
      }
    }
  }
  return reportOf(plan, site, store);
}

/** What one run works with. */
interface RunContext {
  store: Store;
  lock: StoreLock;
  /** Address of the site. */
  site: string;
  local: ReadonlyMap<OutputPath, LocalFile>;
  remote: RemoteManifest;
  limit: number;
  signal: AbortSignal | undefined;
  listener: PublishListener | undefined;
}

class PublishRun {
  private etag: string | undefined;

  constructor(private readonly context: RunContext) {
    this.etag = context.remote.etag;
  }

  /** The manifest says at each moment what may be in the store, and is never behind. */
  async carryOut(plan: PublishPlan): Promise<void> {
    const { store, local, remote } = this.context;
    const seen = await store.read(remoteManifestName);
    if (seen?.etag !== remote.etag) throw new ChangedMeanwhile(store.name);
    await this.writeManifest(duringPlan(remote, plan));
    await this.send(plan);
    const files = new Map([...local].map(([path, { mark }]) => [path, mark]));
    await this.writeManifest({ files, pending: new Set(plan.stale) });
    if (plan.stale.length === 0) return;
    this.requireLeave();
    await store.remove(plan.stale);
    await this.writeManifest({ files, pending: new Set() });
  }

  private async send({ stages }: PublishPlan): Promise<void> {
    const { store, limit, listener } = this.context;
    const parts = ({ length }: LocalFile) => Math.max(1, Math.ceil(length / partLength));
    listener?.begin(
      'Publishing',
      stages.flat().reduce((sum, file) => sum + parts(file), 0),
    );
    for (const stage of stages) {
      await inParallel(stage, limit, async (file) => {
        this.requireLeave();
        await store.write(file.path, file, file.headers, { step: () => listener?.step() });
      });
    }
  }

  private async writeManifest(manifest: Pick<RemoteManifest, 'files' | 'pending'>): Promise<void> {
    const { store, site } = this.context;
    this.requireLeave();
    const content = manifestContent({ ...manifest, site });
    const condition = { etag: this.etag };
    this.etag = await store.write(remoteManifestName, content, manifestHeaders, { condition });
  }

  /** @throws PublishError where the run was ended, or its lock lost */
  private requireLeave(): void {
    this.context.lock.requireHeld();
    if (!this.context.signal?.aborted) return;
    const hint = 'Run feedwright publish again to finish it.';
    throw new PublishError([{ message: 'Publishing was ended before it was done.', hint }]);
  }
}

/** @throws UsageError where the site would be published into itself */
function requireElsewhere(store: Store, { out }: Site): void {
  if (!(store instanceof FolderStore)) return;
  if (!isWithin(out, store.name) && !isWithin(store.name, out)) return;
  const message = `${store.name} is the output folder, lies in it, or has it in it.`;
  throw new UsageError([{ message, hint: 'Publish into a folder beside it.' }]);
}

function requireSameSite(remote: RemoteManifest, site: Site, store: Store, adopt: boolean): void {
  if (adopt || remote.site === undefined || remote.site === site.url) return;
  const message = `${store.name} holds another site, ${remote.site}; this one is ${site.url}.`;
  const hint = 'Publish into another folder, or replace that site with --adopt.';
  throw new PublishError([{ message, hint }]);
}

function reportOf(plan: PublishPlan, site: Site, { name, traffic }: Store): PublishReport {
  const fresh = new Set(plan.added);
  return {
    target: name,
    sent: plan.stages.flat().map((file) => ({
      path: file.path,
      bytes: file.length,
      change: fresh.has(file) ? 'new' : 'changed',
    })),
    removed: plan.stale,
    unchanged: plan.unchanged,
    invalidations: invalidations(outdatedPaths(plan), site.url),
    ...traffic,
  };
}
