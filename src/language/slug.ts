import { createRequire } from 'node:module';
import { lazyImport } from '../platform/lazy-import.js';
import { trimOf } from '../text/trim.js';

const require = createRequire(import.meta.url);

interface Transliteration {
  slugify(text: string, options: { lowercase: boolean; separator: string; allowedChars: string }): string;
}

const transliteration = lazyImport<Transliteration>(() => require('transliteration'));

/** A text in lower case Latin letters, other scripts transliterated, white space as hyphens. */
export function inLatinLetters(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return transliteration().slugify(text.normalize('NFC'), {
    lowercase: true,
    separator: '-',
    allowedChars: 'a-zA-Z0-9._-',
  });
}

/**
 * A readable, lasting name for an address: lower case Latin letters, digits, dots and hyphens; other scripts are
 * transliterated (`Здоровье` becomes `zdorove`).
 *
 * @returns an empty string where nothing of the text can be written so
 */
export function slugify(text: string): string {
  const written = inLatinLetters(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-');
  return trimOf(written, '-.');
}
