import type { Dialect } from './dialect.js';

/** A folder of articles that no tool has laid out: every file is one, and its name is its address. */
export const plain: Dialect = {
  name: 'plain',
  label: 'Plain folder',
  marks: [],
  folders: [],
  configs: [],
  settings: () => ({}),
  conventions: () => ({
    place: (path) => ({ path }),
    syntax: 'plain',
    isOwn: true,
  }),
};
