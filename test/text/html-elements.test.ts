import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findElement, insideBody } from '../../src/text/html-elements.js';

const test = suite('elements of HTML');

/** Texts, what is looked for in them, and what is inside of it. */
const elements: [html: string, name: string, inner: string | undefined][] = [
  ['a<p>b</p>c', 'p', 'b'],
  ['<p class="x">b</p>', 'p', 'b'],
  ['<P\n>b</p>', 'p', 'b'],
  ['<p/>b</p>', 'p', 'b'],
  ['<pre>b</pre>', 'p', undefined],
  ['<p', 'p', undefined],
  ['<p ', 'p', undefined],
  ['<p>b', 'p', undefined],
  ['<p>b</pre>', 'p', undefined],
  ['<h2>a</h2><h1>b</h1>', 'h[1-6]', 'a'],
  ['<h2>a</h1>b</h2>', 'h[1-6]', 'a</h1>b'],
  ['text', 'p', undefined],
  ['', 'p', undefined],
];

for (const [html, name, inner] of elements) {
  test(`${name} in ${JSON.stringify(html)} is ${JSON.stringify(inner)}`, () => {
    const found = findElement(html, name);
    assert.is(found?.inner, inner);
    if (found) assert.match(html.slice(found.from, found.to), /^<[ph][\s\S]*<\/[ph]\d?>$/i);
  });
}

test('the next one is found from where the last one ended', () => {
  const html = '<p>a</p><p>b</p>';
  const first = findElement(html, 'p');
  const second = findElement(html, 'p', first?.to);
  assert.equal([first?.inner, second?.inner], ['a', 'b']);
  assert.is(findElement(html, 'p', second?.to), undefined);
});

test('a page is what its body holds', () => {
  for (const [html, inner] of [
    ['<html><body>a</body></html>', 'a'],
    ['<BODY class="x">a</BODY>', 'a'],
    ['<body>a', 'a'],
    ['<body', '<body'],
    ['<bodyguard>a</bodyguard>', '<bodyguard>a</bodyguard>'],
    ['a', 'a'],
  ] as const)
    assert.is(insideBody(html), inner, html);
});

test.run();
