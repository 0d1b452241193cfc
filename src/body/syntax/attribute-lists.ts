import { replaceBetween } from '../../text/replace-between.js';

/** What stands between the braces of an attribute list: `.class`, `#id`, `key=value`, a bare name. */
const list = String.raw`\{:?\s{0,20}(?:[#.][\w:.\[\]()%/-]+|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+)|-)(?:\s+[^{}]{0,500})?\}`;
/** The same on a line of its own, and after a link, a picture, or words that are emphasised. */
const ofBlock = new RegExp(String.raw`^[ \t>]*${list}[ \t]*(?:\n|$)`, 'gm');
const ofSpan = new RegExp(String.raw`([)\]*_>\`·])${list}`, 'g');
/** kramdown's, which may hold a name alone: `{:toc}`, `{:.lead}`. */
const ofKramdown = /([)\]*_>`·"])\{:[^{}]{0,300}\}/g;

/**
 * Takes out attribute lists of Markdown (Pandoc, Python-Markdown's attr_list, markdown-it-attrs); what they say is for a
 * site's own styles. The id of a heading stays where it is, see `renderMarkdown`.
 */
export function withoutAttributeLists(text: string): string {
  return text.includes('{') ? text.replace(ofBlock, '').replace(ofSpan, '$1') : text;
}

/** `[text]{.class}` and `[text]{style="…"}` of Pandoc are their text. */
export function withoutSpans(text: string): string {
  return text.replace(new RegExp(String.raw`(^|[^!\]\\])\[([^[\]\n]{1,500})\]${list}`, 'gm'), '$1$2');
}

/**
 * Takes out what kramdown has beyond Markdown and other readers show as text: attribute lists, its extensions
 * (`{::comment}`, `{::nomarkdown}`, `{::options /}`), the mark of a table of contents, and `^` on a line of its own, which
 * ends a block.
 */
export function withoutKramdown(text: string): string {
  if (!kramdownSign.test(text)) return text;
  const comment = /\{::comment\}/.test(text);
  const shown = comment ? replaceBetween(text, '{::comment}', '{:/', () => '{:/') : text;
  const lines: string[] = [];
  for (const line of shown.replace(/\{:[:/][^{}\n]{0,300}\}/g, '').split('\n')) {
    const trimmed = line.trim();
    if (/^\{:\s*toc\b/i.test(trimmed) && trimmed.endsWith('}')) lines.pop();
    else if (trimmed === '^') lines.push('', '<!-- -->', '');
    // What begins a heading or a list and has nothing in it is text.
    else if (/^(?:#{1,6}|[*+])$/.test(line.trimEnd())) lines.push(`\\${line}`);
    else if (!isBlockList(trimmed)) lines.push(line.startsWith('#') ? withPlainId(line) : line);
  }
  return lines.join('\n').replace(ofKramdown, '$1');
}

/** What every text has that kramdown reads in a way of its own. */
export const kramdownSign = /\{:|^\^|^(?:#{1,6}|[*+])[ \t]*$/m;

function isBlockList(line: string): boolean {
  return line.startsWith('{:') && line.endsWith('}') && line.indexOf('{', 1) === -1;
}

/** `# Title {: #id .wide}` as `# Title {#id}`, which the renderer knows. */
function withPlainId(heading: string): string {
  const at = heading.lastIndexOf('{:');
  const [, id] = at === -1 ? [] : (/#([\w:.-]+)/.exec(heading.slice(at, at + 300)) ?? []);
  return id ? `${heading.slice(0, at)}{#${id}}` : heading;
}
