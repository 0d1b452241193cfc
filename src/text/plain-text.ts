import { withoutIllegalCharacters } from './xml-characters.js';

/** Joins lines and runs of white space into one line, as titles and names want it. */
export function oneLine(text: string): string {
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/**
 * Cuts a text at the end of a word.
 *
 * @param text plain text
 * @param length the most characters to keep, the ellipsis included
 * @returns the text itself where it is short enough, else its beginning and `…`
 */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const lastSpace = cut.lastIndexOf(' ');
  const kept = lastSpace > 0 ? cut.slice(0, lastSpace) : cut.slice(0, -1);
  return `${withoutIllegalCharacters(kept).replace(/[\s.,;:–—-]+$/u, '')}…`;
}
