import { meaningOf, readValues, type SyntaxContext, type Tag } from './tag.js';

/** What stands between the marks of a template. */
export type FoundTag =
  | { kind: 'open' | 'close' | 'single'; name: string; values: string }
  /** Something that is replaced by a text at once. */
  | { kind: 'value'; write(context: SyntaxContext): string };

/** How the tags of a template language look. */
export interface TagForm {
  /** Finds where a tag may begin. */
  opener: RegExp;
  /** What ends a tag that begins so. */
  closer(open: string): string;
  /** Characters that enclose texts, in which nothing ends a tag. */
  quotes: string;
  /** Braces within a tag come in pairs. */
  braces?: boolean;
  /** What a tag is; nothing where it is text. */
  read(inner: string, open: string): FoundTag | undefined;
  /** Tags of which everything up to their end is text; for each, what finds that end. */
  literal?: Readonly<Record<string, RegExp>>;
}

type Token = FoundTag & { start: number; end: number; written: string };

/** The most characters of a tag, the most braces in each other, and the most tags in each other. */
const longest = 5000;
const deepestBraces = 20;
const deepestTags = 50;

/** Replaces the tags of a text by what they stand for, from the inside out. Takes time in proportion to the text. */
export function replaceTags(text: string, form: TagForm, context: SyntaxContext): string {
  const tokens = tokensOf(text, form);
  if (tokens.length === 0) return text;
  const writer = new Writer(text, tokens, context);
  return writer.write(0, text.length, 0, tokens.length, 0);
}

function tokensOf(text: string, form: TagForm): Token[] {
  const tokens: Token[] = [];
  const opener = new RegExp(form.opener);
  const closers = new NextClosers(text);
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const open = match[0];
    const from = match.index + open.length;
    const closer = form.closer(open);
    // Most texts that look like the beginning of a tag have no end within reach.
    const near = closers.after(from, closer);
    const close = near > from + longest ? -1 : endOfTag(text, from, closer, form);
    const found = close === -1 ? undefined : form.read(text.slice(from, close), open);
    if (!found) continue;
    const end = close + closer.length;
    tokens.push({ ...found, start: match.index, end, written: text.slice(match.index, end) });
    const literalEnd = found.kind === 'open' ? form.literal?.[found.name] : undefined;
    opener.lastIndex = literalEnd ? startOf(literalEnd, text, end) : end;
  }
  return tokens;
}

/** Where closers come next; asked from the beginning of a text to its end, each is looked for once. */
class NextClosers {
  private readonly known = new Map<string, number>();

  constructor(private readonly text: string) {}

  after(from: number, closer: string): number {
    const known = this.known.get(closer);
    if (known !== undefined && known >= from) return known;
    const found = this.text.indexOf(closer, from);
    const next = found === -1 ? Number.POSITIVE_INFINITY : found;
    this.known.set(closer, next);
    return next;
  }
}

/** Where something is found next; the end of what is looked at, where it is not. */
function startOf(pattern: RegExp, text: string, from: number): number {
  const search = new RegExp(pattern.source, 'g');
  search.lastIndex = from;
  return search.exec(text)?.index ?? from;
}

/** Where a tag ends: outside of quotes and braces, or else at the first mark that could end it. */
function endOfTag(text: string, from: number, closer: string, { quotes, braces }: TagForm): number {
  const limit = Math.min(text.length, from + longest);
  let quote = '';
  let depth = 0;
  for (let at = from; at < limit && depth <= deepestBraces; at += 1) {
    const character = text[at] ?? '';
    if (quote) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (depth === 0 && text.startsWith(closer, at)) return at;
    else if (quotes.includes(character)) quote = character;
    else if (braces && character === '{') depth += 1;
    else if (braces && character === '}') depth -= 1;
  }
  if (depth > 0) return -1;
  const near = text.slice(from, limit).indexOf(closer);
  return near === -1 ? -1 : from + near;
}

class Writer {
  /** For each tag that is ended, the number of the tag that ends it. */
  private readonly ends = new Map<number, number>();

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly context: SyntaxContext,
  ) {
    const open = new Map<string, number[]>();
    tokens.forEach((token, index) => {
      if (token.kind === 'open')
        open.set(token.name, [...(open.get(token.name) ?? []).slice(-deepestTags), index]);
      const start = token.kind === 'close' ? open.get(token.name)?.pop() : undefined;
      if (start !== undefined) this.ends.set(start, index);
    });
  }

  /** The text between two places, with the tags between two numbers replaced. */
  write(from: number, to: number, first: number, last: number, depth: number): string {
    let written = '';
    let at = from;
    for (let index = first; index < last; index += 1) {
      const token = this.tokens[index];
      if (!token || token.start < at) continue;
      written += this.text.slice(at, token.start);
      at = token.end;
      if (token.kind === 'value') written += token.write(this.context);
      if (token.kind === 'value' || token.kind === 'close') continue;
      const tag: Tag = { name: token.name, ...readValues(token.values), written: token.written };
      const end = this.ends.get(index);
      const close = end === undefined || end >= last || depth >= deepestTags ? undefined : this.tokens[end];
      if (close && end !== undefined) {
        tag.inner = this.write(token.end, close.start, index + 1, end, depth + 1);
        at = close.end;
        index = end;
      }
      written += meaningOf(tag, this.context);
    }
    return written + this.text.slice(at, to);
  }
}
