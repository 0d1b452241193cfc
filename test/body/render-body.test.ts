import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { itemsOf } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('bodies');

/** The HTML that feeds carry for a body. */
async function html(
  body: string,
  path = 'posts/a.md',
  more: Record<string, string | Uint8Array> = {},
  settings = {},
) {
  const text = path.endsWith('.html')
    ? `---\ntitle: T\ndate: 2021-09-02\n---\n${body}`
    : article({ title: 'T', date: '2021-09-02' }, body);
  const report = await buildFiles({ [path]: text, ...more }, { permalink: '/blog/:slug/', ...settings });
  assert.equal(report.diagnostics, []);
  const [item] = itemsOf(report).filter(({ url }) => url === 'https://example.org/blog/a/');
  return String(item?.content_html);
}

test('GitHub-flavoured Markdown', async () => {
  const made = await html(
    '| a | b |\n|:-|-|\n| 1 | ~~2~~ |\n\n- [x] done\n- [ ] open\n\nwww.example.com\n\n```js\na < b\n```\n',
  );
  assert.match(made, '<th align="left">a</th>');
  assert.match(made, '<del>2</del>');
  assert.match(made, '☑</span> done');
  assert.match(made, '☐</span> open');
  assert.match(made, '<a href="http://www.example.com">');
  assert.match(made, '<code class="language-js">a &lt; b');
});

test('headings have ids and footnotes lead to the article', async () => {
  const made = await html('## One two\n\n## One two\n\n## Приём\n\nText[^1]\n\n[^1]: Note\n');
  assert.match(made, '<h2 id="one-two">One two</h2>');
  assert.match(made, '<h2 id="one-two-1">');
  assert.match(made, '<h2 id="приём">');
  assert.match(made, 'href="https://example.org/blog/a/#footnote-1"');
  assert.match(made, '<li id="footnote-1">');
});

test('every address is absolute against the article', async () => {
  const made = await html(
    [
      '[r](other/) [root](/top?a=1&b=2) [q](?x) [f](#part) [p](//cdn.example.com/x) [m](mailto:a@b.c) [h](HTTP://Example.com/%7Eü)',
      '',
      '<img src="x.png" srcset="x.png 1x, /y,z.png 2x"><video poster="p.jpg" src="v.mp4"></video>',
      '<blockquote cite="source">q</blockquote><q cite="/c">x</q>',
    ].join('\n'),
  );
  for (const expected of [
    'href="https://example.org/blog/a/other/"',
    'href="https://example.org/top?a=1&amp;b=2"',
    'href="https://example.org/blog/a/?x"',
    'href="https://example.org/blog/a/#part"',
    'href="https://cdn.example.com/x"',
    'href="mailto:a@b.c"',
    'src="https://example.org/blog/a/x.png"',
    'srcset="https://example.org/blog/a/x.png 1x, https://example.org/y,z.png 2x"',
    'poster="https://example.org/blog/a/p.jpg"',
    'src="https://example.org/blog/a/v.mp4"',
    'cite="https://example.org/blog/a/source"',
    'cite="https://example.org/c"',
  ]) {
    assert.ok(made.includes(expected), `${expected} in ${made}`);
  }
});

test('a link to the file of an article is a link to its page', async () => {
  const made = await html('[b](../b.md#part) [c](c.html?x) [none](none.md)', 'posts/a.md', {
    'b.md': article({ title: 'B', date: '2020-01-01' }),
    'posts/c.html': '---\ntitle: C\ndate: 2020-01-01\n---\n<p>C</p>',
  });
  assert.match(made, 'href="https://example.org/blog/b/#part"');
  assert.match(made, 'href="https://example.org/blog/c/?x"');
  assert.match(made, 'href="https://example.org/blog/a/none.md"');
});

test('nothing that runs, styles, asks or frames is left', async () => {
  const made = await html(
    [
      '<script>alert(1)</script><style>p{color:red}</style>',
      '<p onclick="x()" style="color:red">text</p>',
      '<a href="javascript:alert(1)">a</a> <a href=" jAvAsCrIpT:alert(1)">b</a> <a href="java&#10;script:x">c</a>',
      '<img src=x onerror=alert(1)><svg><script>x</script></svg><math><mi onclick="x()">x</mi></math>',
      '<form action="/x"><input name="y"><button>send</button></form>',
      '<iframe src="https://www.youtube.com/embed/1" title="A film"></iframe>',
      '<base href="https://evil.example/"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="x">',
      '<object data="x"></object><embed src="x"><p id="fw-main">id</p>',
    ].join('\n\n'),
    'posts/a.md',
    {},
    { levels: { FW047: 'off' } },
  );
  assert.not.match(
    made,
    /<script|<style|onclick|style=|javascript:|onerror|<svg|<form|<input|<button|<iframe|<base|<meta|<link|<object|<embed|fw-main/i,
  );
  assert.match(made, '<p>text</p>');
  assert.match(made, '<a href="https://www.youtube.com/embed/1">A film</a>');
});

test('what is taken out of a body is told with its place, once for an article', async () => {
  const body =
    'First.\n\n<p>Look: <object data="x"><a href="y">the map</a></object></p>\n\n<svg></svg><svg></svg>\n';
  const report = await buildFiles({ 'a.md': article({ title: 'T', date: '2021-09-02' }, body) });
  assert.equal(
    report.diagnostics.map(({ code, level, line, column, message }) => [code, level, line, column, message]),
    [
      [
        'FW047',
        'warning',
        8,
        10,
        'Elements that feeds cannot contain were removed from the text: <object>, <svg>.',
      ],
    ],
  );
  assert.match(String(itemsOf(report)[0]?.content_html), '<a href="https://example.org/a/y">the map</a>');
});

test('names of elements that mean something in expressions are names', async () => {
  const body =
    'See <foo(bar> and <a*+b> and <(x+x+)+y>, <std::pair<int,int(*)>.\n\n<p>' +
    '<' +
    'x'.repeat(40) +
    '</p>\n';
  const report = await buildFiles({ 'a.html': `---\ntitle: T\ndate: 2021-09-02\n---\n${body}` });
  assert.equal([...new Set(report.diagnostics.map(({ code }) => code))], ['FW047']);
});

test('what is told of a body has the line, the column and the text of its place', async () => {
  const body = 'First.\n\nA {{< unknown-tag >}} here.\n\n[x](x.html) &#1;\n';
  const report = await buildFiles({
    'a.md': article({ title: 'T', date: '2021-09-02' }, body),
    'x.html': '<script>alert(1)</script>',
  });
  assert.equal(
    report.diagnostics
      .filter(({ file }) => file === 'a.md')
      .map(({ code, line, column, excerpt }) => [code, line, column, excerpt]),
    [
      ['FW043', 8, 3, 'A {{< unknown-tag >}} here.'],
      ['FW045', 10, 5, '[x](x.html) &#1;'],
      ['FW030', 10, 13, '[x](x.html) &#1;'],
    ],
  );
});

test('settings allow more', async () => {
  const made = await html(
    '<iframe src="https://www.youtube-nocookie.com/embed/1"></iframe><kbd data-key="x">x</kbd><big>b</big>',
    'posts/a.md',
    {},
    {
      html: { frames: ['www.youtube-nocookie.com'], tags: ['big'], attributes: { kbd: ['data-key'] } },
    },
  );
  assert.match(made, '<iframe src="https://www.youtube-nocookie.com/embed/1"></iframe>');
  assert.match(made, '<kbd data-key="x">');
  assert.match(made, '<big>b</big>');
});

test('an HTML file, also a whole page', async () => {
  assert.is(await html('<p>Hello <b>you</b></p>', 'posts/a.html'), '<p>Hello <b>you</b></p>');
  const page =
    '<!doctype html><html><head><title>no</title></head><body class="x"><p>Hello</p></body></html>';
  assert.is(await html(page, 'posts/a.html'), '<p>Hello</p>');
});

test('a title that is the first heading is not said twice', async () => {
  const report = await buildFiles({ '2021-09-02-a.md': '# The title\n\nFirst paragraph.\n' });
  const [item] = itemsOf(report);
  assert.equal([item?.title, item?.content_html], ['The title', '<p>First paragraph.</p>']);
});

test('summaries: the field, else the first paragraph, cut at a word', async () => {
  const long = 'Слово за словом '.repeat(40);
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-09-03', summary: 'Own <b> & summary' }),
    'b.md': article(
      { title: 'B', date: '2021-09-02' },
      '## Heading\n\nThe *first* & [only](x)[^1] one.\n\nSecond.\n\n[^1]: n\n',
    ),
    'c.md': article({ title: 'C', date: '2021-09-01' }, long),
  });
  const summaries = itemsOf(report).map(({ summary }) => String(summary));
  assert.equal(summaries.slice(0, 2), ['Own <b> & summary', 'The first & only one.']);
  assert.ok(
    (summaries[2]?.length ?? 0) <= 300 && /(Слово|за|словом)…$/.test(summaries[2] ?? ''),
    summaries[2],
  );
});

/** Frames by their address, and whether the host `video.example` lets them stay. */
const frames: [address: string, stays: boolean][] = [
  ['https://video.example/embed/1', true],
  ['https://VIDEO.example/embed/1', true],
  ['https://evil-video.example/embed/1', false],
  ['https://video.example.evil.example/1', false],
  ['https://sub.video.example/1', false],
  ['https://video.example@evil.example/1', false],
  ['https://evil.example/?https://video.example/', false],
  ['javascript:alert(1)', false],
];

for (const [address, stays] of frames) {
  test(`a frame of ${address} ${stays ? 'stays' : 'goes'} where video.example is allowed`, async () => {
    const settings = { html: { frames: ['video.example'] } };
    const made = await html(`<iframe src="${address}"></iframe>\n`, 'posts/a.md', {}, settings);
    assert.is(made.includes('<iframe'), stays, made);
  });
}

test('texts of attributes are what the author wrote, also where they begin like data', async () => {
  const made = await html('![Data: 2021 "figures"](https://example.org/x.png "data: <here>")\n');
  assert.match(made, 'alt="Data: 2021 &quot;figures&quot;"');
  assert.match(made, 'title="data: &lt;here&gt;"');
  const own = await html(
    '<a href="https://example.org/" title="Data: x">a</a> <img src="data:text/html,x" alt="b">\n',
  );
  assert.match(own, 'title="Data: x"');
  assert.not.match(own, 'data:text/html');
});

test('the summary ends where the author says, whatever stands around it', async () => {
  for (const end of ['<!--more-->', '<!-- more -->', '<!--  more  -->', '<!-- truncate -->']) {
    const report = await buildFiles({
      'a.md': article({ title: 'T', date: '2021-09-02' }, `First.\n\nSecond.\n\n${end}\n\nThird.\n`),
    });
    assert.is(itemsOf(report)[0]?.summary, 'First. Second.', end);
    assert.is(itemsOf(report)[0]?.content_html, '<p>First.</p>\n<p>Second.</p>\n<p>Third.</p>', end);
  }
});

test('a summary of its own beats the end of one, and what is longer is cut at a word', async () => {
  const own = await buildFiles({
    'a.md': article({ title: 'T', date: '2021-09-02', summary: 'Own.' }, 'First.\n\n<!--more-->\n\nRest.\n'),
  });
  assert.is(itemsOf(own)[0]?.summary, 'Own.');
  const long = await buildFiles({
    'a.md': article({ title: 'T', date: '2021-09-02' }, `${'word '.repeat(200)}\n`),
  });
  const summary = String(itemsOf(long)[0]?.summary);
  assert.match(summary, /^(?:word )+word…$/);
  assert.ok(summary.length <= 300 && summary.length > 250, String(summary.length));
});

test.run();
