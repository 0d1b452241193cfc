import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { png } from '../support/png.js';
import { itemsOf, published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('the text of items');

const lead =
  '<p><img src="https://example.org/a/lead.png" alt="Two &quot;quays&quot;" width="3" height="2" /></p>\n';

/** The text of the one item, in every format. */
async function content(fields: Record<string, unknown>, body: string, settings = {}): Promise<string> {
  const report = await buildFiles(
    { 'a.md': article({ title: 'A', date: '2021-09-02', ...fields }, body), 'lead.png': png(3, 2) },
    settings,
  );
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  const html = String(itemsOf(report)[0]?.content_html);
  for (const file of ['rss.xml', 'atom.xml']) assert.match(published(report, file), `<![CDATA[${html}]]>`);
  return html;
}

const image = { url: 'lead.png', alt: 'Two "quays"' };

test('the picture of an article stands before a text that does not begin with one', async () => {
  assert.is(
    await content({ image }, 'Text.\n\n![later](other.png)\n'),
    `${lead}<p>Text.</p>\n<p><img src="https://example.org/a/other.png" alt="later" /></p>`,
  );
});

test('an article without text has no text because it has a picture', async () => {
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-09-02', image: 'https://example.org/i.png' }, ''),
  });
  assert.not.match(published(report, 'rss.xml'), 'content:encoded>');
  assert.not.match(published(report, 'atom.xml'), '<content');
});

for (const [what, body] of [
  ['a picture', '![other](https://example.org/other.png)\n\nText.\n'],
  [
    'a picture in a figure with a link',
    '<figure><a href="/x"><img src="/other.png" alt=""></a></figure>\n\nText.\n',
  ],
  ['a film', '<video src="/film.mp4"></video>\n\nText.\n'],
  ['a text, and shows the same picture later', 'Text.\n\n![same](lead.png)\n'],
] as const)
  test(`not before one that begins with ${what}`, async () => {
    const html = await content({ image }, body);
    assert.not.match(html, 'Two &quot;quays&quot;');
    assert.match(html, 'Text.');
  });

test('sound and video have a link inside, for readers that show neither', async () => {
  const body = [
    '<video src="/a%20b.mp4?x=1&amp;y" controls></video>',
    '<audio controls><source src="/c.ogg"><source src="/c.mp3"></audio>',
    '<video src="/d.mp4"><a href="/d.mp4">Download</a></video>',
    '<video controls>None</video>',
  ].join('\n\n');
  const html = await content({}, body);
  const at = 'https://example.org/';
  assert.match(html, `<a href="${at}a%20b.mp4?x=1&amp;y">a b.mp4?x=1&amp;y</a></video>`);
  assert.match(html, `<a href="${at}c.ogg">c.ogg</a></audio>`);
  assert.match(html, `<video src="${at}d.mp4"><a href="${at}d.mp4">Download</a></video>`);
  assert.match(html, '>None</video>');
});

test('settings can leave it out, and an item without a text has none', async () => {
  assert.is(await content({ image }, 'Text.\n', { contentImage: false }), '<p>Text.</p>');
  const report = await buildFiles(
    { 'a.md': article({ title: 'A', date: '2021-09-02', image }, 'Text.\n'), 'lead.png': png(3, 2) },
    { content: 'summary' },
  );
  assert.is(itemsOf(report)[0]?.content_html, undefined);
});

test('its size and its type stand beside it', async () => {
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-09-02', image }, 'Text.\n'),
    'lead.png': png(3, 2),
  });
  const bytes = png(3, 2).length;
  for (const file of ['rss.xml', 'atom.xml'])
    assert.match(
      published(report, file),
      `<media:content url="https://example.org/a/lead.png" fileSize="${bytes}" type="image/png" medium="image" width="3" height="2"`,
    );
});

test('a text that is written from the right says so', async () => {
  const html = '<div dir="rtl">\n<p>שלום.</p>\n</div>';
  assert.is(await content({ lang: 'he' }, 'שלום.\n'), html);
  assert.is(await content({ lang: 'uz-Arab' }, 'Text.\n'), '<div dir="rtl">\n<p>Text.</p>\n</div>');
  assert.is(await content({ lang: 'uz' }, 'Text.\n'), '<p>Text.</p>');
});

test('enclosures after the first are in another namespace in RSS', async () => {
  const enclosures = [
    { url: 'https://example.org/a.mp3', type: 'audio/mpeg', length: 1 },
    { url: 'https://example.org/b.ogg', type: 'audio/ogg', length: 2, duration: 61.4, title: 'B & b' },
  ];
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-09-02', enclosures }, 'Text.\n'),
  });
  assert.match(
    published(report, 'rss.xml'),
    '<media:content url="https://example.org/b.ogg" fileSize="2" type="audio/ogg" duration="61">\n<media:title>B &#x26; b</media:title>\n</media:content>',
  );
  assert.not.match(published(report, 'atom.xml'), '<media:content');
});

test.run();
