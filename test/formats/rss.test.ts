import { decodeHTML } from 'entities';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fullArticle, fullSettings, hostile, plainArticle } from '../support/full-article.js';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';
import { all, one, parseXml } from '../support/xml.js';

const test = suite('RSS 2.0');

async function build(files: Record<string, string>, settings = {}) {
  const report = await buildFiles(files, settings);
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  const xml = published(report, 'rss.xml');
  const channel = one(parseXml(xml), 'channel');
  return { xml, channel, items: all(channel, 'item') };
}

test('the channel says what the settings say', async () => {
  const { channel } = await build({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  const text = (name: string) => one(channel, name).text;
  assert.is(text('title'), `Site ${hostile}`);
  assert.is(text('description'), `About ${hostile}`);
  assert.is(text('link'), 'https://example.org/');
  assert.is(text('language'), 'en');
  assert.is(text('copyright'), `© ${hostile}`);
  assert.is(text('category'), `News ${hostile}`);
  assert.is(text('ttl'), '60');
  assert.is(text('lastBuildDate'), 'Sun, 05 Sep 2021 10:00:00 +0300');
  assert.match(text('generator'), /^feedwright \d+\.\d+\.\d+ \(https:.*\)$/);
  const image = one(channel, 'image');
  assert.equal(
    ['url', 'title', 'link'].map((name) => one(image, name).text),
    ['https://example.org/logo.png', `Site ${hostile}`, 'https://example.org/'],
  );
  assert.equal(
    all(channel, 'atom:link').map(({ attributes }) => attributes),
    [
      { href: 'https://example.org/rss.xml', rel: 'self', type: 'application/rss+xml' },
      { href: 'https://hub.example.org/?a=1&b=2', rel: 'hub' },
    ],
  );
});

test('an item says what the article says', async () => {
  const { items } = await build({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  const [item] = items;
  if (!item) throw new Error('no item');
  const text = (name: string) => one(item, name).text;
  assert.is(text('title'), `Title ${hostile}`);
  assert.is(text('link'), 'https://example.org/a/');
  assert.equal(
    [text('guid'), one(item, 'guid').attributes],
    ['HTTP://Example.org/%7Eid?a=1&b=<2>', { isPermaLink: 'false' }],
  );
  assert.is(text('pubDate'), 'Thu, 02 Sep 2021 10:00:00 +0300');
  assert.is(decodeHTML(text('description')), `Summary ${hostile}`);
  assert.equal(
    [...all(item, 'dc:creator'), ...all(item, 'dc:contributor')].map((author) => author.text),
    [`Ann ${hostile}`, 'Bob Ray'],
  );
  assert.equal(
    all(item, 'category').map((category) => category.text),
    [`Health & ${hostile}`, `tag ${hostile}`, 'plain'],
  );
  assert.equal(one(item, 'enclosure').attributes, {
    url: 'https://example.org/a.mp3?x=1&y=2',
    length: '1234',
    type: 'audio/mpeg',
  });
  assert.equal(
    all(item, 'media:content').map(({ attributes }) => attributes.url),
    ['https://example.org/i.png?a=1&b=2', 'https://example.org/b.pdf'],
  );
  assert.match(
    text('content:encoded'),
    '<code>]]&gt;</code> and ]]&gt; twice, &lt;tag&gt;, <em>emphasis</em>, 🎉 and Приём.',
  );
  assert.equal(all(item, 'author'), []);
});

test('a description is HTML: what looks like a tag or a reference in a summary is text in it', async () => {
  const summary = 'The type `Vec<T>` & the `<script>` element; &amp; as typed "so"';
  const { xml, items } = await build({
    'a.md': article({ title: 'A', date: '2021-09-02', summary }, 'Text.\n'),
  });
  const [item] = items;
  if (!item) throw new Error('no item');
  const html = one(item, 'description').text;
  assert.is(html, 'The type `Vec&lt;T&gt;` &amp; the `&lt;script&gt;` element; &amp;amp; as typed "so"');
  assert.is(decodeHTML(html), summary);
  assert.match(xml, '<description>The type `Vec&#x26;lt;T&#x26;gt;`');
});

test('an item says when it was changed, by the clock that its date was written by', async () => {
  const { items } = await build(
    {
      'a.md': article({ title: 'A', date: '02.09.2021', updated: '2021-09-03T10:00:00-04:00' }),
      'b.md': article({ title: 'B', date: '01.09.2021 10:00', updated: '01.08.2021' }),
      'c.md': article({ title: 'C', date: '2021-08-31 10:00 +0530' }),
    },
    { timezone: 'Europe/Moscow' },
  );
  assert.equal(
    items.map((item) => [one(item, 'pubDate').text, ...all(item, 'atom:updated').map(({ text }) => text)]),
    [
      ['Thu, 02 Sep 2021 00:00:00 +0300', '2021-09-03T10:00:00-04:00'],
      ['Wed, 01 Sep 2021 10:00:00 +0300'],
      ['Tue, 31 Aug 2021 10:00:00 +0530'],
    ],
  );
});

test('the profile: summary before content, references by number, an id that is the address', async () => {
  const { xml, items } = await build(
    { 'a.md': fullArticle, 'b.md': plainArticle },
    { feeds: { languages: false } },
  );
  assert.ok(xml.indexOf('<description>', xml.indexOf('<item>')) < xml.indexOf('<content:encoded>'));
  assert.match(xml, '<title>Title AT&#x26;T &#x3C;b&#x3E; &#x26;amp; ]]&#x3E;');
  const [, plain] = items;
  if (!plain) throw new Error('no second item');
  assert.equal(one(plain, 'guid'), {
    ...one(plain, 'guid'),
    text: 'https://example.org/b/',
    attributes: { isPermaLink: 'true' },
  });
  assert.is(one(plain, 'dc:language').text, 'ru');
});

test('a feed without items is there, and says nothing of the day it was made', async () => {
  const { channel, items } = await build({}, { levels: { FW082: 'off' } });
  assert.equal(
    [items.length, all(channel, 'lastBuildDate').length, one(channel, 'title').text],
    [0, 0, 'Example'],
  );
});

test('summaries alone, and no more items than the limit', async () => {
  const { xml, items } = await build(
    { 'a.md': fullArticle, 'b.md': plainArticle },
    { content: 'summary', limit: 1 },
  );
  assert.is(items.length, 1);
  assert.not.match(xml, '<content:encoded>');
});

test.run();
