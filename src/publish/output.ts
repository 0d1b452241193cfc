import { lstatSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import type { Asset } from '../articles/assets.js';
import type { UsageProblem } from '../diagnostics/usage-error.js';
import { besideAs, type OutputPath } from '../platform/output-path.js';
import { hashOfFile } from '../platform/read-pieces.js';
import { hasCode, reasonOf } from '../platform/reason.js';
import { compareText } from '../text/compare-text.js';
import { hasIllegalBytes } from '../text/xml-characters.js';
import { bytesIn, type Document } from './document.js';
import { hashOfPieces, shortened } from './manifest.js';
import { PublishError } from './publish-error.js';

/** A file to be published: bytes of our own, or a file of the author's to copy. */
export interface Output {
  path: OutputPath;
  mediaType: string;
  bytes: number;
  content: readonly Buffer[] | { copyOf: string };
  givesWay: boolean;
  /** It is put in its place after all others, which it names. */
  isFeed: boolean;
  /** Tells its content from every other, as the manifest has it; made when somebody asks. */
  hash: () => string;
}

/** What publishing a file would do; `blocked` tells what stands in its way. */
export interface FileComparison {
  change: 'new' | 'changed' | 'unchanged';
  blocked?: UsageProblem;
}

/** The file of a document, after its compressed copies where it gets some. */
export function outputsOf(document: Document, precompress: boolean): Output[] {
  const output = outputOf(document);
  return precompress ? compressed(output) : [output];
}

/** Files by which hosts are told something; nobody asks for them. */
const forHosts = /(^|\/)(_headers|_redirects|vercel\.json|feedwright\.nginx\.conf|\.[^/]*)$/;

/** A text with its `.gz` (RFC 1952) and `.br` (RFC 7932) before it; the same bytes every time. */
function compressed(output: Output): Output[] {
  const { path, content } = output;
  if ('copyOf' in content || forHosts.test(path)) return [output];
  const zip = (ending: '.gz' | '.br', bytes: Buffer): Output => ({
    ...output,
    path: besideAs(path, ending),
    mediaType: 'application/octet-stream',
    bytes: bytes.length,
    content: [bytes],
    hash: once(() => hashOfPieces([bytes])),
  });
  const whole = Buffer.concat(content);
  return [zip('.gz', gzipSync(whole, { level: 9 })), zip('.br', brotliCompressSync(whole)), output];
}

function outputOf({ path, mediaType, content: make, givesWay = false, isFeed = false }: Document): Output {
  const content = make();
  requireLegal(path, mediaType, content);
  const hash = once(() => hashOfPieces(content));
  return { path, mediaType, bytes: bytesIn(content), content, givesWay, isFeed, hash };
}

/**
 * Looks at every document in XML for characters that XML 1.0 does not allow, however it came about.
 *
 * @throws PublishError where there is one, which only a plugin can bring in
 */
function requireLegal(path: OutputPath, mediaType: string, content: readonly Buffer[]): void {
  if (!/[/+-](?:xml|opml)\b/.test(mediaType) || !content.some(hasIllegalBytes)) return;
  const hint = 'Correct the plugin that wrote them; without one, please report this as a bug.';
  throw new PublishError([{ message: `${path} has characters that XML does not allow.`, hint }]);
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Whether a file is published: one that gives way is not where somebody else's stands in its place. */
export function isOurs({ givesWay, path }: Output, out: string, owned: Owned): boolean {
  return !givesWay || owned.has(path) || !statsOf(join(out, path));
}

/** The files of an earlier build. */
export type Owned = ReadonlyMap<OutputPath, unknown>;

/** One copy of each file, though several articles may refer to it. */
export function copiesOf(assets: readonly Asset[]): Output[] {
  const byPath = new Map<OutputPath, Output>();
  for (const { path, bytes, file } of assets) {
    const mediaType = lookup(path) ?? 'application/octet-stream';
    const hash = once(() => hashOfSource(file));
    const content = { copyOf: file };
    byPath.set(path, { path, mediaType, bytes, content, givesWay: false, isFeed: false, hash });
  }
  return [...byPath.values()].sort((a, b) => compareText(a.path, b.path));
}

/** @throws PublishError where the file of an author can no longer be read */
function hashOfSource(file: string): string {
  try {
    return shortened(hashOfFile(file));
  } catch (error) {
    throw new PublishError([{ message: `${file} cannot be read: ${reasonOf(error)}` }]);
  }
}

/** Two documents for one place, also where the disk does not tell capital letters from small ones. */
export function findClashes(outputs: readonly { path: string }[]): UsageProblem[] {
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

/** Compares a file with what is at its place, and looks for what stands in the way. */
export function compare(output: Output, out: string, owned: Owned): FileComparison {
  const place = join(out, output.path);
  const wall = wallAbove(output.path, out);
  if (wall) return { change: 'new', blocked: inTheWay(wall, 'not a folder') };
  const stats = statsOf(place);
  if (!stats) return { change: 'new' };
  if (stats.isFile() && isSame(output, place, stats)) return { change: 'unchanged' };
  if (stats.isFile() && owned.has(output.path)) return { change: 'changed' };
  const what = stats.isFile() ? 'a file that feedwright did not write' : 'a folder or link';
  return { change: 'changed', blocked: inTheWay(place, what) };
}

function inTheWay(place: string, what: string): UsageProblem {
  const hint = 'Move it away, or choose another output folder with --out.';
  return { message: `${place} is in the way: ${what}.`, hint };
}

/** What is no folder although a file is to be put below it: a file, or a link that may lead elsewhere. */
export function wallAbove(path: string, out: string): string | undefined {
  let folder = out;
  // From the top: what lies behind a link is no part of the output folder.
  for (const part of dirname(path).split('/')) {
    if (part === '.') return undefined;
    folder = join(folder, part);
    const stats = statsOf(folder);
    if (!stats) return undefined;
    if (!stats.isDirectory()) return folder;
  }
  return undefined;
}

function isSame({ bytes, hash }: Output, place: string, stats: Stats): boolean {
  return stats.size === bytes && shortened(hashOfFile(place)) === hash();
}

/** What is at a place; nothing where there is nothing, or a file above it. */
export function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}
