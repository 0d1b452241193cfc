import { join } from 'node:path';
import type { Asset } from '../articles/assets.js';
import type { UsageProblem } from '../diagnostics/usage-error.js';
import type { FeedIdentity } from '../feeds/feed.js';
import { type Document, textDocument } from '../formats/document.js';
import { manifestName, manifestText, readManifest } from './manifest.js';
import {
  type Comparison,
  compare,
  findClashes,
  type Output,
  outputOf,
  outputsOf,
  statsOf,
} from './output.js';
import { PublishError } from './publish-error.js';
import { whileLocked } from './publish-lock.js';
import { clearStaging, deleteFiles, putInPlace, stage } from './replace-files.js';

/** What became of a published file. */
export interface PublishedFile {
  /** Below the output folder. */
  path: string;
  mediaType: string;
  bytes: number;
  change: 'new' | 'changed' | 'unchanged';
}

/** What a build publishes. */
export interface Publication {
  documents: readonly Document[];
  /** Files of articles, copied as they are. */
  assets: readonly Asset[];
  /** Texts get `.gz` and `.br` beside them. */
  precompress?: boolean;
  /** Its feeds, remembered for later builds. */
  feeds: readonly FeedIdentity[];
}

type PlannedOutput = Output & Pick<Comparison, 'change'>;

/**
 * Publishes a site: all of it or nothing. Everything is written beside its place first and then renamed into it,
 * feeds last, so that no feed names a page that is not there yet. A file whose bytes are the same is not touched;
 * files of an earlier build that are no longer part of the site are deleted; files of others never are. A build that
 * was killed leaves whole files, and the next one puts everything right.
 *
 * @param content what to publish
 * @param out the output folder
 * @throws PublishError where something is in the way, or cannot be written; the folder is then as it was
 */
export function publish(content: Publication, out: string): PublishedFile[] {
  return whileLocked(out, () => replaceSite(content, out));
}

function replaceSite(content: Publication, out: string): PublishedFile[] {
  const owned = readManifest(out).files;
  const planned = plan(content, out, owned);
  const paths = planned.map(({ path }) => path);
  const current = new Set(paths);
  const stale = [...owned].filter((path) => !current.has(path));
  const changed = planned.filter(({ change }) => change !== 'unchanged');
  const manifest = (files: readonly string[]) =>
    outputOf(textDocument(manifestName, 'application/json', manifestText(files, content.feeds)));
  // First what may be there from now on: a build that is killed between two files must know them as its own.
  const during = manifest([...new Set([...owned, ...paths])]);
  const after = manifest(paths);
  const isSame =
    changed.length === 0 && stale.length === 0 && compare(after, out, owned).change === 'unchanged';
  if (!isSame) {
    const staged = stage([during, ...changed, after], out);
    putInPlace(staged.slice(0, -1));
    deleteFiles(stale, out);
    putInPlace(staged.slice(-1));
  }
  clearStaging(out);
  return planned.map(({ path, mediaType, bytes, change }) => ({ path, mediaType, bytes, change }));
}

/** What a build would publish, without looking at the output folder. */
export function listOutputs({ documents, assets, precompress }: Publication): PublishedFile[] {
  return outputsOf(documents, assets, precompress).map(({ path, mediaType, bytes }) => ({
    path,
    mediaType,
    bytes,
    change: 'new',
  }));
}

/** How an output folder differs from what a build would write; nothing where it is the same. */
export function differencesFrom(
  content: Publication,
  out: string,
): { path: string; change: 'new' | 'changed' | 'removed' }[] {
  const owned = readManifest(out).files;
  const outputs = wantedOutputs(content, out, owned);
  const paths = new Set(outputs.map(({ path }) => path));
  const removed = [...owned].filter((path) => !paths.has(path));
  const changes = outputs.map((output) => ({
    path: output.path,
    change: compare(output, out, owned).change,
  }));
  return [
    ...changes.flatMap(({ path, change }) => (change === 'unchanged' ? [] : [{ path, change }])),
    ...removed.map((path) => ({ path, change: 'removed' as const })),
  ];
}

/** Every file but those that give way to one of somebody else. */
function wantedOutputs(
  { documents, assets, precompress }: Publication,
  out: string,
  owned: ReadonlySet<string>,
): Output[] {
  return outputsOf(documents, assets, precompress).filter(
    ({ givesWay, path }) => !givesWay || owned.has(path) || !statsOf(join(out, path)),
  );
}

function plan(content: Publication, out: string, owned: ReadonlySet<string>): PlannedOutput[] {
  const outputs = wantedOutputs(content, out, owned);
  const problems: UsageProblem[] = [...findClashes(outputs)];
  const planned = outputs.map((output): PlannedOutput => {
    const { blocked, change } = compare(output, out, owned);
    if (blocked) problems.push(blocked);
    return { ...output, change };
  });
  if (problems.length > 0) throw new PublishError(problems);
  return planned;
}
