import { createHash } from 'node:crypto';
import { slugify } from '../language/slug.js';
import { outputPath } from '../platform/output-path.js';

/** The most characters of a folder's name; disks allow 255 bytes. */
const longest = 120;

/**
 * The folder of a section, tag or author: readable, lasting, and never empty. `C++` and `C#` stay two names; one that
 * has no letters at all is written as the numbers of its characters, and one that no disk would take is cut and told
 * from others by a hash.
 */
export function feedSlug(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  const slug = slugOf(name);
  slugs.set(name, slug);
  return slug;
}

/** Slugs of names that were asked for before: many articles have the same. */
const slugs = new Map<string, string>();

function slugOf(name: string): string {
  const spoken = name.replaceAll('+', '-plus-').replaceAll('#', '-sharp-').replaceAll('&', '-and-');
  // A dot would make a folder that looks like a file.
  const slug = slugify(spoken)
    .replaceAll('.', '-')
    .replace(/^[_-]+/, '');
  const readable = slug || [...name].map((character) => character.codePointAt(0)?.toString(16)).join('-');
  // Names of devices on Windows, such as "aux".
  const written = typeof outputPath(readable.slice(0, longest)) === 'string' ? readable : `${readable}-feed`;
  if (written.length <= longest) return written;
  return `${written.slice(0, longest - 9)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
