import { type AnyNode, type Element, isTag } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { BuildReport } from '../../src/index.js';
import { decodePath } from '../../src/platform/decode-path.js';
import type { Told } from './ask.js';

/** What is compared of each post. */
export const kinds = ['published', 'address', 'date', 'title', 'words', 'links', 'pictures'] as const;
export type Kind = (typeof kinds)[number];

/** What feedwright makes of a post. */
type Made = BuildReport['articles'][number];

/**
 * What is not the same, with a word on it.
 *
 * @param html the body that feedwright published; without it, or without the tool's, bodies count as the same
 */
export function differences(told: Told, made: Made, html: string | undefined): Partial<Record<Kind, string>> {
  const found: Partial<Record<Kind, string>> = {};
  const note = (kind: Kind, theirs: string, ours: string) => {
    if (theirs !== ours) found[kind] = `${cut(theirs)} / ${cut(ours)}`;
  };
  const ours = pathOf(`/${made.path}`);
  // Hugo has the folder of the site before its paths, Jekyll has not.
  const whole = pathOf(new URL(made.url).pathname);
  note('address', pathOf(told.url), pathOf(told.url) === whole ? whole : ours);
  note('date', seconds(told.date), seconds(made.date.toISOString()));
  note('title', oneLine(textOfHtml(told.title)), oneLine(textOfHtml(made.title)));
  if (html === undefined || told.html === undefined) return found;
  const base = new URL(told.url, made.url).href;
  const [theirs, own] = [read(told.html, base), read(html, made.url)];
  for (const kind of ['words', 'links', 'pictures'] as const) {
    const at = theirs[kind].findIndex((word, index) => word !== own[kind][index]);
    const isSame = at === -1 && theirs[kind].length === own[kind].length;
    const from = at === -1 ? theirs[kind].length : at;
    if (!isSame)
      found[kind] = `${cut(theirs[kind].slice(from).join(' '))} / ${cut(own[kind].slice(from).join(' '))}`;
  }
  return found;
}

function cut(text: string): string {
  return text.slice(0, 90);
}

function pathOf(path: string): string {
  return decodePath(path).replace(/\/$|\/index\.html$|\.html$/, '');
}

function seconds(date: string): string {
  return String(Math.floor(new Date(date).getTime() / 1000));
}

function textOfHtml(text: string): string {
  return textContent(parseDocument(text).children);
}

function oneLine(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

/** Elements that no item holds, and of which the text is none of the article's. */
const left = /^(?:script|style|noscript|svg|select|button)$/;

/** Words in order, and the addresses of links and pictures in the order of their letters. */
function read(html: string, base: string): Record<'words' | 'links' | 'pictures', string[]> {
  const document = parseDocument(html);
  for (const element of findAll((node) => left.test(node.name), document.children)) element.children = [];
  const address = (element: Element, name: string) => {
    const written = element.attribs[name]?.trim();
    return written && URL.canParse(written, base) ? [decodePath(new URL(written, base).href)] : [];
  };
  const named = (name: string) => findAll((node) => node.name === name, document.children);
  const links = named('a').flatMap((element) => address(element, 'href'));
  return {
    words: wordsOf(wordsIn(document.children)),
    links: links.filter((url) => !/#(?:fn|footnote)/.test(url)).sort(),
    pictures: named('img')
      .flatMap((element) => address(element, 'src'))
      .sort(),
  };
}

/** The texts of some nodes, a space between any two. */
function wordsIn(nodes: readonly AnyNode[]): string {
  const parts = nodes.map((node) => {
    if (isTag(node)) return wordsIn(node.children);
    return 'data' in node && node.type === 'text' ? node.data : '';
  });
  return parts.join(' ');
}

/** Words and signs; quotation marks and dashes count as their plain forms. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...')
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/^\s*Footnotes\s*$|↩︎?/gm, '');
  return plain.match(/[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? [];
}
