import { basename } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import type { Dialect } from './dialect.js';

const endings = ['mjs', 'js', 'ts', 'mts', 'cjs'];
const roots = ['src/content/', 'src/data/', 'src/pages/'];

/** Astro: collections in `src/content`, and pages in `src/pages`; the name of a collection begins the address. */
export const astro: Dialect = {
  name: 'astro',
  label: 'Astro',
  marks: endings.map((ending) => [`astro.config.${ending}`]),
  folders: ['src/content', 'src/data', 'src/pages'],
  configs: endings.map((ending) => ({ file: `astro.config.${ending}` })),
  settings: (config) => ({ ...config.language('defaultLocale'), ...config.address('site', 'base') }),
  conventions: (config): Conventions => ({
    roots: ['src/content', 'src/data', 'src/pages'],
    place: placeOf,
    keepsDateInName: true,
    fields: { image: ['heroImage', 'ogImage', 'image'], updated: ['modDatetime'], date: ['pubDatetime'] },
    pattern: () => `/:collection/:id${config.text('trailingSlash') === 'never' ? '' : '/'}`,
    value: placeholder,
    syntax: 'plain',
  }),
};

/** What lies in a collection, or is a page itself; the settings of collections are no articles. */
function placeOf(path: string): Place | undefined {
  const root = roots.find((folder) => path.startsWith(folder));
  if (!root || basename(path).startsWith('_')) return undefined;
  return { path: path.slice(root.length) };
}

/** The id of an entry is its path with every part as a slug (`slug` replaces it); an `index` is its folder. */
function placeholder(name: string, { folders, fileName, fields }: Dated): string | undefined {
  const [collection = '', ...below] = folders;
  if (name === 'collection') return collection;
  if (name !== 'id') return undefined;
  if (typeof fields.slug === 'string' && fields.slug) return fields.slug.replace(/^\/|\/$/g, '');
  return [...below, fileName].map(astroSlug).join('/');
}

const slugger = new GithubSlugger();

function astroSlug(text: string): string {
  slugger.reset();
  return slugger.slug(text);
}
