import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { Marked } from 'marked';
import footnotes from 'marked-footnote';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderMarkdown } from '../../src/body/markdown.js';
import type { BodyUrls } from '../../src/body/sanitize.js';
import { sanitize } from '../../src/body/sanitize.js';
import { textOf } from '../../src/text/text-of.js';
import { TooDeep } from '../../src/text/too-deep.js';
import { sharedPath, suiteOverCorpus } from '../support/available.js';
import { randomFrom } from '../support/random.js';

const test = suite('Markdown');

const base = 'https://example.org/a/';
const urls: BodyUrls = {
  resolve: (url) => (URL.canParse(url.trim(), base) ? new URL(url.trim(), base).href : url),
  measure: (url) => (url.endsWith('.png') ? { width: 3, height: 2 } : undefined),
};
const nothingMore = { tags: [], attributes: {}, frames: [] };

/** What marked makes of a text by itself, with ids on headings, footnotes and two tildes, and the sanitiser of that. */
function expected(markdown: string): string {
  slugger.reset();
  return sanitize(parser.parse(markdown, { async: false }), nothingMore, urls).trim();
}

const slugger = new GithubSlugger();
const parser = markedAlone();

function markedAlone(): Marked {
  const parser = new Marked({ gfm: true });
  parser.use(footnotes());
  parser.use({
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
  return parser;
}

/** Whether the renderer wrote all of a text, so that the sanitiser was not asked; it would have left all as it is. */
function compare(markdown: string): boolean {
  const { html, isSafe } = renderMarkdown(markdown, 'en', urls);
  const sanitized = sanitize(html, nothingMore, urls);
  assert.is(sanitized.trim(), expected(markdown), JSON.stringify(markdown));
  if (isSafe) assert.is(sanitized, html, JSON.stringify(markdown));
  return isSafe;
}

test('the renderer writes all that articles are mostly made of', () => {
  for (const markdown of [
    'Text, "quotes" & *emphasis*, **strong**, `a < b`, ~~gone~~ and 1 < 2.\n\nNext  \nline',
    '## One\n\n## One\n\n### Приём & "more"',
    '[link](../b/ "A \'title\' & more") <https://example.com/?a=1&b=2> www.example.com me@example.com',
    '![Alt *text*](i.png "T") ![](j.jpg)',
    '- a\n- b\n\n  c\n\n3. d\n   - e\n',
    '> quote\n>\n> > more\n\n---\n',
    '| a | b |\n|:-|-:|\n| 1 \\| 2 | `x` |\n',
    '&copy; 2021 &amp;lt; &notit; &nope; &copy',
    '[a](/x?a=1&lt;=2 "&quot;") ![&amp;](a.png)',
    '- [x] done\n- [ ] open',
    '## fw-main',
    '## !!!',
    '```"onload=x\n```',
    '```js\nconst a = 1 < 2 && "x";\n```\n\n    indented & <b>\n',
  ]) {
    assert.ok(compare(markdown), markdown);
  }
});

test('the sanitiser is asked where only it can tell', () => {
  for (const markdown of [
    '<b>bold</b>',
    'a <script>alert(1)</script>',
    '<!-- comment -->',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '![a](data:image/svg+xml,x)',
    '[a](vbscript:x)',
    'Text[^1]\n\n[^1]: Note',
  ]) {
    assert.not.ok(compare(markdown), markdown);
  }
});

const pieces =
  'word|приём| |  \n|\n|\n\n|# |## |- |1. |> |*|**|_|`|```|~~|~~~js\n|    |[a](|[b]|)|(/x)|![i](p.png)|"t"|<|>|&|&amp;|&lt;|<b>|</b>|<!--|javascript:|https://e.org/?a&b|www.e.org|me@e.org|| a | b |\n|-|-|\n|\\|"|\'|\t|---\n|===\n|[b]: /c "d"\n|\u0004|💡|[ ] |!|:|{|}|<https://e.org>|onerror=|%|%20'.split(
    '|',
  );

test('random texts become what marked and the sanitiser make of them', () => {
  const random = randomFrom(23);
  let taken = 0;
  for (let count = 0; count < 4000; count += 1) {
    const length = 1 + Math.floor(random() * 24);
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
    if (compare(text)) taken += 1;
  }
  assert.ok(taken > 1000, `it took ${taken}`);
});

test('tells texts that are too deep', () => {
  assert.throws(
    () => renderMarkdown('> '.repeat(20_000), 'en', urls),
    (error: unknown) => error instanceof TooDeep,
  );
});

const posts = suiteOverCorpus('Markdown of other people', 'corpora');
const corpora = sharedPath('corpora');

posts('the posts of other people become what marked and the sanitiser make of them', () => {
  let taken = 0;
  for (const name of ['nodejs-blog', 'rust-blog']) {
    const files = readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((path) => path.endsWith('.md'))) {
      const text = readFileSync(join(corpora, name, file), 'utf8').slice(0, 200_000);
      if (compare(text.replace(/\r/g, ''))) taken += 1;
    }
  }
  assert.ok(taken > 100, `it took ${taken}`);
});

test.run();
posts.run();
