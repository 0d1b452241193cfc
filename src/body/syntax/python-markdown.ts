import { withoutAttributeLists } from './attribute-lists.js';
import { aside } from './tag.js';

/** A block that begins with a mark and goes on with lines that are indented by four. */
const block = /^( *)(!!!|\?\?\?\+?|===[!+]?)[ \t]([^\n]*)$/;

/**
 * Replaces what Python-Markdown's usual extensions have beyond Markdown (admonition, PyMdown's details, tabbed, keys,
 * caret, mark, emoji and attr_list) by what every Markdown has, or by its text.
 */
export function replacePythonMarkdown(text: string): string {
  const blocks = blocksOf(text.split('\n'), 0).join('\n');
  return withoutAttributeLists(blocks)
    .replace(/^[ \t]*-{1,}8<-{1,}.*$/gm, '')
    .replace(/:(?:material|fontawesome|octicons|simple|custom)-[\w-]{1,80}:(?:\{[^{}\n]*\})?/g, '')
    .replace(/\+\+([a-z0-9"' +-]{1,60})\+\+/gi, (_whole, keys: string) => keysOf(keys))
    .replace(/\^\^([^\s^][^^\n]{0,500}?)\^\^/g, '<ins>$1</ins>')
    .replace(/==([^\s=][^=\n]{0,500}?)==/g, '<mark>$1</mark>');
}

/** The most blocks in each other. */
const deepest = 10;

function blocksOf(lines: readonly string[], depth: number): string[] {
  const written: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
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
  for (const line of lines.slice(index + 1)) {
    if (line.trim() !== '' && line.slice(0, indent).trim() !== '') break;
    inner.push(line.slice(indent));
  }
  while (inner.length > 0 && inner.at(-1)?.trim() === '') inner.pop();
  return inner;
}

function replaced(mark: string, kind: string, title: string | undefined, inner: string): string {
  const words = kind.split(/\s+/).filter((word) => word !== 'inline' && word !== 'end');
  const name = title ?? `${(words[0] ?? '').charAt(0).toUpperCase()}${(words[0] ?? '').slice(1)}`;
  if (mark.startsWith('===')) return `\n**${name}**\n\n${inner}\n`;
  if (mark.startsWith('???')) return `\n<details>\n<summary>${name}</summary>\n\n${inner}\n\n</details>\n`;
  return name === '' ? `\n<aside>\n\n${inner}\n\n</aside>\n` : aside(name, inner);
}

/** `ctrl+alt+del` */
function keysOf(keys: string): string {
  return keys
    .split('+')
    .map(
      (key) => `<kbd>${key.replace(/["']/g, '').replace(/^[a-z]/, (letter) => letter.toUpperCase())}</kbd>`,
    )
    .join('+');
}
