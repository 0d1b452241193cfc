import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

/** Where a list of definitions ends, in lines, and how many terms one definition may have. */
const longest = 2000;
const mostTerms = 5;

/** What cannot be a term: another block of Markdown begins so. */
const otherBlock = /^(?: {4}|\t| {0,3}(?:[#>|]|[-*+]\s|\d+[.)]\s|```|~~~|<\/?[a-z!]))|^\s*$/i;
const definition = /^ {0,3}:[ \t]+(?=\S)/;

interface Group {
  terms: string[];
  /** The text of each definition, without its mark and its indent. */
  definitions: string[];
}

interface ListToken extends Tokens.Generic {
  groups: { terms: Token[][]; definitions: Token[][] }[];
}

/**
 * Definition lists, as kramdown, Goldmark, Pandoc and Python-Markdown have them: a line, and `: definition` below it.
 */
export const definitionLists: TokenizerAndRendererExtension = {
  name: 'definitions',
  level: 'block',
  tokenizer(source): ListToken | undefined {
    // Most blocks are none: a few lines tell.
    const first = source.split('\n', mostTerms + 2);
    if (otherBlock.test(first[0] ?? '') || !first.some((line) => definition.test(line))) return undefined;
    const lines = source.split('\n', longest);
    const { groups, count } = groupsOf(lines);
    if (groups.length === 0) return undefined;
    return {
      type: 'definitions',
      raw: source.slice(0, lines.slice(0, count).join('\n').length + 1),
      groups: groups.map(({ terms, definitions }) => ({
        // Links may name an address that stands further below: their time comes when all of that is known.
        terms: terms.map((term) => this.lexer.inline(term)),
        definitions: definitions.map((text) => this.lexer.blockTokens(text, [])),
      })),
    };
  },
  renderer(token) {
    const { groups } = token as ListToken;
    const written = groups.map(({ terms, definitions }) => {
      const dt = terms.map((tokens) => `<dt>${this.parser.parseInline(tokens)}</dt>\n`);
      const dd = definitions.map((tokens) => {
        const [only] = tokens;
        const isTight = tokens.length === 1 && only?.type === 'paragraph';
        const html = isTight ? this.parser.parseInline(only.tokens ?? []) : this.parser.parse(tokens).trim();
        return `<dd>${html}</dd>\n`;
      });
      return [...dt, ...dd].join('');
    });
    return `<dl>\n${written.join('')}</dl>\n`;
  },
};

/** The groups at the beginning of some lines, and how many lines they take. */
function groupsOf(lines: readonly string[]): { groups: Group[]; count: number } {
  const groups: Group[] = [];
  let count = 0;
  for (;;) {
    let at = count;
    while (groups.length > 0 && lines[at]?.trim() === '') at += 1;
    const terms: string[] = [];
    while (
      terms.length < mostTerms &&
      at < lines.length &&
      !otherBlock.test(lines[at] ?? '') &&
      !definition.test(lines[at] ?? '')
    ) {
      terms.push((lines[at] ?? '').trim());
      at += 1;
    }
    if (lines[at]?.trim() === '') at += 1;
    const definitions: string[] = [];
    while (terms.length > 0 && definition.test(lines[at] ?? '')) {
      const end = endOfDefinition(lines, at);
      const inner = lines
        .slice(at, end)
        .map((line, index) =>
          index === 0 ? line.replace(definition, '') : line.replace(/^(?: {1,4}|\t)/, ''),
        );
      definitions.push(inner.join('\n').trimEnd());
      at = end;
      count = end;
      if (lines[at]?.trim() === '' && definition.test(lines[at + 1] ?? '')) at += 1;
    }
    if (definitions.length === 0) return { groups, count };
    groups.push({ terms, definitions });
  }
}

/** A definition goes on in lines without a blank one before them, and in lines that are indented. */
function endOfDefinition(lines: readonly string[], from: number): number {
  let at = from + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (definition.test(line)) break;
    if (line.trim() !== '') {
      if (lines[at - 1]?.trim() === '' && !/^(?: {2,}|\t)/.test(line)) break;
      // The term of the next definition.
      if (lines[at - 1]?.trim() !== '' && !/^\s/.test(line) && definition.test(lines[at + 1] ?? '')) break;
    }
  }
  while (at > from + 1 && lines[at - 1]?.trim() === '') at -= 1;
  return at;
}
