import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import { groupOf } from '../articles/front-matter/groups.js';
import type { Place } from '../articles/source.js';
import { lazyImport } from '../platform/lazy-import.js';
import { textOf } from '../text/text-of.js';
import { trimOf } from '../text/trim.js';
import { Config, readGroup } from './config.js';
import type { Dialect } from './dialect.js';

const require = createRequire(import.meta.url);
const dateFns = lazyImport<typeof import('date-fns/format')>(() => require('date-fns/format'));

/** Material for MkDocs: the posts of its blog plugin, in `docs/blog/posts`. */
export const mkdocs: Dialect = {
  name: 'mkdocs',
  label: 'Material for MkDocs',
  output: 'site',
  marks: [['mkdocs.yml'], ['mkdocs.yaml']],
  folders: ['docs', 'posts', 'blog'],
  configs: [{ file: 'mkdocs.yml' }, { file: 'mkdocs.yaml' }],
  settings: (config) => ({
    ...config.texts({ title: 'site_name', description: 'site_description' }),
    ...config.language('theme.language'),
    ...config.address('site_url'),
    ...config.author('site_author'),
  }),
  conventions(config, root): Conventions {
    const docs = folderName(config.text('docs_dir') ?? 'docs');
    const plugin = blogPlugin(config);
    const blog = folderName(plugin.text('blog_dir') ?? 'blog');
    const posts = folderName((plugin.text('post_dir') ?? '{blog}/posts').replace('{blog}', blog));
    const above = `${docs}/${posts}/`;
    return {
      roots: [`${docs}/${posts}`],
      place: (path) => placeOf(path, above),
      keepsDateInName: true,
      hasHeaders: true,
      repeatsTitle: true,
      authors: root ? authorsIn(join(root, docs, blog)) : {},
      pattern: (article) => addressOf(article, blog, plugin, config.at('use_directory_urls') !== false),
      syntax: 'python-markdown',
      markdown: { bareLinks: false, definitionLists: true, abbreviations: true, emojiCodes: true },
    };
  },
};

function folderName(path: string): string {
  return trimOf(path.startsWith('./') ? path.slice(2) : path, '/');
}

/** The settings of the plugin "blog", which may be a name in a list, or a group. */
function blogPlugin(config: Config): Config {
  const plugins = config.at('plugins');
  const all = Array.isArray(plugins) ? plugins : [plugins];
  const found = all.map((plugin) => groupOf(plugin)).find((plugin) => plugin.blog !== undefined);
  return new Config(groupOf(found?.blog));
}

/** Authors by their names, from `.authors.yml` beside the posts. */
function authorsIn(folder: string): Readonly<Record<string, unknown>> {
  return groupOf(readGroup(folder, '.authors.yml')?.authors);
}

function placeOf(path: string, above: string): Place | undefined {
  const isPost = path.startsWith(above) && !path.endsWith('.html') && !basename(path).startsWith('_');
  return isPost ? { path: path.slice(above.length) } : undefined;
}

/** `post_url_format`, with the letters of dates as date-fns has them. */
function addressOf(article: Dated, blog: string, plugin: Config, isFolder: boolean): string {
  const { wall, title, fields } = article;
  const day = new Date(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const values: Readonly<Record<string, string>> = {
    date: dayAs(plugin.text('post_url_date_format'), day),
    slug: typeof fields.slug === 'string' && fields.slug ? fields.slug : headingSlug(title),
    file: article.fileName,
    categories: article.sections.map(headingSlug).join('/'),
  };
  const pattern = plugin.text('post_url_format') ?? '{date}/{slug}';
  const path = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const begin = blog === '' || blog === '.' ? '' : `/${blog}`;
  return `${begin}/${path}${isFolder ? '/' : '.html'}`;
}

/** A day in the letters of the settings, as far as they are such. */
function dayAs(form: string | undefined, day: Date): string {
  const { format } = dateFns();
  try {
    return format(day, form ?? 'yyyy/MM/dd');
  } catch {
    return format(day, 'yyyy/MM/dd');
  }
}

/** A title as PyMdown's `slugify` writes it in lower case: letters of every script stay. */
function headingSlug(title: string): string {
  return textOf(title)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
