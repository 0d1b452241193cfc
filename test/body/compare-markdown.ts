import GithubSlugger from 'github-slugger';
import { Marked } from 'marked';
import footnotes from 'marked-footnote';
import * as assert from 'uvu/assert';
import { renderMarkdown } from '../../src/body/markdown.js';
import { safeHtml } from '../../src/body/safe-html.js';
import { type BodyUrls, sanitize } from '../../src/body/sanitize.js';
import { textOf } from '../../src/text/text-of.js';

const base = 'https://example.org/a/';
export const urls: BodyUrls = {
  resolve: (url) => (URL.canParse(url.trim(), base) ? new URL(url.trim(), base).href : url),
  measure: (url) => (url.endsWith('.png') ? { width: 3, height: 2 } : undefined),
};
const nothingMore = { tags: [], attributes: {}, frames: [] };

const slugger = new GithubSlugger();
const parser = new Marked({ gfm: true }).use(footnotes(), {
  renderer: {
    heading({ tokens, depth }) {
      const whole = this.parser.parseInline(tokens);
      const [, before = whole, given] = /^(.*?)\s*\{#([^\s{}]+)\}$/s.exec(whole) ?? [];
      const id = given ?? slugger.slug(textOf(before));
      return `<h${depth}${id && ` id="${id}"`}>${before}</h${depth}>\n`;
    },
  },
  tokenizer: { del: (source) => (source.startsWith('~~') ? false : undefined) },
});

/** What marked makes of a text by itself, with ids on headings, footnotes and two tildes, and the sanitiser of that. */
function expected(markdown: string): string {
  slugger.reset();
  return sanitize(parser.parse(markdown, { async: false }), nothingMore, urls).trim();
}

/** Whether the renderer wrote all of a text, so that the sanitiser was not asked; it would have left all as it is. */
export function compare(markdown: string): boolean {
  assert.is(
    safeHtml(markdown, 'markdown', 'en', nothingMore, urls),
    expected(markdown),
    JSON.stringify(markdown),
  );
  const { html, isSafe } = renderMarkdown(markdown, 'en', urls);
  if (isSafe) assert.is(sanitize(html, nothingMore, urls), html, JSON.stringify(markdown));
  return isSafe;
}
