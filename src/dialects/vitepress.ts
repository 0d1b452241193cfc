import { basename } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import type { Dialect } from './dialect.js';

const endings = ['js', 'ts', 'mjs', 'mts'];
const configs = endings.flatMap((ending) =>
  ['', 'docs/'].map((folder) => `${folder}.vitepress/config.${ending}`),
);

/** VitePress: Markdown pages anywhere, each at the address of its file. */
export const vitepress: Dialect = {
  name: 'vitepress',
  label: 'VitePress',
  output: '.vitepress/dist',
  marks: configs.map((file) => [file]),
  folders: ['docs', 'posts', 'blog'],
  configs: configs.map((file) => ({ file })),
  settings: (config) => ({
    ...config.texts({ title: 'title', description: 'description' }),
    ...config.language('lang'),
    ...config.address('hostname', 'base'),
  }),
  conventions(config): Conventions {
    const source = (config.text('srcDir') ?? '').replace(/^\.?\/|\/$/g, '');
    return {
      place: (path) => placeOf(path, source),
      keepsDateInName: true,
      pattern: (article) => addressOf(article, config.flag('cleanUrls')),
      // A page's own permalink is its theme's; the address of a page is that of its file.
      syntax: 'vue',
      markdown: { emojiCodes: true },
    };
  },
};

function placeOf(path: string, source: string): Place | undefined {
  const below = path.replace(/^docs\//, '');
  if (source && !below.startsWith(`${source}/`)) return undefined;
  const inside = source ? below.slice(source.length + 1) : below;
  return basename(inside) === '404.md' ? undefined : { path: inside };
}

function addressOf({ folders, fileName, source }: Dated, clean: boolean): string {
  const isIndex = /(^|\/)index\.[^/]+$/.test(source.path);
  const path = `/${[...folders, fileName].join('/')}`;
  return isIndex ? `${path}/` : path + (clean ? '' : '.html');
}
