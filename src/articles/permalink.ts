import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { languageTag } from '../language/language-tag.js';
import { slugify } from '../language/slug.js';
import { two, wallTimeAt } from '../language/zoned-time.js';
import { decodePath } from '../platform/decode-path.js';
import { asUri } from '../platform/iri.js';
import { pageFile } from '../platform/page-file.js';
import { type Article, fieldsOf } from './article.js';
import type { Conventions, Dated } from './conventions.js';

/** What an address is made with. */
export interface Addressing {
  /** Absolute address of the site, ending in `/`. */
  url: string;
  /** Pattern of the addresses of articles that have none of their own: `/:year/:month/:slug/`. Default: the tool's. */
  permalink?: string | undefined;
  timezone: string;
  /** Whether there will be a page at the address, which then has to be one for a file. */
  pages: boolean;
  /** How the tool that the articles were written for makes addresses. */
  conventions: Conventions;
}

/** What a pattern may hold, and what each name stands for. */
export const permalinkPlaceholders = {
  slug: 'the slug, or the name of the file',
  title: 'the same as :slug',
  year: 'year of the date, four digits, in the time zone of the site',
  month: 'month, two digits',
  day: 'day, two digits',
  hour: 'hour, two digits',
  minute: 'minute, two digits',
  second: 'second, two digits',
  i_month: 'month without a leading zero',
  i_day: 'day without a leading zero',
  section: 'the first section, as a slug; nothing where there is none',
  language: 'language of the article',
  path: 'the folders above the file',
} as const;

type Placeholder = keyof typeof permalinkPlaceholders;

/**
 * The address of an article: its own permalink, else the site's pattern. It stays inside of the site.
 *
 * @returns the path below the site's address, without a leading slash and with the characters that URLs need
 *   escaped (`health/innomed/`), or FW022
 */
export function addressOf(article: Article & { date: Date }, site: Addressing): string | Diagnostic {
  const { conventions } = site;
  const wall = wallTimeAt(article.date, site.timezone);
  let copy: Dated | undefined;
  // Only tools with ways of their own want it; the copy takes longer than all the rest.
  const dated = () => {
    copy ??= { ...article, date: article.date, wall, fields: fieldsOf(article) };
    return copy;
  };
  const own = article.permalink;
  const pattern =
    own === undefined
      ? (site.permalink ?? conventions.pattern?.(dated()) ?? '/:slug/')
      : (conventions.permalink?.(own, dated()) ?? own);
  const inside = insideSite(pattern, site.url);
  const below = inside === undefined ? undefined : fill(inside, { article, wall, dated }, conventions);
  const filled = below !== undefined && own === undefined ? withLanguage(below, article, pattern) : below;
  // The pattern of the settings says itself how addresses end.
  const endsWithSlash = conventions.endsWithSlash && (own !== undefined || site.permalink === undefined);
  const path = filled && endsWithSlash && !filled.endsWith('/') ? `${filled}/` : filled;
  const unusable = path === undefined ? 'it leads out of the site' : whyUnusable(path);
  if (path === undefined || unusable) return refuse(article, pattern, unusable ?? '');
  const address = escaped(path.replace(/^\/+/, ''), site.url);
  const file = site.pages ? pageFile(address) : undefined;
  return typeof file === 'object' ? refuse(article, pattern, file.refused) : address;
}

/** A path with the characters escaped that addresses need so; most have none, and need no parser of addresses. */
function escaped(path: string, siteUrl: string): string {
  if (/^[a-z0-9._~/-]*$/i.test(path)) return path;
  const base = new URL(siteUrl);
  return new URL(path, base).href.slice(base.href.length);
}

/**
 * Articles in the folder of another language have it in their address, unless the pattern says where it goes, or the
 * folder is in the address as it is.
 */
function withLanguage(path: string, { inLanguageFolder, language }: Article, pattern: string): string {
  if (!inLanguageFolder || pattern.includes(':language')) return path;
  const [first = ''] = path.replace(/^\//, '').split('/');
  return languageTag(first) === language ? path : `/${language.toLowerCase()}/${path.replace(/^\//, '')}`;
}

/** The path of a permalink; an absolute one loses the site's own part. */
function insideSite(permalink: string, siteUrl: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(permalink) && !permalink.startsWith('//')) return permalink;
  const uri = asUri(permalink);
  const isHere = uri.toLowerCase().startsWith(siteUrl.toLowerCase());
  return isHere ? uri.slice(siteUrl.length) : undefined;
}

/** What can be used as it is: parts that do not begin with a dot, of letters and signs that need no escaping. */
const plainPath = /^\/?(?:[a-z0-9_~-][a-z0-9._~-]{0,150}\/)*(?:[a-z0-9_~-][a-z0-9._~-]{0,150})?$/i;

function whyUnusable(path: string): string | undefined {
  if (plainPath.test(path)) return undefined;
  const decoded = path.replace(/%2e/gi, '.').replace(/%(?:2f|5c)/gi, '\\');
  if (/(^|\/)\.{1,2}(\/|$)/.test(decoded)) return 'it has a "." or ".." as a part';
  if (/\/\//.test(decoded)) return 'it has "//" in it';
  if (/[\\?#\u0000-\u001f]|%00/.test(decoded)) return 'it has a character that no path can have';
  if (/(^|\/)[A-Za-z]:/.test(decoded)) return 'it has a drive letter';
  if (
    decodePath(path)
      .split('/')
      .some((part) => Buffer.byteLength(part) > 200)
  )
    return 'a part of it is over 200 bytes long';
  return undefined;
}

function refuse(article: Article, permalink: string, reason: string): Diagnostic {
  const message = `The address "${permalink.slice(0, 100)}" can't be used: ${reason}.`;
  return diagnose('FW022', { file: article.source.path, message, ...article.places.permalink });
}

/** An article, and what a pattern may want of it. */
interface Subject {
  article: Article;
  wall: Dated['wall'];
  dated: () => Dated;
}

function fill(pattern: string, { article, wall, dated }: Subject, conventions: Conventions): string {
  if (!pattern.includes(':')) return pattern;
  let filled = '';
  for (const { text, name } of partsOf(pattern)) {
    filled += text;
    if (name === undefined) continue;
    const own = conventions.value?.(name, dated());
    filled += own ?? (isPlaceholder(name) ? values[name](article, wall) : `:${name}`);
  }
  return filled.includes('//') ? filled.replace(/\/{2,}/g, '/') : filled;
}

/** A text of a pattern, and the name that follows it. */
interface PatternPart {
  text: string;
  name: string | undefined;
}

/** The pattern that was taken apart last: most articles have the same. */
let lastPattern: { pattern: string; parts: readonly PatternPart[] } = { pattern: '', parts: [] };

function partsOf(pattern: string): readonly PatternPart[] {
  if (pattern === lastPattern.pattern) return lastPattern.parts;
  const pieces = pattern.split(/:([a-z_]+(?:\[[\w:]*\])?)/);
  const parts = pieces.flatMap((text, index) => (index % 2 === 0 ? [{ text, name: pieces[index + 1] }] : []));
  lastPattern = { pattern, parts };
  return parts;
}

const values: Readonly<Record<Placeholder, (article: Article, at: Dated['wall']) => string>> = {
  slug: ({ slug }) => slug,
  title: ({ slug }) => slug,
  year: (_, { year }) => String(year),
  month: (_, { month }) => two(month),
  day: (_, { day }) => two(day),
  hour: (_, { hour }) => two(hour),
  minute: (_, { minute }) => two(minute),
  second: (_, { second }) => two(second),
  i_month: (_, { month }) => String(month),
  i_day: (_, { day }) => String(day),
  section: ({ sections }) => slugify(sections[0] ?? ''),
  language: ({ language }) => language.toLowerCase(),
  path: ({ folders }) => folders.map(slugify).join('/'),
};

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(values, name);
}
