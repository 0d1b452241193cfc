import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import { slugify } from '../language/slug.js';
import { two } from '../language/zoned-time.js';
import { monthName } from './calendar.js';
import type { Config } from './config.js';
import { mostHold } from './dated-names.js';
import type { Dialect } from './dialect.js';

/** Pelican: Markdown in `content`, with lines of `Key: value` before the text; the folder is the category. */
export const pelican: Dialect = {
  name: 'pelican',
  label: 'Pelican',
  output: 'output',
  marks: [['pelicanconf.py']],
  folders: ['content'],
  alone: (folder) => {
    if (!mostHold(folder, /^(?:---[ \t]*\n)?(?:Title|Date): /)) return undefined;
    return existsSync(join(folder, 'content')) ? '' : 'content/';
  },
  configs: [{ file: 'pelicanconf.py' }, { file: 'publishconf.py', group: 'publish' }],
  settings: (config) => ({
    ...config.texts({ title: 'SITENAME', description: 'SITESUBTITLE' }),
    ...config.language('DEFAULT_LANG'),
    ...config.timezone('TIMEZONE'),
    ...config.address('SITEURL'),
    ...config.address('publish.SITEURL'),
    ...config.author('AUTHOR'),
  }),
  conventions(config): Conventions {
    const folder = (config.text('PATH') ?? 'content').replace(/^\.?\/|\/$/g, '');
    return {
      roots: [folder],
      place: (path) => placeOf(path, folder, config),
      hasHeaders: true,
      fields: { updated: ['modified'], expires: ['expiry'] },
      fieldsWithoutCase: true,
      hides: (fields) => statusOf(fields) === 'hidden',
      isDraft: (fields) => statusOf(fields) === 'draft',
      pattern: (article) => patternOf(article, config),
      permalink: (written) => written,
      syntax: 'python-markdown',
      markdown: { bareLinks: false, definitionLists: true, abbreviations: true },
    };
  },
};

/** Names of fields have no case. */
function statusOf(fields: Readonly<Record<string, unknown>>): string {
  const [, status] = Object.entries(fields).find(([name]) => name.toLowerCase() === 'status') ?? [];
  return String(status).toLowerCase();
}

/** A file of a folder has that folder as its category; static pages are no articles. */
function placeOf(path: string, folder: string, config: Config): Place | undefined {
  const below = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  if (below === undefined || /^(?:pages|extra|images)\//.test(below)) return undefined;
  const [category] = below.split('/').slice(0, -1);
  const isCategory = category !== undefined && config.at('USE_FOLDER_AS_CATEGORY') !== false;
  return { path: below, ...(isCategory ? { sections: [category] } : {}) };
}

/** `ARTICLE_URL`: `{date:%Y}/{slug}/`. */
function patternOf(article: Dated, config: Config): string {
  const { wall, fields, title, sections, language, authors } = article;
  const letters: Readonly<Record<string, string>> = {
    Y: String(wall.year),
    y: two(wall.year % 100),
    m: two(wall.month),
    d: two(wall.day),
    B: monthName(wall),
    b: monthName(wall).slice(0, 3),
    H: two(wall.hour),
    M: two(wall.minute),
  };
  const values: Readonly<Record<string, string>> = {
    slug: typeof fields.slug === 'string' && fields.slug ? fields.slug : slugify(title).replaceAll('.', ''),
    category: slugify(sections[0] ?? config.text('DEFAULT_CATEGORY') ?? 'misc'),
    lang: language,
    author: slugify(authors[0]?.name ?? config.text('AUTHOR') ?? ''),
  };
  const pattern = config.text('ARTICLE_URL') ?? '{slug}.html';
  const path = pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (whole, name: string, form?: string) => {
    if (name === 'date')
      return (form ?? '').replace(/%-?([A-Za-z])/g, (each, letter: string) => letters[letter] ?? each);
    return values[name] ?? whole;
  });
  return `/${path.replace(/^\//, '')}`;
}
