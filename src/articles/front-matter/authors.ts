import type { Author } from '../article.js';
import type { FieldReader, Found } from './field-reader.js';
import { groupOf } from './groups.js';

const textFields = ['name', 'email', 'url', 'avatar'] as const;
/** Other names that tools use inside of an author: Hugo, Docusaurus, Jekyll. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  name: ['title'],
  email: ['mail'],
  url: ['link', 'uri', 'href', 'web', 'to'],
  avatar: ['image_url', 'image', 'picture'],
};

/** What an address of an author may begin with. */
const schemesOf: Readonly<Record<string, RegExp>> = { url: /^(?:https?|mailto)$/i, avatar: /^https?$/i };

/**
 * Reads who wrote an article, or took part in it: a name, `Name <mail> (address)`, a comma-separated text, a list of those, or groups
 * of name, email, url and avatar. Every author arrives once.
 *
 * @param known authors by the names that stand for them, where the site has such a list
 */
export function readAuthors(
  reader: FieldReader,
  known: Readonly<Record<string, unknown>> = {},
  field: 'authors' | 'contributors' = 'authors',
): Author[] {
  const authors = reader.findAll(field).flatMap((found) => fromValue(found, reader, known));
  const byName = new Map<string, Author>();
  for (const author of authors) if (!byName.has(author.name)) byName.set(author.name, author);
  const all = [...byName.values()];
  reader.requireFew(field, all.length);
  return all;
}

function fromValue(
  { name, value }: Found,
  reader: FieldReader,
  known: Readonly<Record<string, unknown>>,
): Author[] {
  if (Array.isArray(value)) return value.flatMap((part) => fromValue({ name, value: part }, reader, known));
  const entry = typeof value === 'string' && Object.hasOwn(known, value) ? known[value] : undefined;
  if (typeof entry === 'object' && entry !== null) return fromGroup({ name, value: entry }, reader);
  if (typeof value === 'object' && value !== null) return fromGroup({ name, value }, reader);
  const line = reader.asLine({ name, value });
  return line ? splitNames(line).map(authorFromText) : [];
}

function fromGroup({ name, value: group }: Found, reader: FieldReader): Author[] {
  const entries = new Map(Object.entries(group as object));
  const author: Partial<Author> = {};
  for (const field of textFields) {
    const key = [field, ...(otherNames[field] ?? [])].find((candidate) => entries.get(candidate));
    const text = key && reader.asLine({ name, value: scalarOf(entries.get(key)) });
    const schemes = schemesOf[field];
    const value = text && schemes ? reader.address(text, name, schemes) : text;
    if (value) author[field] = value;
  }
  const known = author.name ?? author.email ?? author.url;
  if (!known) reader.wrongType({ name, value: group }, 'a name, or a group with "name"');
  return known ? [{ ...author, name: known }] : [];
}

/** A picture may be a group with its address: Nuxt's `avatar: { src: … }`. */
function scalarOf(value: unknown): unknown {
  const { src, url } = groupOf(value);
  return src ?? url ?? value;
}

/** What is a part of the name before it. */
const suffix = /^\s*(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D|Esq)\b/i;

/** Where the last of some characters stands; -1 where there is none. */
function lastOf(text: string, characters: string): number {
  return Math.max(...[...characters].map((character) => text.lastIndexOf(character)));
}

/** Splits `Ann Lee, Bob Ray`, but neither `Bob Ray, Jr.` nor commas inside of brackets. */
function splitNames(line: string): string[] {
  const names: string[] = [];
  let isInside = false;
  if (line.includes(';'))
    return line
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  for (const part of line.split(',')) {
    if (isInside || suffix.test(part)) names.push(`${names.pop() ?? ''},${part}`);
    else names.push(part);
    const [opened, closed] = [lastOf(part, '<('), lastOf(part, '>)')];
    if (opened !== closed) isInside = opened > closed;
  }
  const last = names.length > 1 ? names.pop() : undefined;
  // `A, B and C` is a list; `A and B` may be the name of a shop.
  const all = last === undefined ? names : [...names, ...last.split(/ (?:and|und|et|и|&) /)];
  return all.map((name) => name.trim().replace(/^(?:and|und|et|и|&) /, '')).filter((name) => name !== '');
}

/** What is longer is no name with an address. */
const longest = 300;

/** Reads `Ann Lee <ann@example.org> (https://example.org/ann)`; each part but the name is optional. */
export function authorFromText(text: string): Author {
  if (text.length > longest) return { name: text };
  const match = /^([^<(]*?)\s*(?:<([^<>\s]+)>)?\s*(?:\((https?:[^()\s]+)\))?$/.exec(text);
  const [, name, email, url] = match ?? [];
  if (!name) return { name: text };
  return { name, ...(email ? { email } : {}), ...(url ? { url } : {}) };
}
