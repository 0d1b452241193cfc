import { basename } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import { dayOfYear } from './calendar.js';
import type { Dialect } from './dialect.js';

/** Hexo: posts in `source/_posts`, drafts in `source/_drafts`, settings in `_config.yml`. */
export const hexo: Dialect = {
  name: 'hexo',
  label: 'Hexo',
  output: 'public',
  marks: [
    ['_config.yml', 'source/_posts'],
    ['_config.yml', 'scaffolds'],
  ],
  folders: ['source/_posts', 'source/_drafts'],
  configs: [{ file: '_config.yml' }],
  settings: (config) => ({
    ...config.texts({ title: 'title', description: 'description' }),
    ...config.language('language', 'language.0'),
    ...config.timezone('timezone'),
    ...config.address('url'),
    ...config.author('author'),
  }),
  conventions(config): Conventions {
    const isDatedName = /:year-:(?:i_)?month-:(?:i_)?day-/.test(config.text('new_post_name') ?? '');
    return {
      roots: ['source/_posts', 'source/_drafts'],
      place: placeOf,
      fields: { image: ['thumbnail', 'banner'] },
      keepsDateInName: !isDatedName,
      pattern: () => patternOf(config.text('permalink') ?? ':year/:month/:day/:title/'),
      permalink: patternOf,
      value: placeholder,
      syntax: 'hexo',
      markdown: {
        breaks: config.at('marked.breaks') !== false,
        bareLinks: config.at('marked.autolink') !== false,
        typographic: config.at('marked.smartypants') !== false,
      },
    };
  },
};

function patternOf(written: string): string {
  const pattern = written.startsWith('/') ? written : `/${written}`;
  return /\/$|\.[a-z]+$/.test(pattern) ? pattern : `${pattern}/`;
}

function placeOf(path: string): Place | undefined {
  const [, kind, below] = /^source\/(_posts|_drafts)\/(.*)$/.exec(path) ?? [];
  if (!below || basename(below).startsWith('_')) return undefined;
  return { path: below, draft: kind === '_drafts' };
}

function placeholder(
  name: string,
  { fields, folders, fileName, sections, title, wall }: Dated,
): string | undefined {
  const slug = typeof fields.slug === 'string' && fields.slug ? fields.slug : undefined;
  switch (name) {
    case 'title':
      return slug ?? [...folders, fileName].join('/');
    case 'name':
      return fileName;
    case 'post_title':
      return hexoSlug(title);
    case 'category':
      return sections.map(hexoSlug).join('/') || 'uncategorized';
    case 'i_month':
      return String(wall.month);
    case 'i_day':
      return String(wall.day);
    case 'day_of_year':
      return String(dayOfYear(wall)).padStart(3, '0');
    default:
      return undefined;
  }
}

/** A name as Hexo puts it into addresses: what is neither letter nor digit becomes one hyphen. */
function hexoSlug(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '');
}
