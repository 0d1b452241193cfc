import { languageTag } from '../language/language-tag.js';
import { slugify } from '../language/slug.js';
import { capitalise } from '../text/capitalise.js';
import { oneLine } from '../text/plain-text.js';
import { trimOf } from '../text/trim.js';
import { parseDate } from './dates/parse-date.js';
import type { Place } from './source.js';

/** What the place and the name of a file tell about its article. */
export interface FromPath {
  /** The name without ending and date, or the folder's where the file is an `index`. */
  name: string;
  /** The name as it stands in addresses: with its date, where that is no more than a part of it. */
  fileName: string;
  /** Folders above the article, below the folder of articles and of the language: `['2021', 'health']`. */
  folders: string[];
  /** The language whose folder the file is in: `ru/health/innomed.md`. */
  language?: string;
  /** The path below the folder of the language: translations of one article have the same. */
  translationKey: string;
  /** `2021-09-02`, from the name (as Jekyll writes it) or from the folders. */
  date?: string;
}

const datedName = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$/;
const datedFolders = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=\/|-|_|$)/;

/**
 * Reads what a path such as `ru/news/2021-09-02-innomed.md` or `2021/09/02/innomed/index.md` tells.
 *
 * @param place where the file stands among the articles
 * @param languages tags whose names, as a first folder, hold the articles of a language
 * @param keepsDate whether the name keeps its date in addresses
 */
export function fromPath(place: Place, languages: readonly string[], keepsDate = false): FromPath {
  const { path } = place;
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  const first = languageTag(parts[0] ?? '');
  const named = parts.length > 1 && first && languages.includes(first) ? first : undefined;
  if (named) parts.shift();
  const language = named ?? place.language;
  const translationKey = parts.join('/');
  let name = parts.pop() ?? '';
  if (name === 'index' && parts.length > 0) name = parts.pop() ?? '';
  const [, dateInName, rest] = datedName.exec(name) ?? [];
  const date = dateInName ?? dateInFolders(path);
  return {
    name: rest ?? name,
    fileName: keepsDate ? name : (rest ?? name),
    folders: parts,
    translationKey,
    ...(language ? { language } : {}),
    ...(date ? { date } : {}),
  };
}

/** `2014/09/15/rust-1.0` has its date in the folders; so have permalinks of that form. */
export function dateInFolders(path: string): string | undefined {
  const [, year, month, day] = datedFolders.exec(path) ?? [];
  const date = year && `${year}-${month}-${day}`;
  return date && parseDate(date, { timezone: 'UTC', language: 'en', dateFormats: [] }) ? date : undefined;
}

/** A title for an article that has none: its name in words. */
export function titleFromName(name: string): string {
  const words = oneLine(name.replace(/[-_]+/g, ' '));
  return capitalise(words);
}

/** The slug for a name or for what an author wrote as a slug; letters and case of a plain one are kept. */
export function slugFor(written: string | undefined, name: string): string {
  const plain = trimOf(written ?? '', '/');
  if (plain && /^[\w.~-]+(?:\/[\w.~-]+)*$/.test(plain) && !/(^|\/)\.{1,2}(\/|$)/.test(plain)) return plain;
  return slugify(plain || name);
}
