import { slugify } from '../articles/slug.js';

/**
 * The folder of a section, tag or author: readable, lasting, and never empty. `C++` and `C#` stay two names; one that
 * has no letters at all is written as the numbers of its characters.
 */
export function feedSlug(name: string): string {
  const spoken = name.replaceAll('+', '-plus-').replaceAll('#', '-sharp-').replaceAll('&', '-and-');
  // A dot would make a folder that looks like a file.
  const slug = slugify(spoken).replaceAll('.', '-');
  return slug || [...name].map((character) => character.codePointAt(0)?.toString(16)).join('-');
}
