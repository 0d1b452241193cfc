import { basename } from 'node:path';
import type { Conventions, Dated } from '../articles/conventions.js';
import type { Place } from '../articles/source.js';
import { languageTag } from '../language/language-tag.js';
import { inLatinLetters } from '../language/slug.js';
import { bundleOf, languageOfName } from './bundles.js';
import type { Config } from './config.js';
import { withoutDate } from './dated-names.js';
import type { Dialect } from './dialect.js';
import { hasZolaSection } from './section-file.js';

/** Zola: TOML, articles in `content`, taxonomies and further fields in groups of their own. */
export const zola: Dialect = {
  name: 'zola',
  label: 'Zola',
  output: 'public',
  marks: [
    ['config.toml', 'content'],
    ['zola.toml', 'content'],
  ],
  folders: ['content'],
  alone: (folder) => (hasZolaSection(folder) ? 'content/' : undefined),
  configs: [{ file: 'zola.toml' }, { file: 'config.toml' }],
  accepts: (config) => config.text('base_url') !== undefined,
  settings: (config) => ({
    ...config.texts({ title: 'title', description: 'description' }),
    ...config.language('default_language'),
    ...config.address('base_url'),
    ...config.author('author'),
    languages: languagesOf(config),
  }),
  conventions: (config): Conventions => ({
    roots: ['content'],
    place: (path, all) => placeOf(path, all, config),
    fields: {
      tags: ['taxonomies.tags'],
      sections: ['taxonomies.categories', 'taxonomies.category'],
      authors: ['taxonomies.authors', 'extra.author', 'extra.authors'],
      image: ['extra.image', 'extra.cover', 'extra.thumbnail', 'extra.og_image'],
      language: ['extra.lang'],
    },
    hides: ({ render }) => render === false,
    pattern: () => '/:sections/:slug/',
    endsWithSlash: true,
    value: (name, article) => placeholder(name, article, config),
    syntax: 'zola',
    markdown: {
      bareLinks: false,
      typographic: config.flag('markdown.smart_punctuation'),
      emojiCodes: config.flag('markdown.render_emoji'),
      definitionLists: config.flag('markdown.definition_list'),
    },
  }),
};

function languagesOf(config: Config): Record<string, { title?: string }> {
  const tags = Object.keys(config.group('languages')).flatMap((key) => {
    const title = config.text(`languages.${key}.title`);
    return languageTag(key) ? [[key, title ? { title } : {}] as const] : [];
  });
  return Object.fromEntries(tags);
}

function placeOf(path: string, all: Pick<ReadonlySet<string>, 'has'>, config: Config): Place | undefined {
  if (!path.startsWith('content/')) return undefined;
  const { path: below, language } = languageOfName(
    path.slice('content/'.length),
    Object.keys(config.group('languages')),
  );
  if (basename(below).startsWith('_index.') || bundleOf(path, all, Object.keys(config.group('languages'))))
    return undefined;
  return { path: below, ...(language ? { language } : {}) };
}

function placeholder(name: string, article: Dated, config: Config): string | undefined {
  const strategy = config.text('slugify.paths') ?? 'on';
  if (name === 'sections') return article.folders.map((folder) => zolaSlug(folder, strategy)).join('/');
  if (name !== 'slug') return undefined;
  const { slug } = article.fields;
  return zolaSlug(typeof slug === 'string' && slug ? slug : withoutDate(article.fileName), strategy);
}

/** The three ways in which Zola writes names (`slugify.paths`): Latin letters, without white space, or as they are. */
function zolaSlug(text: string, strategy: string): string {
  if (strategy === 'off') return text;
  if (strategy === 'safe')
    return text.replace(/[\s<>:"/\\|?*#()[\]\u0000-\u001f]+/g, '_').replace(/^_|_$/g, '');
  return inLatinLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
