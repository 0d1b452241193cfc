import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { type OutputPath, outputPath } from '../platform/output-path.js';
import { PublishError } from '../publish/publish-error.js';
import { compareText } from '../text/compare-text.js';
import type { Content, Store } from './store.js';

/** The object of a store that names everything that was published there, as JSON (RFC 8259) in gzip (RFC 1952). */
export const remoteManifestName = '.feedwright-published.json.gz';

/** What a store holds of a site. */
export interface RemoteManifest {
  /** Address of the site; none where nothing was published yet. */
  site: string | undefined;
  /** Objects that are there, each with what tells its content and headers from others. */
  files: ReadonlyMap<OutputPath, string>;
  /** Objects that may be there, with any content: they were being written, or deleted. */
  pending: ReadonlySet<OutputPath>;
  /** Entity tag of the manifest; none where there is none. */
  etag: string | undefined;
}

const schema = z.object({
  version: z.literal(1),
  site: z.string(),
  files: z.record(z.string(), z.string()),
  pending: z.array(z.string()),
});
/** The most bytes of a manifest, unpacked: over ten million files. */
const mostBytes = 1_000_000_000;

/**
 * Reads what a store holds.
 *
 * @throws PublishError where its manifest cannot be read: without it nobody knows what is whose
 */
export async function readRemote(store: Store): Promise<RemoteManifest> {
  const object = await store.read(remoteManifestName);
  if (!object) return { site: undefined, files: new Map(), pending: new Set(), etag: undefined };
  try {
    const text = gunzipSync(object.bytes, { maxOutputLength: mostBytes }).toString('utf8');
    const { site, files, pending } = schema.parse(JSON.parse(text));
    return {
      site,
      files: new Map(Object.entries(files).flatMap(([path, hash]) => legal(path).map((own) => [own, hash]))),
      pending: new Set(pending.flatMap(legal)),
      etag: object.etag,
    };
  } catch {
    const message = `${store.name} has a ${remoteManifestName} that cannot be read.`;
    const hint = 'If nothing of value is there, delete it and publish again with --adopt.';
    throw new PublishError([{ message, hint }]);
  }
}

/** A path that no build would make is not ours, whoever wrote it there. */
function legal(path: string): OutputPath[] {
  const passed = outputPath(path, 'feedwright');
  return typeof passed === 'string' ? [passed] : [];
}

/** The content of a manifest, which is like no other: a publisher knows its own again. */
export function manifestContent(
  manifest: Pick<RemoteManifest, 'files' | 'pending'> & { site: string },
): Content {
  const { site, files, pending } = manifest;
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  const text = JSON.stringify({
    version: 1,
    site,
    run: randomUUID(),
    files: Object.fromEntries(sorted),
    pending: [...pending].sort(),
  });
  return { bytes: gzipSync(text) };
}
