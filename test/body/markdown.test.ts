import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderMarkdown } from '../../src/body/markdown.js';
import { TooDeep } from '../../src/text/too-deep.js';
import { randomFrom } from '../support/random.js';
import { compare, urls } from './compare-markdown.js';

const test = suite('Markdown');

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

test.run();
