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

function markdownHeading(body: string): string {
  requireOrdinary(body);
  for (const token of withinBudget(body.length, () => withinDepth(() => marked.lexer(body)))) {
    if (token.type === 'heading') return takeId(marked.parseInline(token.text, { async: false })).inner;
  }
  return '';
}
