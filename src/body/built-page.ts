import { createRequire } from 'node:module';
import type { AnyNode, Element } from 'domhandler';
import { lazyImport } from '../platform/lazy-import.js';
import { requireShallow } from '../text/budget.js';
import { oneLine } from '../text/plain-text.js';

const require = createRequire(import.meta.url);
const cssSelect = lazyImport<typeof import('css-select')>(() => require('css-select'));
const dom = lazyImport<typeof import('domutils')>(() => require('domutils'));
const htmlparser = lazyImport<typeof import('htmlparser2')>(() => require('htmlparser2'));

/** Where the text of an article stands in pages, the surest sign first: microdata, microformats, tools, HTML itself. */
const usualPlaces = [
  '[itemprop="articleBody"]',
  '.e-content',
  '.vp-doc',
  '.sl-markdown-content',
  'article .markdown',
  'article .entry-content',
  'article .post-content',
  'article .post__content',
  'article .article-entry',
  'article',
  '.entry-content',
  '.post-content',
  'main',
  '[role="main"]',
];

/** What pages have around and inside of a text that is no part of it. */
const furniture = [
  'nav, script, style, template, noscript, button, form, dialog, select, input:not([type="checkbox"]), link, meta',
  '[role="navigation"], [role="search"], [hidden]',
  '.hash-link, .header-anchor, .headerlink, .heading-anchor, .anchor-link, .anchorjs-link, a.anchor, .sl-anchor-link',
  ':is(h1, h2, h3, h4, h5, h6) a[aria-hidden="true"]',
  '.sr-only, .visually-hidden, .screen-reader-text',
  '.toc, #toc, .table-of-contents, #TableOfContents, [role="doc-toc"]',
  '.comments, #comments, #disqus_thread, .giscus, .utterances, .gitalk',
  '.share, .social-share, .share-buttons, .sharing, .addtoany_share_save_container',
  '.pagination, .post-navigation, .post-nav, .pagination-nav, .related-posts, .edit-page, .theme-edit-this-page',
  '.post-meta, .article-meta, .byline, .entry-meta',
  '.copy, .copy-code-button, .clipboard, .copy-btn',
  'td.gutter, td.rouge-gutter, .lineno, .lnt, .line-numbers-rows, .line-numbers-wrapper',
  'div[class*="language-"] > span.lang',
].join(', ');

/**
 * Takes the text of an article out of a page that another tool made: without navigation, comments, buttons, marks of
 * headings and numbers of lines, and without the title, which items have themselves.
 *
 * @param page HTML of the whole page
 * @param title of the article
 * @param selector of the element that holds the text; without it the usual ones are tried
 * @returns HTML that is not safe yet; nothing where there is no such element
 * @throws TooDeep
 */
export function bodyOfPage(page: string, title: string, selector?: string): string | undefined {
  requireShallow(page);
  const document = htmlparser().parseDocument(page);
  const places = selector === undefined ? usualPlaces : [selector];
  const body = places.map((place) => largest(all(place, document.children))).find((found) => found);
  if (!body) return undefined;
  removeTitle(body, title);
  for (const element of all(furniture, body.children)) dom().removeElement(element);
  removeHeads(body);
  for (const table of all(
    'figure.highlight table, .highlight table, table.rouge-table, table.highlighttable',
    body.children,
  )) {
    const code = all('pre', table.children).at(-1);
    if (code) dom().replaceElement(table, code);
  }
  return dom().getInnerHTML(body).trim();
}

/** Of several, such as the cards of other articles, the one that holds the most text. */
function largest(elements: readonly Element[]): Element | undefined {
  const [only] = elements;
  if (elements.length <= 1) return only;
  const sizes = new Map(elements.map((element) => [element, dom().textContent(element).length]));
  return [...elements].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))[0];
}

/** A title stands at the beginning. */
const mostHeadings = 10;

/** Takes out the first heading that says what the title says, whatever marks it has. */
function removeTitle(body: Element, title: string): void {
  const wanted = oneLine(title).toLowerCase();
  const heading = all('h1, h2', body.children)
    .slice(0, mostHeadings)
    .find((element) => oneLine(dom().textContent(withoutAnchors(element))).toLowerCase() === wanted);
  if (heading) dom().removeElement(heading);
}

function withoutAnchors(heading: Element): Element {
  for (const anchor of all(furniture, heading.children)) dom().removeElement(anchor);
  return heading;
}

/** Elements whose heads and feet are their own. */
const sections = /^(?:blockquote|figure|section|aside|details)$/;

/** Heads and feet of the article, with its date, its author and its tags; those of quotes and sections stay. */
function removeHeads(body: Element): void {
  for (const element of all('header, footer', body.children)) {
    const holdsText = all('pre, table, p > img', element.children).length > 0;
    if (!holdsText && !isInSection(element, body)) dom().removeElement(element);
  }
}

function isInSection(element: Element, body: Element): boolean {
  for (let above = element.parent; above && above !== body; above = above.parent) {
    if ('name' in above && sections.test(above.name)) return true;
  }
  return false;
}

/** The elements that a selector chooses below some nodes. */
function all(selector: string, nodes: AnyNode[]): Element[] {
  return cssSelect().selectAll<AnyNode, Element>(selector, nodes);
}
