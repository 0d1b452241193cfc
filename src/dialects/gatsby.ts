import { readdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import { glanceAt } from '../platform/read-pieces.js';
import { readGroup } from './config.js';
import type { Dialect } from './dialect.js';

const files = ['js', 'ts', 'mjs', 'cjs'].map((ending) => `gatsby-config.${ending}`);
/** Where posts lie in most sites that do not say it. */
const usual = [
  'content/blog',
  'content/posts',
  'content',
  'src/content',
  'src/posts',
  'src/pages',
  'blog',
  'posts',
];

/** How much of a program is looked at, in bytes. */
const longest = 200_000;

/** Gatsby: pages from the folders of gatsby-source-filesystem, each at the path that gatsby-source-filesystem gives it. */
export const gatsby: Dialect = {
  name: 'gatsby',
  label: 'Gatsby',
  output: 'public',
  marks: files.map((file) => [file]),
  folders: ['content', 'src', 'blog', 'posts'],
  configs: files.map((file) => ({ file })),
  settings: (config) => ({
    ...config.texts({ title: 'title', description: 'description' }),
    ...config.language('lang', 'language'),
    ...config.address('siteUrl'),
    ...config.author('author'),
  }),
  conventions(_config, root): Conventions {
    const roots = root ? sourceFolders(root) : usual;
    return {
      roots,
      authors: root ? (readGroup(root, 'content/authors.yml') ?? {}) : {},
      place: (path) => placeOf(path, roots),
      keepsDateInName: true,
      fields: { image: ['featuredImage', 'thumbnail'] },
      pattern: addressOf,
      permalink: (written) => (/\/$|\.[a-z]+$/.test(written) ? written : `${written}/`),
      syntax: 'mdx',
    };
  },
};

/**
 * The folders that the site says its files come from; folders within another one of them come before it. The program
 * is read for its texts, and not run.
 */
function sourceFolders(root: string): readonly string[] {
  const names = new Set(readdirSync(root));
  const file = files.find((each) => names.has(each));
  const program = file ? glanceAt(join(root, file), longest) : '';
  const paths = program.matchAll(
    /\bpath:\s*(?:`\$\{__dirname\}\/?([^`$\n]*)`|(?:path\.)?(?:join|resolve)\(\s*(?:__dirname,\s*)?['"]([^'"\n]+)['"]\s*\)|['"]([^'"\n]+)['"])/g,
  );
  const folders = [...paths]
    .map(([, a, b, c]) => posix.normalize(a ?? b ?? c ?? '').replace(/^\.?\/|\/$/g, ''))
    .filter((folder) => folder !== '' && folder !== '.' && !folder.startsWith('..'));
  const all = folders.length > 0 ? folders : usual;
  return [...new Set(all)].filter((folder) => !all.some((other) => folder.startsWith(`${other}/`)));
}

function placeOf(path: string, roots: readonly string[]): Place | undefined {
  const root = roots.find((folder) => path.startsWith(`${folder}/`));
  return root && !/\.html$/.test(path) && !basename(path).startsWith('_')
    ? { path: path.slice(root.length + 1) }
    : undefined;
}

/** The slug, else the path of the file without its ending (`createFilePath`). */
function addressOf({ folders, fileName, fields }: Dated): string {
  const slug = typeof fields.slug === 'string' ? fields.slug.replace(/^\/|\/$/g, '') : '';
  return `/${slug || [...folders, fileName].join('/')}/`;
}
