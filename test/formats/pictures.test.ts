/** Media RSS: the pictures of an article and of its text, one that stands for it, and recordings in several formats. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { itemsOf, published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';
import { all, one, parseXml, type XmlElement } from '../support/xml.js';

const test = suite('pictures of items');

const sample = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../articles/${name}`, import.meta.url)));
const ferry = sample('ferry.jpg');

async function itemsIn(files: Record<string, string | Buffer>, settings = {}): Promise<XmlElement[]> {
  const report = await buildFiles(files, { verify: true, ...settings });
  const rss = all(one(parseXml(published(report, 'rss.xml')), 'channel'), 'item');
  const atom = all(parseXml(published(report, 'atom.xml')), 'atom:entry');
  return [rss, atom].flatMap(([first]) => first ?? []);
}

const contents = (item: XmlElement) => all(item, 'media:content').map(({ attributes }) => attributes);

test('the picture of an article: type, size, width and height from its file, and what is said of it', async () => {
  const image = { url: 'ferry.jpg', alt: 'A ferry', caption: 'On the lake', credit: 'Ann Lee' };
  const files = { 'a.md': article({ title: 'A', date: '2026-01-02', image }), 'ferry.jpg': ferry };
  for (const item of await itemsIn(files)) {
    const url = 'https://example.org/a/ferry.jpg';
    const size = { width: '1200', height: '630' };
    assert.equal(one(item, 'media:thumbnail').attributes, { url, ...size });
    const content = one(item, 'media:content');
    assert.equal(content.attributes, {
      ...{ url, fileSize: String(ferry.length), type: 'image/jpeg', medium: 'image', ...size },
    });
    const told = ['title', 'description', 'credit'].map((name) => one(content, `media:${name}`).text);
    assert.equal(told, ['On the lake', 'A ferry', 'Ann Lee']);
  }
});

test('the pictures of the text follow, each once, without signs and data', async () => {
  const body = [
    '![Lead](https://example.org/lead.jpg) ![Two & "more"](ferry.jpg "A title") ![Two](ferry.jpg)',
    '<img src="https://example.org/s.gif" width="16" height="16"> <img src="data:image/gif;base64,AAAA">',
  ].join('\n\n');
  const image = 'https://example.org/lead.jpg';
  const files = { 'a.md': article({ title: 'A', date: '2026-01-02', image }, body), 'ferry.jpg': ferry };
  for (const item of await itemsIn(files)) {
    assert.equal(
      contents(item).map(({ url, width, fileSize }) => [url, width, fileSize]),
      [
        [image, undefined, undefined],
        ['https://example.org/a/ferry.jpg', '1200', String(ferry.length)],
      ],
    );
    const [, second] = all(item, 'media:content');
    const told = second?.children.map(({ text }) => text);
    assert.equal(told, item.name === '{}item' ? ['A title', 'Two & "more"'] : []);
  }
});

test('the first picture of the text stands for an article that has none of its own', async () => {
  const body = '![One](https://example.org/1.png)\n\n![Two](https://example.org/2.png)\n';
  for (const item of await itemsIn({ 'a.md': article({ title: 'A', date: '2026-01-02' }, body) })) {
    assert.is(one(item, 'media:thumbnail').attributes.url, 'https://example.org/1.png');
    assert.is(contents(item).length, 2);
  }
});

test('ten pictures of a text are enough', async () => {
  const body = Array.from({ length: 30 }, (_, index) => `![x](https://example.org/${index}.png)\n`).join(
    '\n',
  );
  for (const item of await itemsIn({ 'a.md': article({ title: 'A', date: '2026-01-02' }, body) }))
    assert.is(contents(item).length, 10);
});

test('items of summaries have no pictures of the text', async () => {
  const body = 'Text.\n\n![One](https://example.org/1.png)\n';
  const files = { 'a.md': article({ title: 'A', date: '2026-01-02' }, body) };
  for (const item of await itemsIn(files, { content: 'summary' })) {
    assert.equal(contents(item), []);
    assert.equal(all(item, 'media:thumbnail'), []);
  }
});

test('a recording in several formats is a group, whose last is the one that RSS has as enclosure', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2026-01-02' }),
    ...{ 'a.mp3': sample('week-of-the-forum.mp3'), 'a.m4a': sample('week-of-the-forum.m4a') },
  };
  const [item] = await itemsIn(files);
  const group = item && contents(one(item, 'media:group'));
  assert.equal(
    group?.map(({ url, isDefault, bitrate, duration }) => [url, isDefault, bitrate, duration]),
    [
      ['https://example.org/a/a.m4a', undefined, '33', '27'],
      ['https://example.org/a/a.mp3', 'true', '24', '27'],
    ],
  );
});

test('JSON Feed has the picture, and as a banner where it is wide', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2026-01-02', image: 'ferry.jpg' }),
    'b.md': article({ title: 'B', date: '2026-01-01', image: 'https://example.org/b.jpg' }),
    'ferry.jpg': ferry,
  };
  const [a, b] = itemsOf(await buildFiles(files));
  const url = 'https://example.org/a/ferry.jpg';
  assert.equal([a?.image, a?.banner_image], [url, url]);
  assert.equal([b?.image, b?.banner_image], ['https://example.org/b.jpg', undefined]);
});

test.run();
