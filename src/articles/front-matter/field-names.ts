import { nearest } from '../../diagnostics/nearest.js';
import { memoize } from '../../platform/memoize.js';

/**
 * What each field of an article is called, in feedwright and in the tools that articles come from. The first name
 * that is present and not empty counts.
 */
export const fieldNames = {
  title: ['title'],
  date: ['date', 'published', 'publishDate', 'pubDate', 'date.created'],
  updated: ['updated', 'lastmod', 'modified', 'last_modified_at', 'updatedDate', 'date.updated'],
  summary: ['summary', 'description', 'excerpt', 'abstract', 'deck'],
  authors: ['authors', 'author'],
  contributors: ['contributors', 'contributor', 'guests', 'guest'],
  sections: ['section', 'category', 'categories'],
  tags: ['tags', 'keywords', 'topics'],
  image: ['image', 'cover', 'heroImage', 'featured_image'],
  language: ['language', 'lang', 'locale'],
  draft: ['draft'],
  feed: ['feed'],
  published: ['published'],
  expires: ['expires', 'expiryDate'],
  publishFrom: ['publishDate'],
  translationKey: ['translationKey'],
  slug: ['slug'],
  permalink: ['permalink', 'url', 'path'],
  link: ['link', 'external_url'],
  id: ['id', 'guid'],
  enclosures: ['enclosure', 'enclosures', 'attachments'],
  episode: ['episode', 'episodeNumber', 'episode_number'],
  season: ['season', 'seasonNumber', 'season_number'],
  seasonName: ['seasonName', 'season_name'],
  episodeName: ['episodeName', 'episode_name'],
  episodeType: ['episodeType', 'episode_type'],
  explicit: ['explicit'],
  soundbites: ['soundbites', 'soundbite'],
  transcripts: ['transcript', 'transcripts'],
} as const satisfies Record<string, readonly string[]>;

/** The name of a field as the rest of the program calls it. */
export type FieldName = keyof typeof fieldNames;

/** What a tool calls the fields of its articles. */
export interface FieldConventions {
  /** The articles are written for feedwright, so that an odd field is a mistake. */
  isOwn?: boolean;
  /** Further names of fields, tried after the usual ones; `extra.author` is a field in a group. */
  fields?: Partial<Record<FieldName, readonly string[]>>;
  /** Names of fields have no case. */
  fieldsWithoutCase?: boolean;
  /** In these fields a text holds several names with white space between them. */
  spacedLists?: readonly string[];
}

/** What the fields of a site's articles are called. */
export interface Naming {
  names: Readonly<Record<FieldName, readonly string[]>>;
  /** The fields that a name at the top of front matter may belong to. */
  fieldsOf: ReadonlyMap<string, readonly FieldName[]>;
  /** Fields in which a text holds several names with white space between them. */
  spaced: ReadonlySet<string>;
  /** The articles were written for another tool. */
  isForeign?: boolean;
  /** The names as they are written here, by their lower case; nothing where case counts. */
  byLowerCase?: ReadonlyMap<string, string>;
}

/** The names that every site may use. */
export const usualNaming: Naming = {
  names: fieldNames,
  fieldsOf: fieldsByName(fieldNames),
  spaced: new Set(),
};

/** The name that a mistyped one most likely stands for; empty where it is no slip, or one that other tools use. */
export const meantBy = memoize(({ fieldsOf }: Naming, name) => {
  if (fieldsOf.has(name) || toolFields.has(name) || name.length < 4) return '';
  return nearest(name, [...fieldsOf.keys()]) ?? '';
});

/** The usual names, and those of a tool after them. */
export function namingOf(conventions: FieldConventions): Naming {
  const { fields = {}, spacedLists = [], fieldsWithoutCase, isOwn = false } = conventions;
  const names: Record<FieldName, readonly string[]> = { ...fieldNames };
  for (const [field, more] of Object.entries(fields)) {
    if (isFieldName(field)) names[field] = [...new Set([...names[field], ...more])];
  }
  const all = Object.values(names).flat();
  const byLowerCase = new Map(all.map((name) => [name.toLowerCase(), name]));
  return {
    names,
    fieldsOf: fieldsByName(names),
    spaced: new Set(spacedLists),
    isForeign: !isOwn,
    ...(fieldsWithoutCase ? { byLowerCase } : {}),
  };
}

/** Fields by their names, and by what stands before the first dot of a name. */
function fieldsByName(names: Naming['names']): ReadonlyMap<string, readonly FieldName[]> {
  const fields = new Map<string, FieldName[]>();
  for (const [field, all] of Object.entries(names)) {
    if (!isFieldName(field)) continue;
    const tops = all.flatMap((name) => [name, name.split('.', 1).join('')]);
    for (const top of new Set(tops)) fields.set(top, [...(fields.get(top) ?? []), field]);
  }
  return fields;
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fieldNames, name);
}

/** Fields under the names as they are written here, where their case does not count. */
export function renameFields(
  fields: Readonly<Record<string, unknown>>,
  { byLowerCase }: Naming,
): Readonly<Record<string, unknown>> {
  if (!byLowerCase) return fields;
  const entries = Object.entries(fields).map(([name, value]) => [
    byLowerCase.get(name.toLowerCase()) ?? name,
    value,
  ]);
  return Object.fromEntries(entries);
}

/** Fields of other tools that are near to names of ours, and no typos. */
export const toolFields: ReadonlySet<string> = new Set(
  `aliases build cascade comments content draft_date headless icon images katex keyword layout linktitle linkTitle
  markup mathjax menu menus metadata outputs override pagination pinned posts redirect redirect_from redirects
  resources robots series sections subtitle tag taxonomies template teaser theme thumbnail titles toc translation
  translations type types weight dates authors_title image_alt imageAlt imageCaption ids links pages paths names`.split(
    /\s+/,
  ),
);
