/** What the Markdown of tools has beyond GitHub's, as their documentation says. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { MarkdownFlavour } from '../../src/articles/conventions.js';
import { safeHtml } from '../../src/body/safe-html.js';
import type { BodyUrls } from '../../src/body/sanitize.js';

const test = suite('flavours of Markdown');

const urls: BodyUrls = {
  resolve: (url) => new URL(url, 'https://example.org/a/').href,
  measure: () => undefined,
};
const nothingMore = { tags: [], attributes: {}, frames: [] };
const html = (markdown: string, flavour?: MarkdownFlavour) =>
  safeHtml(markdown, 'markdown', 'en', nothingMore, urls, undefined, flavour);

test('headings have the ids that authors give them, everywhere', () => {
  assert.is(html('## Ferry times {#times}'), '<h2 id="times">Ferry times</h2>');
  assert.is(html('## Ferry `x` {: #times .wide}'), '<h2 id="times">Ferry <code>x</code></h2>');
  assert.is(html('## Ferry {.wide}'), '<h2 id="ferry">Ferry</h2>');
  assert.is(html('## Ferry {/* #times */}'), '<h2 id="times">Ferry</h2>');
  assert.is(html('## Приём {#приём}'), '<h2 id="приём">Приём</h2>');
  assert.is(html('## A set {a, b}'), '<h2 id="a-set-a-b">A set {a, b}</h2>');
  assert.is(html('## x {#fw-main}'), '<h2>x</h2>');
  assert.is(html('## x {#"onclick=a}'), '<h2 id="x-onclicka">x {#"onclick=a}</h2>');
  assert.is(html('## The rest {...rest}'), '<h2 id="the-rest-rest">The rest {...rest}</h2>');
  assert.is(html('## a {#b}\n## c {#b}'), '<h2 id="b">a</h2>\n<h2 id="b-1">c</h2>');
});

test('one tilde strikes nothing out, two do', () => {
  assert.is(html('H~2~O, ~5 km, ~~gone~~'), '<p>H~2~O, ~5 km, <del>gone</del></p>');
});

test('addresses are links by themselves where the tool makes them so', () => {
  const text = 'See https://example.com or me@example.com.';
  assert.match(html(text), /<a href="https:\/\/example\.com\/">.*<a href="mailto:/);
  assert.is(html(text, { bareLinks: false }), `<p>${text}</p>`);
  assert.match(html('<https://example.com>', { bareLinks: false }), '<a href="https://example.com/">');
});

test('signs of typography and emoji', () => {
  const text = 'a -- b --- c ... <<d>> ---- `--` :tada: :nosuchcode: 10:30:15';
  assert.is(
    html(text),
    '<p>a -- b --- c ... &lt;<d>&gt; ---- <code>--</code> :tada: :nosuchcode: 10:30:15</p>'.replace(
      '<d>&gt;',
      '&gt;',
    ),
  );
  assert.match(html(text, { typographic: true }), /a – b — c … .* ---- <code>--<\/code> :tada:/);
  assert.match(html(text, { emojiCodes: true }), /🎉 :nosuchcode: 10:30:15/);
  assert.is(html('«a» <<b>> c', { typographic: true }).includes('»'), true);
  assert.is(html('a\nb', { breaks: true }), '<p>a<br />b</p>');
});

test('definition lists', () => {
  const flavour = { definitionLists: true };
  assert.is(html('Term\n: Text', flavour), '<dl>\n<dt>Term</dt>\n<dd>Text</dd>\n</dl>');
  assert.is(
    html(
      'One *a*\nTwo\n\n:   First\n    more\n\n    Second\n: Other\n\nThree\n: Last [x][1]\n\nText.\n\n[1]: /y',
      flavour,
    ),
    '<dl>\n<dt>One <em>a</em></dt>\n<dt>Two</dt>\n<dd><p>First\nmore</p>\n<p>Second</p></dd>\n<dd>Other</dd>\n<dt>Three</dt>\n<dd>Last <a href="https://example.org/y">x</a></dd>\n</dl>\n<p>Text.</p>',
  );
  assert.is(
    html('[a][1]\n: * one\n  * two\n\n[1]: /y', flavour),
    '<dl>\n<dt><a href="https://example.org/y">a</a></dt>\n<dd><ul>\n<li>one</li>\n<li>two</li>\n</ul></dd>\n</dl>',
  );
  assert.is(
    html('Term\n: a\n# H\nb', flavour),
    '<dl>\n<dt>Term</dt>\n<dd><p>a</p>\n<h1 id="h">H</h1>\n<p>b</p></dd>\n</dl>',
  );
  for (const text of ['> quote\n: no', 'Text: with a colon\nand more', ': alone']) {
    assert.not.match(html(text, flavour), '<dl>', text);
  }
  assert.is(html('Term\n: Text'), '<p>Term\n: Text</p>');
});

test('abbreviations are explained wherever they stand, but in code', () => {
  const text = 'HTML and XHTML, `HTML`.\n\n*[HTML]: Hypertext "Markup" <b>\n';
  assert.is(
    html(text, { abbreviations: true }),
    '<p><abbr title="Hypertext &quot;Markup&quot; &lt;b&gt;">HTML</abbr> and XHTML, <code>HTML</code>.</p>',
  );
});

test('abbreviations change neither references nor code', () => {
  const flavour = { abbreviations: true };
  assert.is(html('AT&T\n\n*[amp]: x', flavour), '<p>AT&amp;T</p>');
  assert.match(html('```\n*[HTML]: in code\n```\n', flavour), '*[HTML]: in code');
});

test('languages of fences, as Pandoc writes them too', () => {
  assert.match(html('``` { .sh .no-copy }\nx\n```'), '<code class="language-sh">');
  assert.match(html('```{r}\nx\n```'), '<code class="language-r">');
  assert.match(html('```js title="a"\nx\n```'), '<code class="language-js">');
});

test.run();
