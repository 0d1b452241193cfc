import { basename } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import { collectionFolders, collectionRoutes } from './astro-collections.js';
import type { Dialect } from './dialect.js';

const endings = ['mjs', 'js', 'ts', 'mts', 'cjs'];
/** Every page of Starlight is in this collection, and its languages are folders there. */
const starlightDocs = /^src\/content\/docs\//;
const roots = ['src/content', 'src/data', 'src/pages'];

/**
 * Astro: collections in `src/content`, or where the site says they are, and pages in `src/pages`. The name of a
 * collection begins the address, unless a page of the site says otherwise; Starlight's collection "docs" is the site.
 */
export const astro: Dialect = {
  name: 'astro',
  label: 'Astro',
  output: 'dist',
  marks: endings.map((ending) => [`astro.config.${ending}`]),
  folders: roots,
  configs: endings.map((ending) => ({ file: `astro.config.${ending}` })),
  settings: (config) => ({ ...config.language('defaultLocale'), ...config.address('site', 'base') }),
  conventions(config, root): Conventions {
    const folders = root ? collectionFolders(root) : new Map<string, string>();
    const routes = new Map(root ? collectionRoutes(root) : []);
    const isStarlight = config.imports('@astrojs/starlight');
    const slash = config.text('trailingSlash') === 'never' ? '' : '/';
    return {
      roots: [...roots, ...[...folders.keys()].filter((folder) => !isBelow(folder, roots))],
      place: (path) => placeOf(isStarlight ? path.replace(starlightDocs, 'src/content/') : path, folders),
      keepsDateInName: true,
      fields: { image: ['heroImage', 'ogImage', 'image'], updated: ['modDatetime'], date: ['pubDatetime'] },
      pattern: ({ source, folders: [collection = ''] }) =>
        isStarlight && starlightDocs.test(source.sitePath)
          ? `/:path${slash}`
          : `/${routes.get(collection) ?? ':collection/'}:id${slash}`,
      value: placeholder,
      syntax: 'plain',
    };
  },
};

function isBelow(path: string, folders: Iterable<string>): boolean {
  return [...folders].some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** What lies in a collection, or is a page itself; the settings of collections are no articles. */
function placeOf(path: string, folders: ReadonlyMap<string, string>): Place | undefined {
  if (basename(path).startsWith('_')) return undefined;
  const own = [...folders].find(([folder]) => path.startsWith(`${folder}/`));
  if (own) return { path: own[1] + path.slice(own[0].length) };
  const root = roots.find((folder) => path.startsWith(`${folder}/`));
  return root ? { path: path.slice(root.length + 1) } : undefined;
}

/** The id of an entry is its path with every part as a slug (`slug` replaces it); an `index` is its folder. */
function placeholder(name: string, { folders, fileName, fields }: Dated): string | undefined {
  const [collection = '', ...below] = folders;
  if (name === 'collection') return collection;
  if (name !== 'id' && name !== 'path') return undefined;
  if (typeof fields.slug === 'string' && fields.slug) return fields.slug.replace(/^\/|\/$/g, '');
  return [...(name === 'path' ? folders : below), fileName].map(astroSlug).join('/');
}

const slugger = new GithubSlugger();

function astroSlug(text: string): string {
  slugger.reset();
  return slugger.slug(text);
}
