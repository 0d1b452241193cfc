import type { Conventions } from '../articles/conventions.js';
import type { Dialect } from './dialect.js';

const folder = '_content/blog/';

/** The site of the Go project: its blog in `_content/blog`, with the authors in "by". */
export const godev: Dialect = {
  name: 'godev',
  label: 'go.dev',
  marks: [['_content/blog']],
  folders: ['_content'],
  configs: [],
  settings: () => ({}),
  conventions: (): Conventions => ({
    roots: ['_content/blog'],
    place: (path) =>
      path.startsWith(folder) && /\.md$/.test(path) ? { path: path.slice(folder.length) } : undefined,
    keepsDateInName: true,
    fields: { authors: ['by'] },
    pattern: ({ folders, fileName }) => `/blog/${[...folders, fileName].join('/')}`,
    syntax: 'go',
  }),
};
