import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../diagnostics/usage-error.js';
import { isMainFeed } from '../feeds/feed.js';
import { headerRules } from '../pages/header-rules.js';
import type { OutputPath } from '../platform/output-path.js';
import { hashOfPieces, readManifest } from '../publish/manifest.js';
import { PublishError } from '../publish/publish-error.js';
import type { Site } from '../site/site.js';
import { type FileRole, roleIn } from './file-role.js';
import { ObjectHeaderTable } from './object-headers.js';
import { type BuiltFile, notAsBuilt, type ObjectHeaders } from './store.js';

/** A file of the output folder that is to be in the store. */
export interface LocalFile extends BuiltFile {
  path: OutputPath;
  role: FileRole;
  headers: ObjectHeaders;
  /** Tells the object from every other: its content, and its headers. */
  fingerprint: string;
}

/** The site that the last build left. */
export interface LocalSite {
  files: Map<OutputPath, LocalFile>;
  /** What each file is to the others, also one that is no longer part of the site. */
  roleOf: (path: OutputPath) => FileRole;
}

/**
 * The site that the last build left.
 *
 * @param keepsHeaders whether the store sends headers that it is given
 * @throws UsageError where nothing was built; PublishError where a build did not end, or files are missing
 */
export function readLocalSite(
  site: Pick<Site, 'out' | 'url' | 'pages' | 'hub' | 'formerFeeds' | 'podcast'>,
  keepsHeaders: boolean,
): LocalSite {
  const { files, feeds } = readManifest(site.out);
  if (files.size === 0) {
    const hint = 'Run feedwright build first, publish with --build, or name the folder with --out.';
    throw new UsageError([{ message: `There is no built site in ${site.out}.`, hint }]);
  }
  const homes = new Set(feeds.filter(isMainFeed).map((feed) => feed.path));
  const roleOf = roleIn(homes, new Set(site.formerFeeds.map(({ from }) => from)));
  const base = new URL(site.url).pathname;
  const table = new ObjectHeaderTable(headerRules(feeds, site), base, files, roleOf);
  const local = new Map<OutputPath, LocalFile>();
  const missing: OutputPath[] = [];
  for (const [path, hashes] of files) {
    const [hash, other] = hashes;
    if (hash === undefined || other !== undefined) throw notFinished(site.out);
    const headers = keepsHeaders ? table.headersFor(path) : {};
    const file = join(site.out, path);
    const length = lengthOf(file);
    if (length === undefined) missing.push(path);
    else
      local.set(path, {
        path,
        file,
        length,
        hash,
        role: roleOf(path),
        headers,
        fingerprint: fingerprintOf(hash, headers),
      });
  }
  if (missing.length > 0) throw notAsBuilt(...missing);
  return { files: local, roleOf };
}

function fingerprintOf(hash: string, headers: ObjectHeaders): string {
  return hashOfPieces([hash, '\n', JSON.stringify(Object.entries(headers).sort())]);
}

/** In bytes; nothing where there is no such file. */
function lengthOf(file: string): number | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : undefined;
}

function notFinished(out: string): PublishError {
  const message = `The last build into ${out} is still running or was interrupted.`;
  return new PublishError([{ message, hint: 'Run feedwright build, then publish again.' }]);
}
