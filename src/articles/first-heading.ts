import { marked } from 'marked';
import { requireOrdinary, withinBudget } from '../text/budget.js';
import { takeId } from '../text/heading-id.js';
import { findElement } from '../text/html-elements.js';
import { lineOf } from '../text/text-of.js';
import { withinDepth } from '../text/too-deep.js';

/**
 * The text of the first heading of a body, which titles an article that has no title.
 *
 * @returns nothing where the body has no heading
 * @throws TooDeep, TooCostly
 */
export function firstHeading(body: string, format: 'markdown' | 'html'): string | undefined {
  const html = format === 'html' ? (findElement(body, 'h1')?.inner ?? '') : markdownHeading(body);
  return lineOf(html) || undefined;
}

/** The most characters of a text that stand for the title of a note. */
const longestLabel = 60;

/**
 * The beginning of the text of a body, which lists call a note by.
 *
 * @returns nothing where the body has no paragraph
 * @throws TooDeep, TooCostly
 */
export function firstWords(body: string, format: 'markdown' | 'html'): string | undefined {
  const text = lineOf(format === 'html' ? (findElement(body, 'p')?.inner ?? body) : markdownParagraph(body));
  if ([...text].length <= longestLabel) return text || undefined;
  const start = [...text].slice(0, longestLabel).join('');
  const end = start.lastIndexOf(' ');
  return `${end > longestLabel / 2 ? start.slice(0, end) : start}…`;
}

function markdownParagraph(body: string): string {
  return firstIn(body, 'paragraph', (text) => marked.parseInline(text, { async: false }));
}

function markdownHeading(body: string): string {
  return firstIn(body, 'heading', (text) => takeId(marked.parseInline(text, { async: false })).inner);
}

/** The HTML of the first block of a kind; empty where there is none. */
function firstIn(body: string, type: 'heading' | 'paragraph', render: (text: string) => string): string {
  requireOrdinary(body);
  for (const token of withinBudget(body.length, () => withinDepth(() => marked.lexer(body)))) {
    if (token.type === type && 'text' in token) return render(token.text);
  }
  return '';
}
