import { posix } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { readGroup } from './config.js';
import type { Dialect } from './dialect.js';

/** Quarto: documents in `.qmd` and Markdown anywhere, each at the address of its file. Code in them is shown, never run. */
export const quarto: Dialect = {
  name: 'quarto',
  label: 'Quarto',
  output: '_site',
  marks: [['_quarto.yml'], ['_quarto.yaml']],
  folders: ['posts', 'blog', 'docs', 'content'],
  configs: [{ file: '_quarto.yml' }, { file: '_quarto.yaml' }],
  settings: (config) => ({
    ...config.texts({ title: 'website.title', description: 'website.description' }),
    ...config.language('lang'),
    ...config.address('website.site-url'),
    ...config.author('author'),
  }),
  conventions(config, root): Conventions {
    const output = (config.text('project.output-dir') ?? '_site').replace(/^\.?\/|\/$/g, '');
    return {
      formats: { qmd: 'markdown', rmd: 'markdown' },
      place: (path) => placeOf(path, output),
      keepsDateInName: true,
      dateFormats: ['M/d/yyyy', 'MM/dd/yyyy'],
      fields: { updated: ['date-modified'], tags: ['categories'] },
      inherited: (path, files) => (root ? folderFields(root, path, files) : {}),
      pattern: addressOf,
      syntax: 'quarto',
      markdown: { bareLinks: false, typographic: true, definitionLists: true },
    };
  },
};

function placeOf(path: string, output: string): Place | undefined {
  const isPage = /\.(?:qmd|md|rmd)$/i.test(path) && !path.startsWith(`${output}/`);
  return isPage ? { path } : undefined;
}

/** `posts/first/index.qmd` is a folder, `posts/first.qmd` a file. */
function addressOf({ folders, fileName, source }: Dated): string {
  const path = `/${[...folders, fileName].join('/')}`;
  return /(^|\/)index\.[^/]+$/.test(source.path) ? `${path}/` : `${path}.html`;
}

/** The fields in `_metadata.yml` of the folders above a document, the nearest last. */
function folderFields(root: string, path: string, files: FileTracker): Record<string, unknown> {
  const parts = posix.dirname(path).split('/');
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const found = folders.map((folder) => readGroup(root, `${folder}/_metadata.yml`, files));
  return Object.assign({}, ...found);
}
