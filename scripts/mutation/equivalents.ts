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
  {
    file: 'language/write-date.ts',
    original: 'noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day',
    replacement: 'false',
    why: 'The other way writes the same, and takes longer.',
  },
  {
    file: 'articles/inert-svg.ts',
    original: 'this.found === undefined',
    replacement: 'false',
    why: 'Nothing but a reason that was found ends the parser.',
  },
  {
    file: 'body/syntax/outside-code.ts',
    original: 'from < text.length',
    replacement: 'from <= text.length',
    why: 'There is no code in the empty line behind the text.',
  },
  {
    file: 'identity/identity-file.ts',
    original: 'path === undefined',
    replacement: 'false',
    why: 'Where there is no path there is no file after it, either.',
  },
  {
    file: 'import/private-address.ts',
    original: 'high === undefined',
    replacement: 'false',
    why: 'The expression has both parts, or none.',
  },
  {
    file: 'dialects/docusaurus.ts',
    original: "path.startsWith('blog/') && !basename(path).startsWith('_')",
    replacement: 'true',
    why: 'Discovery looks into the blog only, and passes over what begins so.',
  },
  {
    file: 'platform/fingerprints.ts',
    original: 'false',
    replacement: 'true',
    why: 'What is not there is nothing, said or thrown.',
  },
  {
    file: 'articles/dates/parse-date.ts',
    original: '/^p/i',
    replacement: '/p/i',
    why: 'What is matched begins with the one or the other letter, and has no further p.',
  },
  {
    file: 'body/syntax/outside-code.ts',
    original: '!sign.test(text)',
    replacement: 'false',
    why: 'It saves looking for code; the step changes nothing in such a text.',
  },
  {
    file: 'formats/rss.ts',
    original: '{ id: shape.link, title: shape.title, link: shape.link, updated: shape.date }',
    replacement: '{}',
    why: 'Of the feed around the item nothing is kept.',
  },
  {
    file: 'formats/spool.ts',
    original: 'wanted > this.current.length',
    replacement: 'wanted >= this.current.length',
    why: 'A block of the same size takes the place of another.',
  },
  {
    file: 'pages/page-body.ts',
    original: '!html.includes(siteUrl)',
    replacement: 'false',
    why: 'It saves looking at each tag; none has such an address.',
  },
  {
    file: 'pages/site-index.ts',
    original: 'index === undefined',
    replacement: 'false',
    why: 'There is no article before or behind a place that is none.',
  },
  {
    file: 'pages/site-index.ts',
    original: "(typeof file === 'string' ? file : path).toLowerCase()",
    replacement: "(typeof file === 'string' ? file : path).toUpperCase()",
    why: 'Such names are compared with each other alone.',
  },
  {
    file: 'publish/replace-files.ts',
    original: '{ return false; }',
    replacement: '{}',
    why: 'Whoever calls it takes undefined for false.',
  },
  {
    file: 'platform/retry.ts',
    original: "error instanceof Error && 'code' in error",
    replacement: 'true',
    why: 'What is no error has no code either.',
  },
  {
    file: 'text/budget.ts',
    original: "typeof error === 'object' && error !== null && 'code' in error",
    replacement: "typeof error === 'object' && error !== null || 'code' in error",
    why: 'What is thrown there is an error.',
  },
  {
    file: 'language/write-date.ts',
    original:
      '{ const noon = new Date(year, month - 1, day, 12); const isSame = noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day; return isSame ? noon : undefined; }',
    replacement: '{}',
    why: 'The other way writes the same, and takes longer.',
  },
  {
    file: 'cache/cache-folder.ts',
    original: 'piece.length > block.length',
    replacement: 'piece.length >= block.length',
    why: 'A piece as long as a block is written by itself, or as a block.',
  },
];
