import type { Tokens } from 'marked';

/** Where the parser's own rule for text may end before the end of a paragraph, or has to look closer. */
const mayEnd = /[\\<![`*~_]| {2}\n|http|ftp:|www\.|mailto:|xmpp:/gi;

/** These begin a run of their own. */
const beginsAnother = /^[`~]/;

/**
 * Takes text up to the next sign that may mean something, as the rule of the parser does, which looks for an address at
 * every character.
 *
 * @param source the rest of a paragraph, in GitHub-flavoured Markdown where a line break is none
 * @returns nothing where only that rule can tell
 */
export function plainRun(source: string): Tokens.Text | undefined {
  if (beginsAnother.test(source) || source.includes('@')) return undefined;
  mayEnd.lastIndex = 1;
  const end = mayEnd.exec(source);
  if (end && /[a-z]/i.test(end[0])) return undefined;
  const raw = source.slice(0, end ? beginOf(end, source) : undefined);
  return raw.includes('&#') ? undefined : { type: 'text', raw, text: raw, escaped: false };
}

/** Where a sign begins: a line break begins with the first of the spaces before it, but never a run. */
function beginOf({ index, 0: sign }: RegExpExecArray, source: string): number {
  let begin = index;
  while (sign.startsWith(' ') && begin > 1 && source[begin - 1] === ' ') begin -= 1;
  return begin;
}
