import { basename, posix } from 'node:path';
import type { Conventions, Dated, Syntax } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { type Config, readGroup } from './config.js';
import { withoutDate } from './dated-names.js';
import type { Dialect } from './dialect.js';
import { evaluate } from './expression.js';

const files = ['.eleventy.js', ...['js', 'mjs', 'cjs', 'ts'].map((ending) => `eleventy.config.${ending}`)];

/** Where sites say what they are called: there is no rule, but a habit. */
const dataFiles = ['', 'src/', 'content/'].flatMap((folder) =>
  ['metadata', 'site', 'meta'].flatMap((name) =>
    ['json', 'js', 'mjs', 'cjs', 'yaml', 'yml'].map((ending) => ({
      file: `${folder}_data/${name}.${ending}`,
      group: 'metadata',
    })),
  ),
);

/** Eleventy: templates anywhere below the input folder, with fields from their folders. */
export const eleventy: Dialect = {
  name: 'eleventy',
  label: 'Eleventy',
  output: '_site',
  marks: files.map((file) => [file]),
  folders: ['content', 'posts', 'blog', 'src'],
  configs: [...files.map((file) => ({ file })), ...dataFiles],
  settings: (config) => ({
    ...config.texts({ title: 'metadata.title', description: 'metadata.description' }),
    ...config.language('metadata.language', 'metadata.lang'),
    ...config.address('metadata.url'),
    ...config.author('metadata.name'),
    ...config.author('metadata.author'),
  }),
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
      syntax: languageOf(config),
      markdown: { bareLinks: false },
      ...(root ? { templates: { root, ...foldersOf(config, folder), values: {}, hasDataOnTop: true } } : {}),
    };
  },
};

/** Markdown goes through Liquid unless the site says otherwise. */
function languageOf(config: Config): Syntax {
  const engine = config.at('markdownTemplateEngine') ?? config.at('setMarkdownTemplateEngine');
  if (engine === false) return 'plain';
  return engine === 'njk' || engine === 'nunjucks' ? 'nunjucks' : 'liquid';
}

/** Folders of includes and of data, which are below the input folder. */
function foldersOf(config: Config, input: string): { includes: string; data: string } {
  const includes = config.text('includes') ?? config.text('setIncludesDirectory') ?? '_includes';
  const data = config.text('data') ?? config.text('setDataDirectory') ?? '_data';
  return { includes: posix.join(input, includes), data: posix.join(input, data) };
}

function placeOf(path: string, input: string): Place | undefined {
  if (input && !path.startsWith(`${input}/`)) return undefined;
  return { path: input ? path.slice(input.length + 1) : path };
}

/** The address of a file; an `index`, or one that is called like its folder, is its folder, also at the top. */
function addressOf({ folders, fileName, source }: Dated): string {
  const isIndex = /(^|\/)index\.[^/]+$/.test(source.path);
  const isFolder = folders.length === 0 ? fileName === 'index' : !isIndex && fileName === folders.at(-1);
  const name = isFolder ? [] : [fileName];
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
