import { basename } from 'node:path';
import type { Conventions, Dated, MarkdownFlavour } from '../articles/conventions.js';
import { groupOf } from '../articles/front-matter/groups.js';
import type { Place } from '../articles/source.js';
import { languageTag } from '../language/language-tag.js';
import { wallTimeAtOffset } from '../language/timestamp.js';
import { two, type WallTime } from '../language/zoned-time.js';
import { bundleOf, languageOfName } from './bundles.js';
import { dayOfYear, monthName, weekday, weekdayNumber } from './calendar.js';
import type { Config } from './config.js';
import { mostHold } from './dated-names.js';
import type { Dialect } from './dialect.js';
import { hasSectionFile } from './section-file.js';

const names = ['hugo', 'config'];
const endings = ['toml', 'yaml', 'yml', 'json'];
const files = names.flatMap((name) => endings.map((ending) => `${name}.${ending}`));
const groups = ['params', 'permalinks', 'languages', 'frontmatter', 'taxonomies'];

/** Hugo: articles in `content`, `index.md` for a folder with its pictures, `_index.md` for a list. */
export const hugo: Dialect = {
  name: 'hugo',
  label: 'Hugo',
  output: 'public',
  marks: [
    ...endings.map((ending) => [`hugo.${ending}`]),
    ...endings.map((ending) => [`config.${ending}`, 'content']),
    ['config/_default'],
  ],
  folders: ['content'],
  alone: (folder) => {
    const isContent = basename(folder) === 'content' || hasSectionFile(folder);
    return isContent || mostHold(folder, /\{\{[<%] *\/?[\w-][^{}]*[>%]\}\}/) ? 'content/' : undefined;
  },
  configs: [
    ...files.map((file) => ({ file })),
    ...files.map((file) => ({ file: `config/_default/${file}` })),
    ...groups.flatMap((group) =>
      endings.map((ending) => ({ file: `config/_default/${group}.${ending}`, group })),
    ),
    ...endings.map((ending) => ({ file: `config/_default/languages.*.${ending}`, group: 'languages.*' })),
  ],
  settings: (config) => ({
    ...config.texts({ title: 'title' }),
    ...config.texts({ description: 'params.description' }),
    ...config.texts({ copyright: 'copyright' }),
    ...config.language('defaultContentLanguage', 'languageCode', 'locale'),
    ...config.timezone('timeZone'),
    ...config.address('baseURL'),
    ...config.address('baseurl'),
    ...config.author('params.author'),
    languages: languagesOf(config),
  }),
  conventions(config): Conventions {
    const dates = config.list('frontmatter.date').map(String);
    const ignored = ['ignoreFiles', 'ignorefiles'].flatMap((name) => patternsOf(config.list(name)));
    return {
      roots: ['content', ...languageFolders(config)],
      place: (path, all) =>
        ignored.some((pattern) => pattern.test(path)) ? undefined : placeOf(path, all, config),
      fields: {
        date: ['lastmod', 'modified'],
        authors: ['params.author', 'params.authors'],
        summary: ['params.description'],
        image: ['images', 'params.image', 'featuredImage', 'thumbnail'],
      },
      fieldsWithoutCase: true,
      keepsDateInName: !dates.includes(':filename'),
      hides: ({ headless, build, _build }) =>
        headless === true || [build, _build].some((value) => groupOf(value).render === 'never'),
      pattern: (article) => patternOf(article, config),
      permalink: (written) => (written.includes('.') || written.endsWith('/') ? written : `${written}/`),
      value: (name, article) => placeholder(name, article, config),
      syntax: 'hugo',
      markdown: flavourOf(config),
    };
  },
};

/** Goldmark's extensions, which the settings may switch off (`markup.goldmark.extensions`). */
function flavourOf(config: Config): MarkdownFlavour {
  const extension = (name: string) => config.at(`markup.goldmark.extensions.${name}`);
  const typographer = extension('typographer');
  return {
    bareLinks: extension('linkify') !== false,
    typographic: typographer !== false && groupOf(typographer).disable !== true,
    definitionLists: extension('definitionList') !== false,
    emojiCodes: config.flag('enableEmoji') || config.flag('enableemoji'),
  };
}

/** Regular expressions of the settings, as far as they are such here too. */
function patternsOf(list: readonly unknown[]): RegExp[] {
  return list.flatMap((written) => {
    try {
      return [new RegExp(String(written).slice(0, 200))];
    } catch {
      return [];
    }
  });
}

/** Languages by tag; the name of each is a title where the settings give one. */
function languagesOf(config: Config): Record<string, { title?: string }> {
  const entries = Object.keys(config.group('languages')).flatMap((key) => {
    const tag = languageTag(key);
    const title = config.text(`languages.${key}.title`);
    return tag ? [[tag, title ? { title } : {}] as const] : [];
  });
  return entries.length > 1 ? Object.fromEntries(entries) : {};
}

/** Folders of languages that lie beside `content`. */
function languageFolders(config: Config): string[] {
  const folders = Object.keys(config.group('languages')).map((key) =>
    config.text(`languages.${key}.contentDir`),
  );
  return folders.filter((folder) => folder !== undefined).filter((folder) => !folder.startsWith('content/'));
}

function placeOf(path: string, all: Pick<ReadonlySet<string>, 'has'>, config: Config): Place | undefined {
  const language = folderLanguage(path, config);
  const below = language ? path.slice(language.folder.length) : path.replace(/^content\//, '');
  if (below === path && !language) return undefined;
  const bare = languageOfName(below, Object.keys(config.group('languages')));
  if (basename(bare.path).startsWith('_index.')) return undefined;
  const bundle = bundleOf(path, all, Object.keys(config.group('languages')));
  if (bundle) return undefined;
  const tag = bare.language ?? language?.tag;
  return { path: bare.path, ...(tag ? { language: tag } : {}) };
}

/** A language with a folder of its own (`languages.ru.contentDir`). */
function folderLanguage(path: string, config: Config): { folder: string; tag: string } | undefined {
  for (const key of Object.keys(config.group('languages'))) {
    const folder = config.text(`languages.${key}.contentDir`) ?? config.text(`languages.${key}.contentdir`);
    const tag = languageTag(key);
    if (folder && tag && path.startsWith(`${folder}/`)) return { folder: `${folder}/`, tag };
  }
  return undefined;
}

/** The pattern of the section that the article is in (`permalinks`), else that of its folders. */
function patternOf(article: Dated, config: Config): string {
  const section = article.folders[0] ?? '';
  const pattern = config.text(`permalinks.page.${section}`) ?? config.text(`permalinks.${section}`);
  const inFolder = config.flag('defaultContentLanguageInSubdir') && !article.inLanguageFolder;
  const above = inFolder ? `/${article.language.toLowerCase()}` : '';
  const standard = config.flag('uglyURLs')
    ? '/:sections/:slugorfilename.html'
    : '/:sections/:slugorfilename/';
  return above + (pattern ? `/${pattern.replace(/^\/|\/$/g, '')}/` : standard);
}

/** The sections that `sections[1]`, `sections[last]`, `sections[1:]` or `sections[:last]` chooses. */
function chosenSections(name: string, folders: readonly string[]): readonly string[] | undefined {
  const [, from, colon, to = ''] = /^sections\[(\d+|last|)(?:(:)(\d+|last|))?\]$/.exec(name) ?? [];
  if (from === undefined) return undefined;
  const place = (written: string, otherwise: number) =>
    written === 'last' ? folders.length - 1 : written === '' ? otherwise : Number(written);
  const start = place(from, 0);
  return folders.slice(start, colon ? place(to, folders.length) : start + 1);
}

function placeholder(name: string, article: Dated, config: Config): string | undefined {
  const { fileName, folders, title, fields } = article;
  const wall = ownClock(article);
  const slug = typeof fields.slug === 'string' && fields.slug !== '' ? fields.slug : undefined;
  const path = (text: string) => hugoPath(text, config);
  const chosen = chosenSections(name, folders);
  if (chosen) return path(chosen.join('/'));
  switch (name) {
    case 'sections':
      return path(folders.join('/'));
    case 'section':
      return path(folders[0] ?? '');
    case 'title':
      return path(title);
    case 'slug':
      return path(slug ?? title);
    case 'filename':
    case 'contentbasename':
      return path(fileName);
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return path(slug ?? fileName);
    case 'monthname':
      return path(monthName(wall));
    case 'weekday':
      return String(weekdayNumber(wall));
    case 'weekdayname':
      return path(weekday(wall));
    case 'yearday':
      return String(dayOfYear(wall));
    case 'year':
      return String(wall.year);
    case 'month':
      return two(wall.month);
    case 'day':
      return two(wall.day);
    default:
      return undefined;
  }
}

/** A date that is written with its zone counts by the clocks of that zone, in addresses too. */
function ownClock({ date, offsets, wall }: Dated): WallTime {
  return offsets.date === undefined ? wall : wallTimeAtOffset({ date, offset: offsets.date });
}

/** A name as Hugo puts it into addresses: letters, digits and `._#+~-@` stay, white space becomes one hyphen. */
function hugoPath(text: string, config: Config): string {
  let path = '';
  let space = false;
  for (const character of text.normalize('NFC')) {
    if (/[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(character)) {
      if (space && character !== '-') path += '-';
      space = false;
      path += character;
    } else if (path !== '' && !path.endsWith('-') && /\s/.test(character)) space = true;
  }
  return (config.flag('disablePathToLower') ? path : path.toLowerCase()).replaceAll('#', '%23');
}
