import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../diagnostics/usage-error.js';
import { isWithin, realPathToBe } from '../platform/real-path.js';
import { reasonOf } from '../platform/reason.js';
import { writeNewFiles } from '../platform/write-new-files.js';
import { requireShallow, TooCostly, withinBudget } from '../text/budget.js';
import { TooDeep } from '../text/too-deep.js';
import { type ArticleFile, articleFile } from './article-file.js';
import type { Imported } from './imported-item.js';
import { Loader } from './load-document.js';
import { readFeed } from './read-feed.js';
import { isWordpressExport, readWordpress } from './read-wordpress.js';

/** What an import made. */
export interface ImportReport {
  /** Files that were written, below the folder of articles. */
  written: string[];
  /** Files that were there before, and were left alone. */
  kept: string[];
  /** Entries that are no articles, and why. */
  leftOut: { title: string; reason: string }[];
  /** How many posts have a shortcode that stays in their text, by its name. */
  shortcodes: ReadonlyMap<string, number>;
  /** Address of the site, where the document says it. */
  home?: string | undefined;
}

/** What to import, and where to. */
export interface ImportRequest {
  /** A file, or an http or https address. */
  from: string;
  cwd: string;
  /** Folder of articles, absolute. */
  articles: string;
  /** Language of the site. */
  language: string;
}

/** Archives of one feed that are followed; more would be a circle. */
const mostDocuments = 1000;

/**
 * Turns a feed with its archives, or an export of WordPress, into article files. No file is ever overwritten, and where one
 * cannot be written, none is.
 *
 * @throws UsageError where it cannot be read, or is neither; the file system's error where a file cannot be written
 */
export async function importArticles(request: ImportRequest, loader?: Loader): Promise<ImportReport> {
  const shortcodes = new Map<string, number>();
  const report: ImportReport = { written: [], kept: [], leftOut: [], shortcodes };
  const texts = new Map<string, string>();
  const taken = new Map<string, number>();
  const ids = new Set<string>();
  for await (const { items, leftOut, home, shortcodes: unknown } of documentsOf(request, loader)) {
    report.leftOut.push(...leftOut);
    report.home ??= home;
    for (const name of unknown) shortcodes.set(name, (shortcodes.get(name) ?? 0) + 1);
    for (const item of items) {
      const key = item.id ?? item.url ?? item.title;
      if (ids.has(key)) continue;
      ids.add(key);
      const made = articleOf(item, { language: request.language, home });
      if ('reason' in made) report.leftOut.push({ title: item.title, reason: made.reason });
      else texts.set(freePath(made.path, texts, taken), made.text);
    }
  }
  const fileOf = (path: string) => join(request.articles, path);
  const top = realPathToBe(request.articles);
  for (const path of texts.keys()) {
    if (isWithin(top, realPathToBe(dirname(fileOf(path))))) continue;
    report.leftOut.push({ title: path, reason: 'a link leads out of the folder of articles' });
    texts.delete(path);
  }
  const kept = new Set(writeNewFiles(new Map([...texts].map(([path, text]) => [fileOf(path), text]))));
  for (const path of texts.keys()) (kept.has(fileOf(path)) ? report.kept : report.written).push(path);
  return report;
}

/**
 * A feed or an export, and the documents with its older items.
 *
 * @throws UsageError where one cannot be read
 */
export async function* documentsOf(
  { from, cwd }: Pick<ImportRequest, 'from' | 'cwd'>,
  loader = new Loader(),
): AsyncGenerator<Imported> {
  let next: string | undefined = /^https?:\/\//.test(from) ? from : resolve(cwd, from);
  const seen = new Set<string>();
  while (next && !seen.has(next) && seen.size < mostDocuments) {
    seen.add(next);
    const document: Imported = read(await loader.load(next), next);
    yield document;
    next = document.next && olderThan(next, document.next);
  }
}

/** Archives of a feed on the web are on the web; those of a file lie beside it, if they are there. */
function olderThan(current: string, next: string): string | undefined {
  if (/^https?:/.test(current)) {
    const url = URL.canParse(next, current) ? new URL(next, current) : undefined;
    return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
  }
  const parts = URL.canParse(next) ? new URL(next).pathname.split('/').filter(Boolean) : next.split('/');
  for (let from = 0; from < parts.length; from += 1) {
    for (const up of ['.', '..', '../..', '../../..']) {
      const file = resolve(dirname(current), up, ...parts.slice(from));
      if (existsSync(file) && file !== current && parts.length - from > 1) return file;
    }
  }
  return undefined;
}

function read(document: string, from: string): Imported {
  try {
    return isWordpressExport(document) ? readWordpress(document) : readFeed(document);
  } catch (error) {
    const reason = reasonOf(error);
    const hint = 'RSS 2.0, Atom, JSON Feed and exports of WordPress (WXR) are read.';
    throw new UsageError([{ message: `${from} is not a feed: ${reason.replace(/\.$/, '')}.`, hint }]);
  }
}

/** An item as an article; the reason where it cannot be one, which is its own problem. */
function articleOf(...given: Parameters<typeof articleFile>): ArticleFile | { reason: string } {
  try {
    const [item] = given;
    requireShallow(item.html);
    return withinBudget(item.html.length, () => articleFile(...given));
  } catch (error) {
    if (error instanceof TooDeep) return { reason: 'its elements stand in each other too deeply' };
    return { reason: error instanceof TooCostly ? 'its text takes too long' : reasonOf(error) };
  }
}

/**
 * Two articles of one year and one name: the second gets a number.
 *
 * @param last the last number that each name got
 */
function freePath(path: string, taken: ReadonlyMap<string, unknown>, last: Map<string, number>): string {
  if (!taken.has(path)) return path;
  for (let number = last.get(path) ?? 2; ; number += 1) {
    const other = path.replace(/\.md$/, `-${number}.md`);
    if (taken.has(other)) continue;
    last.set(path, number + 1);
    return other;
  }
}
