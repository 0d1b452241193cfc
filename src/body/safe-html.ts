import type { MarkdownFlavour } from '../articles/conventions.js';
import { requireOrdinary } from '../text/budget.js';
import { insideBody } from '../text/html-elements.js';
import { renderMarkdown } from './markdown.js';
import type { BodyUrls } from './sanitize.js';
import { type HtmlAllowances, sanitize } from './sanitize.js';

/**
 * Turns a body into HTML that is safe in feed readers, with absolute addresses. The sanitiser has the last word about all
 * that did not come from the renderer of Markdown itself.
 *
 * @param text Markdown, or HTML, of which only the `body` of a whole page counts
 * @param format which of the two it is
 * @param language BCP 47 tag, for the heading above footnotes
 * @param allowed what settings allow beyond what is safe in every reader
 * @param lost told the name of each element that is taken out with what it did, or with the text in it
 * @param flavour how the Markdown of the site's tool differs from GitHub's
 * @throws TooDeep, TooCostly
 */
export function safeHtml(
  text: string,
  format: 'markdown' | 'html',
  language: string,
  allowed: HtmlAllowances,
  urls: BodyUrls,
  lost?: (element: string) => void,
  flavour?: MarkdownFlavour,
): string {
  if (format === 'html') return sanitize(insideBody(text), allowed, urls, lost).trim();
  requireOrdinary(text);
  const { html, isSafe, written } = renderMarkdown(text, language, urls, flavour);
  return (isSafe ? html : sanitize(html, allowed, unlessWritten(urls, written), lost)).trim();
}

/** Addresses that the renderer wrote are done already. */
function unlessWritten(urls: BodyUrls, written: ReadonlySet<string>): BodyUrls {
  return {
    resolve: (url) => (written.has(url) ? url : urls.resolve(url)),
    measure: (url) => (written.has(url) ? undefined : urls.measure(url)),
  };
}
