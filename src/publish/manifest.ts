import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { FeedIdentity } from '../feeds/feed.js';

/** The file in the output folder that names everything that feedwright put there. */
export const manifestName = '.feedwright.json';

const feedSchema = z.object({
  kind: z.enum(['all', 'language', 'section', 'tag', 'author', 'collection']),
  name: z.string(),
  path: z.string(),
  only: z.string().exactOptional(),
});
const schema = z.object({
  version: z.literal(1),
  files: z.array(z.string()),
  feeds: z.array(feedSchema).default([]),
});

/** What an earlier build published into a folder. */
export interface Manifest {
  /** Paths of its files. */
  files: ReadonlySet<string>;
  /** Its feeds, to which people may have subscribed. */
  feeds: readonly FeedIdentity[];
}

/** What an earlier build published into a folder; nothing where there was none, or its manifest is damaged. */
export function readManifest(out: string): Manifest {
  try {
    const { files, feeds } = schema.parse(JSON.parse(readFileSync(join(out, manifestName), 'utf8')));
    return { files: new Set(files.filter(isInside)), feeds: feeds.filter(({ path }) => isInside(path)) };
  } catch {
    return { files: new Set(), feeds: [] };
  }
}

/** The manifest's text: sorted, one path a line, so that changes merge and read well. */
export function manifestText(paths: readonly string[], feeds: readonly FeedIdentity[]): string {
  const identities = feeds.map(({ kind, name, path, only }) => ({ kind, name, path, only }));
  return `${JSON.stringify({ version: 1, files: [...paths].sort(), feeds: identities }, null, 1)}\n`;
}

/** A manifest that was edited by hand must not make a build delete files elsewhere. */
function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
}
