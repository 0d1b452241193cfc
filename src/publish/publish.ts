import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lookup } from 'mrmime';
import type { Asset } from '../articles/assets.js';
import type { UsageProblem } from '../diagnostics/usage-error.js';
import type { FeedIdentity } from '../feeds/feed.js';
import type { Document } from '../formats/document.js';
import { manifestName, manifestText, readManifest } from './manifest.js';
import { PublishError } from './publish-error.js';

/** What became of a published file. */
export interface PublishedFile {
  /** Below the output folder. */
  path: string;
  mediaType: string;
  bytes: number;
  change: 'new' | 'changed' | 'unchanged';
}

/** A file to be published: bytes of our own, or a file of the author's to copy. */
interface Output {
  path: string;
  mediaType: string;
  bytes: number;
  content: Buffer | { copyOf: string };
  givesWay: boolean;
}

/** What a build publishes. */
export interface Publication {
  documents: readonly Document[];
  /** Files of articles, copied as they are. */
  assets: readonly Asset[];
  /** Its feeds, remembered for later builds. */
  feeds: readonly FeedIdentity[];
}

interface PlannedOutput extends Output {
  change: PublishedFile['change'];
}

/**
 * Publishes a site: all of it or nothing. Everything is written beside its place first and then renamed into it,
 * feeds last, so that no feed names a page that is not there yet. A file whose bytes are the same is not touched;
 * files of an earlier build that are no longer part of the site are deleted; files of others never are.
 *
 * @param content what to publish
 * @param out the output folder
 * @throws PublishError where something is in the way, or cannot be written; the folder is then as it was
 */
export function publish(content: Publication, out: string): PublishedFile[] {
  const owned = readManifest(out).files;
  const outputs = outputsOf(content).filter(
    ({ givesWay, path }) => !givesWay || owned.has(path) || !statsOf(join(out, path)),
  );
  const planned = plan(outputs, out, owned);
  const paths = planned.map(({ path }) => path);
  const text = manifestText(paths, content.feeds);
  const manifest = outputOf({ path: manifestName, mediaType: 'application/json', text });
  const changed = [...planned.filter(({ change }) => change !== 'unchanged'), manifest];
  replaceAll(changed, out);
  deleteStale(
    [...owned].filter((path) => !paths.includes(path)),
    out,
  );
  return planned.map(({ path, mediaType, bytes, change }) => ({ path, mediaType, bytes, change }));
}

/** What a build would publish, without looking at the output folder. */
export function listOutputs(content: Publication): PublishedFile[] {
  return outputsOf(content).map(({ path, mediaType, bytes }) => ({ path, mediaType, bytes, change: 'new' }));
}

/** How an output folder differs from what a build would write; nothing where it is the same. */
export function differencesFrom(
  content: Publication,
  out: string,
): { path: string; change: 'new' | 'changed' | 'removed' }[] {
  const owned = readManifest(out).files;
  const outputs = outputsOf(content).filter(
    ({ givesWay, path }) => !givesWay || owned.has(path) || !statsOf(join(out, path)),
  );
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

function outputsOf({ documents, assets }: Publication): Output[] {
  return [...copiesOf(assets), ...documents.map(outputOf)];
}

function outputOf({ path, mediaType, text, givesWay = false }: Document): Output {
  const content = Buffer.from(text);
  return { path, mediaType, bytes: content.length, content, givesWay };
}

/** One copy of each file, though several articles may refer to it. */
function copiesOf(assets: readonly Asset[]): Output[] {
  const byPath = new Map<string, Output>();
  for (const { path, bytes, file } of assets) {
    const mediaType = lookup(path) ?? 'application/octet-stream';
    byPath.set(path, { path, mediaType, bytes, content: { copyOf: file }, givesWay: false });
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function plan(outputs: readonly Output[], out: string, owned: ReadonlySet<string>): PlannedOutput[] {
  const problems: UsageProblem[] = [...findClashes(outputs)];
  const planned = outputs.map((output): PlannedOutput => {
    const { problem, change } = compare(output, out, owned);
    if (problem) problems.push(problem);
    return { ...output, change };
  });
  if (problems.length > 0) throw new PublishError(problems);
  return planned;
}

/** Two documents for one place, also where the disk does not tell capital letters from small ones. */
function findClashes(outputs: readonly Output[]): UsageProblem[] {
  const seen = new Map<string, string>();
  const problems: UsageProblem[] = [];
  for (const { path } of outputs) {
    const key = path.toLowerCase();
    const other = seen.get(key);
    const hint = 'Give the article, or the file, another name.';
    if (other !== undefined)
      problems.push({ message: `${path} would be published twice (also as ${other}).`, hint });
    seen.set(key, path);
  }
  return problems;
}

function compare(
  output: Output,
  out: string,
  owned: ReadonlySet<string>,
): { change: PublishedFile['change']; problem?: UsageProblem } {
  const place = join(out, output.path);
  const stats = statsOf(place);
  if (!stats) return { change: 'new' };
  if (stats.isFile() && isSame(output, place, stats)) return { change: 'unchanged' };
  if (stats.isFile() && owned.has(output.path)) return { change: 'changed' };
  const what = stats.isFile() ? 'a file that feedwright did not write' : 'a folder or link';
  const hint = 'Move it away, or choose another output folder with --out.';
  return { change: 'changed', problem: { message: `${place} is in the way: ${what}.`, hint } };
}

function isSame({ bytes, content }: Output, place: string, stats: Stats): boolean {
  if (stats.size !== bytes) return false;
  const wanted = Buffer.isBuffer(content) ? content : readFileSync(content.copyOf);
  return wanted.equals(readFileSync(place));
}

function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place);
  } catch {
    return undefined;
  }
}

/** Writes everything beside its place, and only then, when nothing can fill the disk any more, renames. */
function replaceAll(outputs: readonly Output[], out: string): void {
  const temporary: { from: string; to: string }[] = [];
  try {
    for (const { path, content } of outputs) {
      const to = join(out, path);
      const from = join(dirname(to), `.${basename(to).slice(0, 200)}.feedwright-new`);
      mkdirSync(dirname(to), { recursive: true });
      temporary.push({ from, to });
      if (Buffer.isBuffer(content)) writeFileSync(from, content);
      else copyFileSync(content.copyOf, from);
    }
  } catch (error) {
    for (const { from } of temporary) rmSync(from, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new PublishError([{ message: `The output folder cannot be written: ${reason}` }]);
  }
  for (const { from, to } of temporary) renameSync(from, to);
}

/** Deletes what an earlier build made and this one did not, and folders that became empty by that. */
function deleteStale(paths: readonly string[], out: string): void {
  for (const path of paths) {
    rmSync(join(out, path), { force: true });
    let folder = dirname(path);
    while (folder !== '.' && removeIfEmpty(join(out, folder))) folder = dirname(folder);
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
