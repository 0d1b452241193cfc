import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markdownToHtml } from '../../src/body/markdown.js';
import { type BodyUrls, plainMarkdownToHtml } from '../../src/body/plain-markdown.js';
import { sanitize } from '../../src/body/sanitize.js';
import { TooDeep } from '../../src/text/too-deep.js';
import { sharedPath, suiteOverCorpus } from '../support/available.js';
import { randomFrom } from '../support/random.js';

const test = suite('plain Markdown');

const base = 'https://example.org/a/';
const urls: BodyUrls = {
  resolve: (url) => (URL.canParse(url.trim(), base) ? new URL(url.trim(), base).href : url),
  measure: (url) => (url.endsWith('.png') ? { width: 3, height: 2 } : undefined),
};

/** What the sanitiser makes of the same text. */
function sanitized(markdown: string): string {
  return sanitize(markdownToHtml(markdown, 'en'), { tags: [], attributes: {}, frames: [] }, urls);
}

/** Whether the short way took the text; what it gave must be what the long way gives. */
function compare(markdown: string): boolean {
  const plain = plainMarkdownToHtml(markdown, urls);
  if (plain !== undefined) assert.is(plain, sanitized(markdown), JSON.stringify(markdown));
  return plain !== undefined;
}

test('takes what articles are mostly made of', () => {
  for (const markdown of [
    'Text, "quotes" & *emphasis*, **strong**, `a < b`, ~~gone~~ and 1 < 2.\n\nNext  \nline',
    '## One\n\n## One\n\n### Приём & "more"',
    '[link](../b/ "A \'title\' & more") <https://example.com/?a=1&b=2> www.example.com me@example.com',
    '![Alt *text*](i.png "T") ![](j.jpg)',
    '- a\n- b\n\n  c\n\n3. d\n   - e\n',
    '> quote\n>\n> > more\n\n---\n',
    '| a | b |\n|:-|-:|\n| 1 \\| 2 | `x` |\n',
    '```js\nconst a = 1 < 2 && "x";\n```\n\n    indented & <b>\n',
  ]) {
    assert.ok(compare(markdown), markdown);
  }
});

test('leaves to the sanitiser what only it can tell', () => {
  for (const markdown of [
    '<b>bold</b>',
    'a <script>alert(1)</script>',
    '<!-- comment -->',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '![a](data:image/svg+xml,x)',
    '[a](vbscript:x)',
    '&copy; 2021',
    '[a](/x?a=1&lt;=2)',
    'Text[^1]\n\n[^1]: Note',
    '- [x] done',
    '## fw-main',
    '## !!!',
    '```"onload=x\n```',
  ]) {
    assert.is(plainMarkdownToHtml(markdown, urls), undefined, markdown);
  }
});

const pieces =
  'word|приём| |  \n|\n|\n\n|# |## |- |1. |> |*|**|_|`|```|~~|~~~js\n|    |[a](|[b]|)|(/x)|![i](p.png)|"t"|<|>|&|&amp;|&lt;|<b>|</b>|<!--|javascript:|https://e.org/?a&b|www.e.org|me@e.org|| a | b |\n|-|-|\n|\\|"|\'|\t|---\n|===\n|[b]: /c "d"\n|\u0004|💡|[ ] |!|:|{|}|<https://e.org>|onerror=|%|%20'.split(
    '|',
  );

test('is the same as the long way for random texts', () => {
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
    () => plainMarkdownToHtml('> '.repeat(20_000), urls),
    (error: unknown) => error instanceof TooDeep,
  );
});

const posts = suiteOverCorpus('plain Markdown of other people', 'corpora');
const corpora = sharedPath('corpora');

posts('is the same for the posts of other people', () => {
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
