/**
 * Characters that XML 1.0 cannot hold (section 2.2, production Char): controls other than tab, line feed and
 * carriage return, lone surrogates, U+FFFE and U+FFFF. JSON could hold some of them; readers could not.
 */
const unspeakable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether a text has characters that no feed can hold. */
export function hasUnspeakable(text: string): boolean {
  return text.search(unspeakable) !== -1;
}

/** What may be such a character; half of a pair is one only without the other half. */
const doubtful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** The text without the characters that no feed can hold. */
export function withoutUnspeakable(text: string): string {
  return doubtful.test(text) ? text.replace(unspeakable, '') : text;
}

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
  return `${withoutUnspeakable(kept).replace(/[\s.,;:–—-]+$/u, '')}…`;
}
