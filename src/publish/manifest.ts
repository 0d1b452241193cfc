import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type FeedIdentity, feedKinds } from '../feeds/feed.js';
import { isFeedFolder } from '../feeds/feed-folder.js';
import { languageTag } from '../language/language-tag.js';
import { type OutputPath, outputPath } from '../platform/output-path.js';

/** The file in the output folder that names everything that feedwright put there. */
export const manifestName = '.feedwright.json';

/** Hashes of the contents that a file of ours may have: two while a build puts a new one in its place. */
export type Hashes = readonly string[];

const folder = z.string().refine(isFeedFolder);
const feedSchema = z.object({
  kind: z.enum(feedKinds),
  name: z.string(),
  path: z.string(),
  only: z
    .string()
    .refine((tag) => languageTag(tag) !== undefined)
    .exactOptional(),
  first: folder.exactOptional(),
  former: z.array(folder).exactOptional(),
});
const schema = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  /** Version 1 had paths alone, with which nothing can be proved to be ours. */
  files: z.union([
    z.record(z.string(), z.string()),
    z.array(z.string()).transform((paths) => Object.fromEntries(paths.map((path) => [path, '']))),
  ]),
  // One that was edited by hand, and is none, is forgotten.
  feeds: z
    .array(z.unknown())
    .default([])
    .transform((list) => list.flatMap((each) => feedSchema.safeParse(each).data ?? [])),
});

/** What an earlier build published into a folder. */
export interface Manifest {
  /** Its files, with what proves that they are still the ones that were published. */
  files: ReadonlyMap<OutputPath, Hashes>;
  /** Its feeds, to which people may have subscribed. */
  feeds: readonly FeedIdentity[];
}

/** What an earlier build published into a folder; nothing where there was none, or its manifest is damaged. */
export function readManifest(out: string): Manifest {
  try {
    const { files, feeds } = schema.parse(JSON.parse(readFileSync(join(out, manifestName), 'utf8')));
    const paths = new Map<OutputPath, Hashes>();
    for (const [name, hashes] of Object.entries(files)) {
      // One that was edited by hand must not make a build touch what it never wrote.
      const path = outputPath(name, 'feedwright');
      if (typeof path === 'string') paths.set(path, hashes === '' ? [] : hashes.split(' '));
    }
    return { files: paths, feeds };
  } catch {
    return { files: new Map(), feeds: [] };
  }
}

/** The manifest's text: sorted, one path a line, so that changes merge and read well. */
export function manifestText(files: ReadonlyMap<OutputPath, Hashes>, feeds: readonly FeedIdentity[]): string {
  const identities = feeds.map(({ kind, name, path, only, first, former = [] }) => ({
    ...{ kind, name, path, only, first },
    ...(former.length > 0 ? { former } : {}),
  }));
  const sorted = [...files.keys()].sort().map((path) => [path, (files.get(path) ?? []).join(' ')]);
  return `${JSON.stringify({ version: 2, files: Object.fromEntries(sorted), feeds: identities }, null, 1)}\n`;
}

/** The hash of a content, as the manifest has it. */
export function hashOfPieces(pieces: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return shortened(hash.digest('base64url'));
}

/** A hash of SHA-256 in base64url, as the manifest has it: 132 bits of it tell contents apart. */
export function shortened(base64url: string): string {
  return base64url.slice(0, 22);
}
