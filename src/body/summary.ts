import { absentWord } from '../text/absent-word.js';
import { escapeHtml } from '../text/escape-html.js';
import { escapePattern } from '../text/escape-pattern.js';
import { findElement } from '../text/html-elements.js';
import { cutAtWord } from '../text/plain-text.js';
import { lineOf } from '../text/text-of.js';

/** The most characters of a summary that is taken from the body. */
const longest = 300;

/** The usual comments by which authors end the summary. */
const usualEnd = /<!--\s*(?:more|truncate|end[_ -]?(?:of[_ -])?excerpt)\s*-->/gi;

/** A body in which words stand for everything that may end the summary. */
export interface MarkedBody {
  text: string;
  /** What the words begin with; a number and `z` follow. */
  word: string;
  /** What was written in their places. */
  written: readonly string[];
}

/**
 * Puts a word in the place of each `<!--more-->`, `<!-- truncate -->`, or what the site has instead. Only the rendered
 * body tells which of them are samples of code.
 *
 * @param own what ends summaries on this site, beside the usual
 */
export function markSummaryEnds(body: string, own: string | undefined): MarkedBody {
  const pattern = own && /\S/.test(own) && body.includes(own) ? literally(own) : usualEnd;
  const written: string[] = [];
  let [text, from, word] = ['', 0, ''];
  for (const { 0: end, index } of body.matchAll(pattern)) {
    word ||= absentWord(body);
    const mark = `${word}${written.length}z`;
    const to = index + end.length;
    const indent = indentAlone(body, index, to);
    // A paragraph of its own, within the list or the quote that it stands in.
    text += body.slice(from, index) + (indent === undefined ? mark : `\n\n${indent}${mark}\n\n`);
    from = to;
    written.push(end);
  }
  return { text: text + body.slice(from), word, written };
}

function literally(text: string): RegExp {
  return new RegExp(escapePattern(text), 'g');
}

const restOfLine = /[ \t]*(?:\n|$)/y;

/** The indentation of what stands alone on its line; none on a line of indented code (CommonMark, 4.4). */
function indentAlone(body: string, from: number, to: number): string | undefined {
  // No more is looked at than can match: a line may be as long as the body, and hold thousands of these.
  const [, indent] = /(?:^|\n)( {0,3})$/.exec(body.slice(Math.max(0, from - 4), from)) ?? [];
  restOfLine.lastIndex = to;
  return restOfLine.test(body) ? indent : undefined;
}

/** A body without the words, and what stood before the end of the summary. */
export interface UnmarkedHtml {
  html: string;
  beginning: string | undefined;
}

/**
 * Takes the words out again. The first one outside of code is where the summary ends; those in code become what was
 * written.
 *
 * @param isMarkdown whether code shows comments; in HTML they are not seen there either
 */
export function takeSummaryEnd(rendered: string, marked: MarkedBody, isMarkdown: boolean): UnmarkedHtml {
  const { word, written } = marked;
  if (written.length === 0) return { html: rendered, beginning: undefined };
  const code = new RangeFinder(rendered, '<code', '</code>');
  const tags = new RangeFinder(rendered, '<', '>');
  let [html, from] = ['', 0];
  let beginning: string | undefined;
  const marks = new RegExp(`(<p>|\n\n)?${word}(\\d+)z(</p>\\s*|\n\n)?`, 'g');
  for (const match of rendered.matchAll(marks)) {
    const [whole, before = '', number, after = ''] = match;
    // In the value of an attribute a word stands for nothing.
    if (tags.covers(match.index + before.length)) continue;
    const isCode = code.covers(match.index + before.length);
    const isParagraph = before === '<p>' && after.startsWith('</p>');
    html += rendered.slice(from, match.index);
    from = match.index + whole.length;
    // The blank lines in code are ours.
    if (isCode) {
      const text = isMarkdown ? escapeHtml(written[Number(number)] ?? '') : '';
      html += (before === '<p>' ? before : '') + text + (after.startsWith('</p>') ? after : '');
    } else {
      if (!isParagraph) html += before;
      beginning ??= html;
      if (!isParagraph) html += after;
    }
  }
  html += rendered.slice(from);
  return { html: html.replaceAll(new RegExp(`${word}\\d+z`, 'g'), ''), beginning };
}

/** Tells which places of a text lie between two marks; asked from the first to the last. */
class RangeFinder {
  private isInside = false;
  /** Where the next element begins, or this one ends; behind everything where there is none. */
  private next: number;

  constructor(
    private readonly html: string,
    private readonly open: string,
    private readonly close: string,
  ) {
    this.next = this.find(open, 0);
  }

  covers(place: number): boolean {
    while (this.next < place) {
      this.isInside = !this.isInside;
      this.next = this.find(this.isInside ? this.close : this.open, this.next + 1);
    }
    return this.isInside;
  }

  private find(tag: string, from: number): number {
    const at = this.html.indexOf(tag, from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }
}

/**
 * The summary of an article that has none of its own: what stands before its end, else the first paragraph with a text,
 * else the beginning.
 */
export function summaryOf({ html, beginning }: UnmarkedHtml): string {
  const chosen = beginning === undefined ? '' : lineOf(beginning.replaceAll('><', '> <'));
  return chosen || firstParagraph(html);
}

function firstParagraph(html: string): string {
  for (let found = findElement(html, 'p'); found; found = findElement(html, 'p', found.to)) {
    const text = lineOf(withoutFootnoteMarks(found.inner));
    if (text) return cutAtWord(text, longest);
  }
  return cutAtWord(lineOf(html.replaceAll('><', '> <')), longest);
}

function withoutFootnoteMarks(html: string): string {
  if (!html.includes('data-footnote-ref')) return html;
  let [text, from] = ['', 0];
  for (let found = findElement(html, 'sup'); found; found = findElement(html, 'sup', found.to)) {
    if (!found.inner.startsWith('<a ') || !found.inner.includes('data-footnote-ref')) continue;
    text += html.slice(from, found.from);
    from = found.to;
  }
  return text + html.slice(from);
}
