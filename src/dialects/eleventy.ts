import { basename, posix } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { readGroup } from './config.js';
import { withoutDate } from './dated-names.js';
import type { Dialect } from './dialect.js';
import { evaluate } from './expression.js';

const files = ['.eleventy.js', ...['js', 'mjs', 'cjs', 'ts'].map((ending) => `eleventy.config.${ending}`)];

/** Eleventy: templates anywhere below the input folder, with fields from their folders. */
export const eleventy: Dialect = {
  name: 'eleventy',
  label: 'Eleventy',
  marks: files.map((file) => [file]),
  folders: ['content', 'posts', 'blog', 'src'],
  configs: files.map((file) => ({ file })),
  settings: () => ({}),
  conventions(config, root): Conventions {
    const input = config.text('input') ?? config.text('setInputDirectory') ?? '.';
    const data = new DataFiles();
    const folder = posix.normalize(input).replace(/^\.?\/?|\/$/g, '');
    return {
      place: (path) => placeOf(path, folder),
      keepsDateInName: true,
      inherited: (path, files) => (root ? folderFields({ root, folder, data, files }, path) : {}),
      // They choose what a template goes through, and are no subject for readers.
      ignoredTags: new Set(['all', 'nav', 'post', 'posts', 'blog', 'page', 'pages']),
      hides: ({ permalink, eleventyExcludeFromCollections }) =>
        permalink === false || eleventyExcludeFromCollections === true,
      pattern: addressOf,
      permalink: permalinkOf,
      syntax: 'nunjucks',
    };
  },
};

function placeOf(path: string, input: string): Place | undefined {
  if (input && !path.startsWith(`${input}/`)) return undefined;
  return { path: input ? path.slice(input.length + 1) : path };
}

/** The address of a file; an `index` is its folder, also at the top. */
function addressOf({ folders, fileName }: Dated): string {
  const name = folders.length === 0 && fileName === 'index' ? [] : [fileName];
  return `/${[...folders, ...name, ''].join('/')}`;
}

/** Where data files are: the top of the site, and the folder of its templates below it. */
interface DataSite {
  root: string;
  folder: string;
  data: DataFiles;
  files: FileTracker;
}

/**
 * The fields that the data files beside a template and in the folders above it give, the nearest last
 * (`blog/blog.json`, `blog/blog.11tydata.json`). Those that are programs are read for their texts, and not run.
 */
function folderFields(site: DataSite, path: string): Record<string, unknown> {
  const { root, folder: input, data, files } = site;
  const parts = posix
    .dirname(path)
    .split('/')
    .filter((part) => part !== '.');
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const above = folders.filter((folder) => !input || folder === input || folder.startsWith(`${input}/`));
  const stems = above.map((folder) => posix.join(folder, basename(folder)));
  stems.push(path.replace(/\.[^/.]+$/, ''));
  const endings = ['.json', '.11tydata.json', '.11tydata.js', '.11tydata.mjs', '.11tydata.cjs'];
  const fields: Record<string, unknown> = {};
  for (const stem of stems) {
    for (const ending of endings) {
      const found = data.read(root, stem + ending, files);
      if (found) Object.assign(fields, ending.endsWith('json') ? found : textsOnly(found));
    }
  }
  return fields;
}

/** The data files of a site; each is read once, though every template of its folder inherits from it. */
class DataFiles {
  private readonly known = new Map<string, Readonly<Record<string, unknown>> | undefined>();

  read(root: string, path: string, files: FileTracker): Readonly<Record<string, unknown>> | undefined {
    if (!this.known.has(path)) this.known.set(path, readGroup(root, path, files));
    return this.known.get(path);
  }
}

function textsOnly({ permalink, lang, author }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries({ permalink, lang, author });
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}

/** A permalink is a template itself; an `index.html` at its end is left out of the address. */
function permalinkOf(written: string, article: Dated): string {
  const { wall, title, folders, fields } = article;
  const fileSlug = withoutDate(article.fileName);
  const variables = {
    title,
    'page.fileSlug': fileSlug,
    'page.filePathStem': `/${[...folders, article.fileName].join('/')}`,
    'page.date': new Date(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)),
    slug: typeof fields.slug === 'string' ? fields.slug : undefined,
    lang: article.language,
  };
  const filled = written.replace(
    /\{\{-?([^{}\n]*)\}\}/g,
    (whole, expression: string) => evaluate(expression.replace(/-$/, '').trim(), variables) ?? whole,
  );
  return `/${filled.replace(/^\//, '').replace(/(^|\/)index\.html$/, '$1')}`;
}
