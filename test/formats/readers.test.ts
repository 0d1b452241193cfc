import { decodeHTML } from 'entities';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fullArticle, fullSettings, hostile, plainArticle } from '../support/full-article.js';
import { published } from '../support/published.js';
import { serve } from '../support/serve.js';
import { buildFiles } from '../support/site-folder.js';

const test = suite('what other programs read');
const report = await buildFiles({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
const categories = [`Health & ${hostile}`, `tag ${hostile}`, 'plain'];
const id = 'HTTP://Example.org/%7Eid?a=1&b=<2>';

test('feedsmith reads the RSS feed', () => {
  const [item] = parseRssFeed(published(report, 'rss.xml')).items ?? [];
  assert.equal(
    {
      title: item?.title,
      link: item?.link,
      guid: item?.guid?.value,
      isPermaLink: item?.guid?.isPermaLink,
      date: item?.pubDate,
      summary: decodeHTML(item?.description ?? ''),
      authors: [...(item?.dc?.creators ?? []), ...(item?.dc?.contributors ?? [])],
      categories: item?.categories?.map(({ name }) => name),
      enclosures: item?.enclosures,
    },
    {
      title: `Title ${hostile}`,
      link: 'https://example.org/a/',
      guid: id,
      isPermaLink: false,
      date: 'Thu, 02 Sep 2021 10:00:00 +0300',
      summary: `Summary ${hostile}`,
      authors: [`Ann ${hostile}`, 'Bob Ray'],
      categories,
      enclosures: [{ url: 'https://example.org/a.mp3?x=1&y=2', length: 1234, type: 'audio/mpeg' }],
    },
  );
  assert.match(item?.content?.encoded ?? '', '<em>emphasis</em>');
});

test('feedsmith reads the Atom feed', () => {
  const [entry] = parseAtomFeed(published(report, 'atom.xml')).entries ?? [];
  assert.equal(
    {
      title: entry?.title?.value,
      id: entry?.id,
      published: entry?.published,
      updated: entry?.updated,
      summary: entry?.summary?.value,
      authors: entry?.authors?.map(({ name }) => name),
      categories: entry?.categories?.map(({ term }) => term),
    },
    {
      title: `Title ${hostile}`,
      id,
      published: '2021-09-02T10:00:00+03:00',
      updated: '2021-09-05T10:00:00+03:00',
      summary: `Summary ${hostile}`,
      authors: [`Ann ${hostile}`, 'Bob Ray'],
      categories,
    },
  );
});

test('feedsmith reads the JSON feed', () => {
  const [item] = parseJsonFeed(published(report, 'feed.json')).items ?? [];
  assert.equal(
    [item?.id, item?.title, item?.authors?.map(({ name }) => name), item?.tags],
    [id, `Title ${hostile}`, [`Ann ${hostile}`, 'Bob Ray'], categories],
  );
});

test('rss-parser reads both XML feeds over HTTP', async () => {
  const server = await serve(report.site.out);
  try {
    for (const file of ['rss.xml', 'atom.xml']) {
      const feed = await new Parser().parseURL(`${server.origin}/${file}`);
      const [item] = feed.items;
      assert.is(feed.title, `Site ${hostile}`, file);
      assert.is(item?.title, `Title ${hostile}`, file);
      assert.is(item?.link, 'https://example.org/a/', file);
      assert.is(item?.isoDate, '2021-09-02T07:00:00.000Z', file);
      assert.is(file === 'rss.xml' ? item?.guid : item?.id, id, file);
    }
  } finally {
    await server.close();
  }
});

test.run();
