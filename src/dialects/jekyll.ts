import { basename } from 'node:path';
import type { Conventions, Dated, TemplateFiles } from '../articles/conventions.js';
import { groupOf } from '../articles/front-matter/groups.js';
import type { Place } from '../articles/source.js';
import { two } from '../language/zoned-time.js';
import { dayOfYear, isoWeek, weekday } from './calendar.js';
import { type Config, readGroup } from './config.js';
import { allLookDated, looksDated } from './dated-names.js';
import type { Dialect } from './dialect.js';

/** The named styles of permalinks (Jekyll 4, "Built-in formats"). */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Jekyll 4: posts in `_posts` with the date in their names, drafts in `_drafts`, settings in `_config.yml`. */
export const jekyll: Dialect = {
  name: 'jekyll',
  label: 'Jekyll',
  output: '_site',
  marks: [
    ['_config.yml', '_posts'],
    ['_config.yml', '_layouts'],
    ['_config.yml', 'Gemfile'],
    ['_posts'],
    ['_config.yml'],
  ],
  folders: ['_posts', '_drafts'],
  datesNames: true,
  alone: (folder) => {
    if (/^_(posts|drafts)$/.test(basename(folder))) return `${basename(folder)}/`;
    return allLookDated(folder) ? '_posts/' : undefined;
  },
  configs: [{ file: '_config.yml' }, { file: '_config.yaml' }, { file: '_config.toml' }],
  settings: (config) => ({
    ...config.texts({ title: 'title', description: 'description' }),
    ...config.timezone('timezone'),
    ...config.language('lang', 'locale'),
    ...config.address('url', 'baseurl'),
    ...config.author('author'),
  }),
  conventions: (config, root): Conventions => ({
    place: placeOf,
    enters: ['_posts', '_drafts'],
    spacedLists: ['tags', 'categories'],
    inherited: (path) => defaultsFor(path, config),
    authors: root ? (readGroup(root, '_data/authors.yml') ?? {}) : {},
    pattern: () => patternOf(config.text('permalink') ?? 'date'),
    permalink: patternOf,
    value: placeholder,
    syntax: 'kramdown',
    markdown: { bareLinks: false, typographic: true, definitionLists: true, abbreviations: true },
    ...(root ? { templates: templatesOf(config, root) } : {}),
    ...(config.text('excerpt_separator') ? { summaryEnd: config.text('excerpt_separator') ?? '' } : {}),
  }),
};

function templatesOf(config: Config, root: string): TemplateFiles {
  const folder = (name: string, usual: string) => (config.text(name) ?? usual).replace(/^\.?\/|\/$/g, '');
  const [includes, data] = [folder('includes_dir', '_includes'), folder('data_dir', '_data')];
  return { root, includes, data, values: config.values, isComplete: true };
}

function patternOf(written: string): string {
  const pattern = styles[written] ?? written;
  return pattern.startsWith('/') ? pattern : `/${pattern}`;
}

/** `blog/_posts/2021-09-02-innomed.md` is a post in the category "blog"; a post has its date in its name. */
function placeOf(path: string): Place | undefined {
  const [, above = '', kind, below = ''] = /^(?:(.*)\/)?(_posts|_drafts)\/(.*)$/.exec(path) ?? [];
  if (!kind || (kind === '_posts' && !looksDated(basename(below)))) return undefined;
  const inside = below.split('/').slice(0, -1);
  const sections = above.split('/').filter((name) => name !== '' && !name.startsWith('_'));
  return { path: [...sections, ...inside, basename(below)].join('/'), sections, draft: kind === '_drafts' };
}

/** Front matter defaults (`defaults` in the settings): the values of every scope that a path is in, narrow ones last. */
function defaultsFor(path: string, config: Config): Record<string, unknown> {
  const fitting = config
    .list('defaults')
    .map(groupOf)
    .filter(({ scope }) => {
      const { path: folder = '', type } = groupOf(scope);
      const below = String(folder).replace(/^\/|\/$/g, '');
      const kind = path.includes('_drafts/') ? 'drafts' : 'posts';
      return (
        (below === '' || path.startsWith(`${below}/`)) &&
        (type === undefined || type === kind || type === 'posts')
      );
    })
    .sort((a, b) => String(groupOf(a.scope).path ?? '').length - String(groupOf(b.scope).path ?? '').length);
  return Object.assign({}, ...fitting.map(({ values }) => groupOf(values)));
}

function placeholder(name: string, article: Dated): string | undefined {
  const { wall, slug, fileName, fields, sections } = article;
  switch (name) {
    case 'title':
      return jekyllSlug(typeof fields.slug === 'string' ? fields.slug : fileName, true);
    case 'slug':
      return (
        jekyllSlug(typeof fields.slug === 'string' ? fields.slug : fileName, false).replace(/\./g, '-') ||
        slug
      );
    case 'categories':
      return [...new Set(sections.map((section) => section.toLowerCase()))].join('/');
    case 'slugified_categories':
      return [...new Set(sections.map((section) => jekyllSlug(section, false)))].join('/');
    case 'output_ext':
      return '.html';
    case 'short_year':
      return String(wall.year).slice(-2);
    case 'y_day':
      return String(dayOfYear(wall)).padStart(3, '0');
    case 'week':
      return two(isoWeek(wall));
    case 'short_day':
      return weekday(wall).slice(0, 3);
    case 'long_day':
      return weekday(wall);
    case 'name':
      return fileName;
    default:
      return undefined;
  }
}

/** Jekyll's slugify in the mode "pretty": letters, digits and `._~!$&'()+,;=@` stay. */
function jekyllSlug(text: string, keepsCase: boolean): string {
  const slug = text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
  return keepsCase ? slug : slug.toLowerCase();
}
