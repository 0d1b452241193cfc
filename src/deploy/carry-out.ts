import { inParallel } from '../platform/in-parallel.js';
import type { OutputPath } from '../platform/output-path.js';
import type { LocalFile } from './local-files.js';
import { duringPlan, type PublishPlan } from './plan-publish.js';
import { manifestBytes, type RemoteManifest, remoteManifestName } from './remote-manifest.js';
import type { Session } from './session.js';
import type { Store } from './store.js';

/** Hears how far uploading is. */
export interface UploadListener {
  /** So many files will be uploaded. */
  begin?(name: string, steps: number): void;
  /** One was. */
  step?(): void;
}

/** What a plan is carried out with. */
export interface PlanContext {
  store: Store;
  session: Session;
  /** Address of the site. */
  site: string;
  local: ReadonlyMap<OutputPath, LocalFile>;
  remote: RemoteManifest;
  /** How many requests at a time. */
  parallel: number;
  listener: UploadListener | undefined;
}

const manifestHeaders = { 'content-type': 'application/gzip', 'cache-control': 'no-cache' };

/**
 * Carries out a plan; the lock of the store must be held. The manifest says at each moment what may be in the store, and is
 * never behind: whoever comes after a run that was killed knows of everything that it may have left.
 *
 * @throws PublishError where the store refuses something, the session ends, or another publisher wrote the manifest
 */
export async function carryOut(plan: PublishPlan, context: PlanContext): Promise<void> {
  const { store, site, local, remote, parallel, listener, session } = context;
  let etag = remote.object?.etag;
  const writeManifest = async (holdings: Pick<RemoteManifest, 'files' | 'pending'>) => {
    const bytes = manifestBytes({ ...holdings, site });
    etag = await store.put(remoteManifestName, bytes, manifestHeaders, { etag });
  };
  await writeManifest(duringPlan(remote, plan));
  listener?.begin?.('Uploading', plan.stages.flat().length);
  for (const stage of plan.stages) {
    await inParallel(stage, parallel, async (file) => {
      session.requireActive();
      await store.upload(file.path, file, file.headers);
      listener?.step?.();
    });
  }
  const files = new Map([...local].map(([path, { fingerprint }]) => [path, fingerprint]));
  await writeManifest({ files, pending: new Set(plan.deletions.flat()) });
  if (plan.deletions.length === 0) return;
  for (const stage of plan.deletions) await store.remove(stage);
  await writeManifest({ files, pending: new Set() });
}
