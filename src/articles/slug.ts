import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Transliteration {
  slugify(text: string, options: { lowercase: boolean; separator: string; allowedChars: string }): string;
}

/** The tables of other scripts are large: they are loaded with the first name that needs them. */
let transliteration: Transliteration | undefined;

function inLatin(text: string): string {
  transliteration ??= require('transliteration') as Transliteration;
  return transliteration.slugify(text, { lowercase: true, separator: '-', allowedChars: 'a-zA-Z0-9._-' });
}

/**
 * A readable, lasting name for an address: lower case Latin letters, digits, dots and hyphens; other scripts are
 * transliterated (`Здоровье` becomes `zdorove`).
 *
 * @returns an empty string where nothing of the text can be written so
 */
export function slugify(text: string): string {
  const latin = /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : inLatin(text.normalize('NFC'));
  return latin
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
