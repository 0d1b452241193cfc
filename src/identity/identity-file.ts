import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UsageError } from '../diagnostics/usage-error.js';
import { type FeedIdentity, feedKinds } from '../feeds/feed.js';
import { isFeedFolder } from '../feeds/feed-folder.js';
import { languageTag } from '../language/language-tag.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { realPathWithin } from '../platform/real-path.js';
import { replaceFile } from '../platform/replace-file.js';
import { hasIllegalCharacters } from '../text/xml-characters.js';

/** The file beside the settings that remembers what was published. It is committed, like the lock file of packages. */
export const identityFileName = 'feedwright.lock';

/** An item as it was published: what readers know it by, and what it is recognised by when it moves. */
export interface KnownItem {
  id: string;
  /** ISO 8601, in UTC. */
  date: string;
  /** Its address below that of the site. */
  path: string;
  /** Its file below the folder of articles, escaped where its name could not stand on a line. */
  file: string;
  /** Of its text. */
  hash: string;
  /** Addresses that it had before, the oldest first. */
  former: readonly string[];
}

/** Everything that was ever published by a site. */
export interface Identity {
  /** Address at which the site was first published, which the ids of feeds begin with; none where no build wrote it. */
  site?: string | undefined;
  items: readonly KnownItem[];
  feeds: readonly FeedIdentity[];
}

const header = '# The ids of everything that was published. feedwright writes this file; commit it.';
const kinds = z.enum(feedKinds);

/**
 * Reads the identity of a site.
 *
 * @param root folder of the settings
 * @param files looks at it
 * @returns nothing where the site has no such file
 * @throws UsageError where it is damaged, for example by a merge that was not finished
 */
export function readIdentity(root: string, files: FileTracker): Identity | undefined {
  const file = join(root, identityFileName);
  const stats = files.stat(file);
  if (!stats) return undefined;
  if (realPathWithin(root, file) === undefined || !stats.isFile()) throw notOurs(file);
  const items: KnownItem[] = [];
  const feeds: FeedIdentity[] = [];
  let site: string | undefined;
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  lines.forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [what, ...columns] = line.split('\t');
    const item = what === 'item' ? itemFrom(columns) : undefined;
    const feed = what === 'feed' ? feedFrom(columns) : undefined;
    if (item) items.push(item);
    else if (feed) feeds.push(feed);
    else if (what === 'site' && !site && isSiteUrl(columns)) [site] = columns;
    else throw damaged(file, index + 1);
    if (hasIllegalCharacters(line)) throw damaged(file, index + 1);
  });
  return { site, items, feeds };
}

function isSiteUrl([url = '', ...more]: string[]): boolean {
  return /^https?:\/\/[^\s?#@<>"]+\/$/.test(url) && URL.canParse(url) && more.length === 0;
}

function itemFrom([id, date, path, file, hash, ...former]: string[]): KnownItem | undefined {
  if (!id || !date || path === undefined || !file || hash === undefined) return undefined;
  return Number.isNaN(Date.parse(date)) ? undefined : { id, date, path, file, hash, former };
}

function feedFrom([path, kind, name, only, first, ...former]: string[]): FeedIdentity | undefined {
  const known = kinds.safeParse(kind);
  if (path === undefined || !known.success || name === undefined) return undefined;
  if (![path, first ?? '', ...former].every(isFeedFolder) || (path === '') !== (kind === 'all'))
    return undefined;
  if (only && languageTag(only) === undefined) return undefined;
  return {
    ...{ kind: known.data, name, path },
    ...(only ? { only } : {}),
    ...(first ? { first } : {}),
    ...(former.length > 0 ? { former } : {}),
  };
}

function notOurs(file: string): UsageError {
  const message = `${file} is not a file, or is a link that leads out of the folder of the settings.`;
  return new UsageError([{ message, hint: 'Put the file itself there.' }]);
}

function damaged(file: string, line: number): UsageError {
  const hint = 'Resolve the merge conflict in it, or restore it from version control.';
  return new UsageError([{ message: `${file}, line ${line} cannot be read.`, hint }]);
}

/** The columns of a feed, up to the last one that says something. */
function columnsOf({ path, kind, name, only = '', first = '', former = [] }: FeedIdentity): string[] {
  const more = [only, first, ...former];
  return [path, kind, name, ...more.slice(0, more.findLastIndex((column) => column !== '') + 1)];
}

/** The text of the file: one line an item or feed, sorted, so that changes of two people merge. */
export function identityText({ site, items, feeds }: Identity): string {
  const lines = [
    ...(site === undefined ? [] : [['site', site]]),
    ...items.map(({ id, date, path, file, hash, former }) => ['item', id, date, path, file, hash, ...former]),
    // Of the main feed there is only to remember what leads to it.
    ...feeds
      .filter(({ path, former = [] }) => path !== '' || former.length > 0)
      .map((feed) => ['feed', ...columnsOf(feed)]),
  ].map((columns) => columns.join('\t'));
  return `${[header, ...lines.sort()].join('\n')}\n`;
}

/** Writes the file, whole or not at all; where nothing changed it is not touched. */
export function writeIdentity(root: string, identity: Identity): void {
  const file = join(root, identityFileName);
  const text = identityText(identity);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  replaceFile(file, (beside) => writeFileSync(beside, text));
}
