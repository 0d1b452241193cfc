import { basename } from 'node:path';
import type { Conventions } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import type { Dialect } from './dialect.js';

const endings = ['ts', 'js', 'mjs'];

/** Nuxt Content: Markdown in `content`, each at the address of its file; a number before a name is its place in lists. */
export const nuxt: Dialect = {
  name: 'nuxt',
  label: 'Nuxt Content',
  output: '.output/public',
  marks: endings.map((ending) => [`nuxt.config.${ending}`, 'content']),
  folders: ['content'],
  configs: endings.map((ending) => ({ file: `nuxt.config.${ending}` })),
  // What stands beside `url` and `title` may belong to any module.
  settings: (config) => config.language('defaultLocale'),
  conventions: (): Conventions => ({
    roots: ['content'],
    place: placeOf,
    keepsDateInName: true,
    fields: { image: ['image.src', 'cover.src', 'ogImage', 'head.image'], sections: ['badge.label'] },
    pattern: ({ folders, fileName }) => `/${[...folders, fileName].join('/')}`,
    syntax: 'mdc',
    markdown: { emojiCodes: true },
  }),
};

function placeOf(path: string): Place | undefined {
  if (basename(path).startsWith('_') || path.endsWith('.html')) return undefined;
  const parts = path.replace(/^content\//, '').split('/');
  return { path: parts.map((part) => part.replace(/^\d+\.(?=.)/, '')).join('/') };
}
