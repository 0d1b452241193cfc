import matter from 'gray-matter';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { absentWord } from '../../text/absent-word.js';
import { engines, type FrontMatterLanguage, takeDuplicates } from './front-matter-engines.js';
import {
  explain,
  NotFields,
  notClosed,
  refuseLanguage,
  reportGap,
  reportTwice,
} from './front-matter-problems.js';
import { readHeaders } from './headers.js';

/** Front matter, and where the body begins. */
export interface FrontMatter {
  /** The fields by name; numbers and dates stay as they were written, as strings. */
  fields: Readonly<Record<string, unknown>>;
  /** Index of the body's first character, and its line. */
  bodyOffset: number;
  bodyLine: number;
  /** What is odd about it and does no harm: FW005. */
  warnings: Diagnostic[];
}

interface Fence {
  language: FrontMatterLanguage;
  open: string;
  close: string;
}

/** A block of front matter as it stands in the file: its fences, what is between them, and where the body begins. */
interface Block {
  fence: Fence;
  /** What is between the fences. */
  inner: string;
  firstLine: number;
  bodyOffset: number;
  bodyLine: number;
}

const fences: readonly { pattern: RegExp; language?: FrontMatterLanguage; close: string }[] = [
  { pattern: /^---[ \t]*(\S*)$/, close: '---' },
  { pattern: /^\+\+\+$/, language: 'toml', close: '+++' },
  { pattern: /^;;;$/, language: 'json', close: ';;;' },
];
const namedLanguages: ReadonlyMap<string, FrontMatterLanguage> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/**
 * Reads the front matter at the top of an article: YAML between `---`, TOML between `+++`, JSON between `;;;`
 * or after `---json`. Blank lines before the first fence do no harm. A file without front matter has no fields.
 *
 * @param text the file, with LF line ends and without byte order mark
 * @param file its path, for the diagnostics
 * @param hasHeaders lines of `Key: value` without a fence are front matter, too
 * @returns the fields and the beginning of the body, or what is wrong:
 *   FW001 does not parse, FW002 not closed, FW003 another language, FW004 not fields
 */
export function readFrontMatter(text: string, file: string, hasHeaders = false): FrontMatter | Diagnostic {
  const block = findBlock(text, file);
  if (!block) return { ...withoutFields, ...(hasHeaders ? readHeaders(text) : undefined) };
  if ('code' in block) return block;
  const { bodyOffset, bodyLine } = block;
  const { language } = block.fence;
  if (hasGap(block.inner)) return reportGap(block, text, file);
  try {
    const { data } = matter(...asMatter(block, language));
    const warnings = takeDuplicates().map((error) => reportTwice(error, block, text, file));
    return { fields: data, bodyOffset, bodyLine, warnings };
  } catch (error) {
    if (error instanceof NotFields && typeof error.value === 'string' && block.fence.open === '---') {
      return withoutFields;
    }
    return explain(error, block, text, file);
  }
}

/** Whether there is more white space in a row than gray-matter, which looks through it from each line, should be given. */
function hasGap(inner: string): boolean {
  if (inner.length < longestGap) return false;
  let blanks = 0;
  for (let at = 0; at < inner.length && blanks <= longestGap; at += 1) {
    blanks = inner.charCodeAt(at) <= 32 ? blanks + 1 : 0;
  }
  return blanks > longestGap;
}

/** In characters. */
const longestGap = 5000;
/**
 * A block between fences that it does not hold: gray-matter takes any line that begins as the closing one does for the
 * end, but where the block ends is decided already.
 */
function asMatter({ inner }: Block, language: FrontMatterLanguage): Parameters<typeof import('gray-matter')> {
  const fence = inner.includes('---') ? `---${absentWord(inner)}` : '---';
  return [`${fence}\n${inner}\n${fence}\n`, { language, delimiters: [fence, fence], engines }];
}

const withoutFields: FrontMatter = { fields: {}, bodyOffset: 0, bodyLine: 1, warnings: [] };

function findBlock(text: string, file: string): Block | Diagnostic | undefined {
  const lead = /^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0;
  const firstLine = text.slice(0, lead).split('\n').length;
  const openEnd = lineEnd(text, lead);
  const open = text.slice(lead, openEnd);
  if (open.startsWith('{')) return bareJson(text, lead, firstLine);
  for (const { pattern, language: fixed, close } of fences) {
    const match = pattern.exec(open.trimEnd());
    if (!match) continue;
    const named = (match[1] ?? '').toLowerCase();
    const language = fixed ?? namedLanguages.get(named);
    if (!language) return refuseLanguage(named, { line: firstLine, column: 4 }, text, file);
    const fence = { language, open: open.trimEnd(), close };
    const end = closingLine(text, openEnd, close);
    if (end) return blockBetween(text, lead, end, fence, firstLine);
    return fixed || named || looksLikeFields(text.slice(openEnd, openEnd + 400))
      ? notClosed(close, { line: firstLine, column: 1 }, text, file)
      : undefined;
  }
  return undefined;
}

/** Hugo's JSON without fences: from the brace that opens the file to the line that is its closing brace. */
function bareJson(text: string, start: number, firstLine: number): Block | undefined {
  const end = text.startsWith('{\n', start) ? closingLine(text, start, '}') : undefined;
  if (!end) return undefined;
  const json = text.slice(start, end.to);
  const fence: Fence = { language: 'json', open: '---', close: '---' };
  const bodyLine = firstLine + json.split('\n').length;
  const bodyOffset = Math.min(end.to + 1, text.length);
  return { fence, inner: json, firstLine: firstLine - 1, bodyOffset, bodyLine };
}

function blockBetween(text: string, start: number, end: Range, fence: Fence, firstLine: number): Block {
  const inner = text.slice(lineEnd(text, start) + 1, end.from);
  const bodyOffset = Math.min(end.to + 1, text.length);
  const lines = text.slice(start, end.to).split('\n').length;
  return { fence, inner, firstLine, bodyOffset, bodyLine: firstLine + lines };
}

interface Range {
  from: number;
  to: number;
}

/** Finds the line that closes the front matter: the fence alone, with nothing but blanks after it. */
function closingLine(text: string, after: number, close: string): Range | undefined {
  let from = after + 1;
  while (from < text.length) {
    const to = lineEnd(text, from);
    const line = text.slice(from, to).trimEnd();
    if (line === close || (close === '---' && line === '...')) return { from, to: from + close.length };
    from = to + 1;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** A horizontal rule may begin a body; a rule followed by `name: value` was meant as front matter. */
function looksLikeFields(text: string): boolean {
  return /^\s*[\w-]+[ \t]*:(?:[ \t]|\n)/.test(text);
}
