/** Controls (C0, DEL, C1), line and paragraph separators, and marks that turn the direction of text. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The name of a file, or another text from outside, on one line and without anything that a terminal, a log or a file
 * of columns would act upon: `a\nb`, `a\u001bb`.
 */
export function escapeName(name: string): string {
  return name.replace(
    unprintable,
    (character) => short[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A text from outside as it may stand on a line of a terminal or a log: as {@link escapeName} gives it, and without what
 * GitHub takes for a command at the beginning of a line (`::error::`) or within one (`##[error]`).
 */
export function printable(text: string): string {
  return escapeName(text)
    .replace(/^(\s*):(?=:)/, '$1\\u003a')
    .replaceAll('##[', '#\\u0023[');
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
