import { posix } from 'node:path';
import { capitalise } from '../../text/capitalise.js';
import { withoutAttributeLists } from './attribute-lists.js';
import { aside, type SyntaxContext } from './tag.js';

/** A block that begins with a mark and goes on with lines that are indented by four. */
const block = /^( *)(!!!|\?\?\?\+?|===[!+]?)[ \t]([^\n]*)$/;

/** Replaces the blocks of Python-Markdown's extensions (admonition, PyMdown's details and tabbed) by what they mean. */
export function replacePythonBlocks(text: string): string {
  return /^ *(?:!!!|\?\?\?|===)/m.test(text) ? blocksOf(text.split('\n'), 0).join('\n') : text;
}

/**
 * Replaces what those extensions have within a line (PyMdown's keys, caret, mark and emoji, attr_list) by what every
 * Markdown has, or by its text; links name files as MkDocs and Pelican have it.
 */
export function replacePythonMarkdown(text: string, context: SyntaxContext): string {
  return withoutAttributeLists(withPlainLinks(text, context))
    .replace(/^[ \t]*-{1,}8<-{1,}.*$/gm, '')
    .replace(/:(?:material|fontawesome|octicons|simple|custom)-[\w-]{1,80}:(?:\{[^{}\n]*\})?/g, '')
    .replace(/(?<![\w+])\+\+([a-z0-9"'+-]{1,60})\+\+(?![\w+])/gi, (_whole, keys: string) => keysOf(keys))
    .replace(/\^\^([^\s^][^^\n]{0,500}?)\^\^/g, '<ins>$1</ins>')
    .replace(/(?<![\w=])==([^\s=][^=\n]{0,500})==(?![\w=])/g, '<mark>$1</mark>');
}

/** The folder that MkDocs reads its pages from, as far as its posts lie in it. */
const docs = /^(docs\/)/;

/**
 * `{static}/a.png` and `{filename}b.md` of Pelican; a relative link of MkDocs to a file of Markdown is one to the page that
 * is made of it.
 */
function withPlainLinks(text: string, { page, address }: SyntaxContext): string {
  const plain = text.replace(
    /[{|](static|attach|filename)[}|]([^)\s"'<>]{0,300})/g,
    (_whole, kind: string, path: string) => (kind === 'filename' ? (address(path) ?? path) : path),
  );
  const own = String(page.path ?? '');
  if (!docs.test(own)) return plain;
  return plain.replace(
    /(\]\(|\]: )(?![/#]|[a-z]+:)([^()\s#]{1,300}\.md)(?=[)#\s]|$)/gm,
    (whole, before: string, path: string) => {
      const target = posix.join(posix.dirname(own), path).replace(docs, '');
      if (target.startsWith('..') || address(target)) return whole;
      return `${before}/${target.replace(/(?:(^|\/)(?:index|README))?\.md$/, '$1').replace(/([^/])$/, '$1/')}`;
    },
  );
}

/** The most blocks in each other. */
const deepest = 10;

function blocksOf(lines: readonly string[], depth: number): string[] {
  const written: string[] = [];
  let fence = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [ticks] = /^(?:`{3,}|~{3,})/.exec(line.trim()) ?? [];
    // In code there are no blocks; a fence is ended by one like it.
    if (ticks && (fence === '' || line.trim() === fence)) fence = fence === '' ? ticks : '';
    if (ticks || fence) {
      written.push(line);
      continue;
    }
    const [, indent = '', mark = '', rest = ''] =
      depth < deepest ? (block.exec(line.slice(0, 300)) ?? []) : [];
    const [kind = '', title] = rest.trim().split('"');
    const inner = mark ? indentedAfter(lines, index, indent.length + 4) : [];
    if (inner.length === 0) {
      written.push(line);
      continue;
    }
    written.push(...replaced(mark, kind.trim(), title, blocksOf(inner, depth + 1).join('\n')).split('\n'));
    index += inner.length;
  }
  return written;
}

/** The lines after one that are indented by so much, or are blank, without that indent. */
function indentedAfter(lines: readonly string[], index: number, indent: number): string[] {
  const inner: string[] = [];
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() !== '' && line.slice(0, indent).trim() !== '') break;
    inner.push(line.slice(indent));
  }
  while (inner.length > 0 && inner.at(-1)?.trim() === '') inner.pop();
  return inner;
}

function replaced(mark: string, kind: string, title: string | undefined, inner: string): string {
  const words = kind.split(/\s+/).filter((word) => word !== 'inline' && word !== 'end');
  const name = title ?? capitalise(words[0] ?? '');
  if (mark.startsWith('===')) return `\n**${name}**\n\n${inner}\n`;
  if (mark.startsWith('???')) return `\n<details>\n<summary>${name}</summary>\n\n${inner}\n\n</details>\n`;
  return name === '' ? `\n<aside>\n\n${inner}\n\n</aside>\n` : aside(name, inner);
}

/** `ctrl+alt+del` */
function keysOf(keys: string): string {
  return keys
    .split('+')
    .map((key) => `<kbd>${capitalise(key.replace(/["']/g, ''))}</kbd>`)
    .join('+');
}
