import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { type OutputPath, outputPath } from '../platform/output-path.js';
import { PublishError } from '../publish/publish-error.js';
import { compareText } from '../text/compare-text.js';
import type { ReadObject, Store } from './store.js';

/** The object of a store that names everything that was published there, as JSON (RFC 8259) in gzip (RFC 1952). */
export const remoteManifestName = '.feedwright-published.json.gz';

/** What a store holds of a site. */
export interface RemoteManifest {
  /** Address of the site; none where nothing was published yet. */
  site: string | undefined;
  /** Objects that are there, each with its fingerprint. */
  files: ReadonlyMap<OutputPath, string>;
  /** Objects that may be there, with any content: they were being written, or deleted. */
  pending: ReadonlySet<OutputPath>;
  /** The manifest itself; nothing where there is none. */
  object: ReadObject | undefined;
}

const schema = z.object({
  version: z.literal(1),
  site: z.string(),
  files: z.record(z.string(), z.string()),
  pending: z.array(z.string()),
});
const gzipMagic = Buffer.from([0x1f, 0x8b]);
/** How large a manifest may be: this, and so much for each file of the site. */
const limits = { base: 64_000_000, perFile: 500 };

/**
 * Reads what a store holds.
 *
 * @param count how many files the site has now
 * @throws PublishError where its manifest cannot be read: without it nobody knows what is whose
 */
export async function readRemote(store: Store, count: number): Promise<RemoteManifest> {
  const object = await store.read(remoteManifestName);
  if (!object) return { site: undefined, files: new Map(), pending: new Set(), object };
  // RFC 1952, 2.3.1: anything else is no manifest, but what a server answers for any address.
  if (!object.bytes.subarray(0, 2).equals(gzipMagic)) {
    const message = `${store.name} does not answer with its ${remoteManifestName}, but with something else.`;
    throw new PublishError([
      { message, hint: 'Check the address of the store: --endpoint and --path-style.' },
    ]);
  }
  try {
    const maxOutputLength = limits.base + limits.perFile * count;
    const text = gunzipSync(object.bytes, { maxOutputLength }).toString('utf8');
    const { site, files, pending } = schema.parse(JSON.parse(text));
    const entries = Object.entries(files).flatMap(([path, fingerprint]) =>
      legal(path).map((own) => [own, fingerprint] as const),
    );
    return { site, files: new Map(entries), pending: new Set(pending.flatMap(legal)), object };
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

/** The bytes of a manifest, which are like no others: a publisher knows its own again. */
export function manifestBytes(
  manifest: Pick<RemoteManifest, 'files' | 'pending'> & { site: string },
): Buffer {
  const { site, files, pending } = manifest;
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  const text = JSON.stringify({
    version: 1,
    site,
    run: randomUUID(),
    files: Object.fromEntries(sorted),
    pending: [...pending].sort(),
  });
  return gzipSync(text);
}
