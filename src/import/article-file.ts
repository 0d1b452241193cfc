import { stringify } from 'yaml';
import { parseDate } from '../articles/dates/parse-date.js';
import { fileNameFor } from '../articles/file-name.js';
import { languageTag } from '../language/language-tag.js';
import { slugify } from '../language/slug.js';
import { rfc3339 } from '../language/timestamp.js';
import { decodePath } from '../platform/decode-path.js';
import type { ImportedItem } from './imported-item.js';
import { toMarkdown } from './to-markdown.js';

/** An article that was made from an item: where it belongs, and what is in it. */
export interface ArticleFile {
  /** Below the folder of articles: `2021/innomed.md`. */
  path: string;
  text: string;
}

/**
 * Writes an item as an article that gives the same item when it is built: the same id, date, address, authors,
 * categories and enclosures.
 *
 * @param site its language, which articles need not name, and its address
 */
export function articleFile(
  item: ImportedItem,
  site: { language: string; home?: string | undefined },
): ArticleFile {
  // What is no language is none that a folder could be named after.
  const language = languageTag(item.language ?? '');
  const isForeign = language !== undefined && language !== site.language;
  const fields: Record<string, unknown> = {
    // An item without a title is a note.
    title: item.title || false,
    date: momentIn(item.date),
    updated: momentIn(item.updated),
    summary: item.summary,
    authors: item.authors.length > 0 ? item.authors.map(shortAuthor) : undefined,
    categories: item.sections.length > 0 ? item.sections : undefined,
    tags: item.tags.length > 0 ? item.tags : undefined,
    image: item.image && (item.image.alt ? item.image : item.image.url),
    language: isForeign ? language : undefined,
    ...addresses(item, site.home),
    guid: item.id,
    enclosures: item.enclosures.length > 0 ? item.enclosures : undefined,
    draft: item.draft ? true : undefined,
  };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const frontMatter = stringify(present, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  const folder = isForeign ? `${fileNameFor(slugify(language))}/` : '';
  return { path: folder + pathOf(item), text: `---\n${frontMatter}---\n\n${toMarkdown(item.html)}\n` };
}

/** The path of the page on its site, whatever address the site will have; a page elsewhere is what the item is about. */
function addresses(
  { url, link }: ImportedItem,
  home: string | undefined,
): { permalink?: string; link?: string } {
  if (!url || !URL.canParse(url)) return link ? { link } : {};
  const page = new URL(url);
  const site = new URL(home && URL.canParse(home) ? home : page.origin);
  // The last part is a file where it has an ending, and otherwise the folder that the site lies in.
  const [folder, last] = splitAfterLast(site.pathname, '/');
  const base = last === '' || last.includes('.') ? folder : `${site.pathname}/`;
  if (page.host !== site.host) return { link: link ?? url };
  const path = page.pathname + page.search;
  const permalink = path.startsWith(base) ? `/${path.slice(base.length)}` : url;
  return link ? { permalink, link } : { permalink };
}

function splitAfterLast(text: string, mark: string): [before: string, after: string] {
  const end = text.lastIndexOf(mark) + 1;
  return [text.slice(0, end), text.slice(end)];
}

function shortAuthor({ name, ...rest }: ImportedItem['authors'][number]): unknown {
  return Object.keys(rest).length > 0 || /[,<(]/.test(name) ? { name, ...rest } : name;
}

/** The same moment as feeds write it, by the same clock; what is no date stays for the build to tell. */
function momentIn(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const read = parseDate(written, { timezone: 'UTC', language: 'en', dateFormats: [] });
  const date = read?.date ?? new Date(written);
  return Number.isNaN(date.getTime()) ? written : rfc3339({ date, offset: read?.offset ?? 0 });
}

/** The year, and the last part of the address or the title. */
function pathOf({ url, title, date, id }: ImportedItem): string {
  const last = url && URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean).at(-1) : undefined;
  const name =
    slugify(decodePath(last ?? '').replace(/\.(html?|php)$/, '')) ||
    slugify(title) ||
    slugify(id ?? '') ||
    'article';
  const year = /^\d{4}/.exec(momentIn(date) ?? '')?.[0];
  return `${year ? `${year}/` : ''}${fileNameFor(name)}.md`;
}
