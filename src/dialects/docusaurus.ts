import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import { readGroup } from './config.js';
import type { Dialect } from './dialect.js';

const endings = ['js', 'ts', 'mjs', 'cjs', 'mts'];
/** `2021-08-26-welcome`, `2021-08-26-welcome/index`, `2021/08/26/welcome`, `2021/08/26-welcome`. */
const dated = /^(.*?)(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]?(.*?)(?:\/index)?$/;

/** Docusaurus: a blog in `blog`, the date in the name of the file or of its folder, authors in `authors.yml`. */
export const docusaurus: Dialect = {
  name: 'docusaurus',
  label: 'Docusaurus',
  output: 'build',
  marks: endings.map((ending) => [`docusaurus.config.${ending}`]),
  folders: ['blog'],
  datesNames: true,
  alone: (folder) => {
    const names = new Set(readdirSync(folder));
    return names.has('authors.yml') || names.has('authors.json') ? 'blog/' : undefined;
  },
  configs: endings.map((ending) => ({ file: `docusaurus.config.${ending}` })),
  settings: (config) => ({
    ...config.texts({ title: 'title', description: 'tagline' }),
    ...config.language('defaultLocale'),
    ...config.address('url', 'baseUrl'),
  }),
  conventions(config, root): Conventions {
    const folder = root ? join(root, 'blog') : '.';
    return {
      roots: ['blog'],
      place: placeOf,
      keepsDateInName: true,
      repeatsTitle: true,
      fields: { updated: ['last_update.date'], authors: ['last_update.author'] },
      authors: readGroup(folder, 'authors.yml') ?? readGroup(folder, 'authors.json') ?? {},
      hides: ({ unlisted }) => unlisted === true,
      pattern: (article) => `/blog/${pathOf(article)}${config.at('trailingSlash') === true ? '/' : ''}`,
      syntax: 'mdx',
      markdown: { emojiCodes: true },
    };
  },
};

function placeOf(path: string): Place | undefined {
  return path.startsWith('blog/') && !basename(path).startsWith('_')
    ? { path: path.slice('blog/'.length) }
    : undefined;
}

/** The part of the address below the blog: the slug, else the path with its date as folders. */
function pathOf({ fields, folders, fileName }: Dated): string {
  if (typeof fields.slug === 'string' && fields.slug) return fields.slug.replace(/^\/|\/$/g, '');
  const path = [...folders, fileName].join('/');
  const [, above = '', year, month, day, name = ''] = dated.exec(path) ?? [];
  return year ? `${above}${year}/${month}/${day}/${name}`.replace(/\/$/, '') : path;
}
