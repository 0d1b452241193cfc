/** A change that alters nothing which anybody could notice, and why. */
export interface Equivalent {
  /** Below `src`. */
  file: string;
  original: string;
  replacement: string;
  why: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'articles/dates/date-words.ts',
    original: "half === 'a' || half === 'p'",
    replacement: 'true',
    why: 'The expression before matches these two letters only.',
  },
  {
    file: 'body/syntax/liquid.ts',
    original: '/^.*\\//',
    replacement: '/.*\\//',
    why: 'It takes as much as it can from the first character on, with and without the anchor.',
  },
  {
    file: 'notify/notified-state.ts',
    original: 'a < b',
    replacement: 'a <= b',
    why: 'No two keys of a map are the same.',
  },
  {
    file: 'commands/flags.ts',
    original: "typeof value === 'string'",
    replacement: 'true',
    why: 'The text of a boolean is no number.',
  },
];
