import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOpml } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { renderSitemaps } from '../../src/pages/sitemap.js';
import { textOfDocument } from '../../src/publish/document.js';
import { resolveSite } from '../../src/site/site.js';
import { published } from '../support/published.js';
import { article, articlesFolder, buildFiles, everyFeed, folderWith, now } from '../support/site-folder.js';
import { parseXml } from '../support/xml.js';

const test = suite('OPML, sitemaps and robots.txt');
const files = {
  'a.md': article({ title: 'A & <b>', date: '2026-11-22', updated: '2026-11-23', section: 'R&D' }),
  'b.md': article({ title: 'B', date: '2026-11-20' }),
};

test('feeds.opml has every feed, in folders by kind', async () => {
  const report = await buildFiles(files, { title: 'S & <b>' });
  const opml = parseOpml(published(report, 'feeds.opml'));
  const outlines = opml.body?.outlines ?? [];
  assert.is(opml.head?.title, 'S & <b>');
  assert.equal(
    outlines.map(({ text, xmlUrl }) => [text, xmlUrl]),
    [
      ['S & <b>', 'https://example.org/rss.xml'],
      ['Sections', undefined],
    ],
  );
  assert.equal(
    outlines[1]?.outlines?.map(({ type, xmlUrl, htmlUrl }) => [type, xmlUrl, htmlUrl]),
    [['rss', 'https://example.org/sections/r-and-d/rss.xml', 'https://example.org/sections/r-and-d/']],
  );
});

test('two feeds of one title have the name of their folder in feeds.opml', async () => {
  const tagged = article({ title: 'A', date: '2026-11-22', section: 'Health', tags: ['Health', 'Other'] });
  const report = await buildFiles({ 'a.md': tagged }, { feeds: everyFeed });
  const folders = parseOpml(published(report, 'feeds.opml')).body?.outlines ?? [];
  assert.equal(
    folders.map(({ text, outlines }) => [text, outlines?.map((outline) => outline.text)]),
    [
      ['Example', undefined],
      ['Sections', ['Example: Health (Sections)']],
      ['Tags', ['Example: Health (Tags)', 'Example: Other']],
    ],
  );
});

test('the sitemap names the picture of an article', async () => {
  const image = 'https://example.org/i.png?a=1&b=2';
  const report = await buildFiles({
    ...files,
    'c.md': article({ title: 'C', date: '2026-11-22', image }),
  });
  const pictures = published(report, 'sitemap.xml').match(/<image:image>.*?<\/image:image>/g);
  assert.equal(pictures, [
    '<image:image><image:loc>https://example.org/i.png?a=1&#x26;b=2</image:loc></image:image>',
  ]);
});

test('the sitemap has every page, with the moments of the articles', async () => {
  const report = await buildFiles(files);
  const urls = parseXml(published(report, 'sitemap.xml')).children.map(({ children }) =>
    children.map(({ text }) => text),
  );
  assert.equal(urls.slice(0, 3), [
    ['https://example.org/a/', '2026-11-23T00:00:00Z'],
    ['https://example.org/b/', '2026-11-20T00:00:00Z'],
    ['https://example.org/', '2026-11-23T00:00:00Z'],
  ]);
  const pages = report.files.filter(({ mediaType }) => mediaType === 'text/html');
  assert.is(urls.length, pages.filter(({ path }) => path !== '404.html').length);
});

test('past 50,000 addresses, or 50 MB, it is an index with parts', async () => {
  const site = await resolveSite({ cwd: folderWith({}), now, overrides: { url: 'https://example.org' } });
  const entries = Array.from({ length: 50_001 }, (_, index) => ({ url: `https://example.org/${index}/` }));
  const documents = renderSitemaps(entries, site);
  const [, first, index] = documents.map(textOfDocument);
  assert.equal(
    documents.map(({ path }) => path),
    ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml'],
  );
  assert.is(parseXml(first ?? '').children.length, 1);
  assert.match(index ?? '', '<loc>https://example.org/sitemap-2.xml</loc>');
  const long = Array.from({ length: 20_000 }, (_, index) => ({
    url: `https://example.org/${'x'.repeat(3000)}${index}/`,
  }));
  const parts = renderSitemaps(long, site);
  assert.ok(
    parts.length === 3 && parts.every((part) => Buffer.byteLength(textOfDocument(part)) <= 50_000_000),
  );
});

test('the news sitemap has the last two days, and depends on nothing but now', async () => {
  const report = await buildFiles(files, { news: { name: 'Our News' } });
  const xml = published(report, 'news-sitemap.xml');
  assert.is(parseXml(xml).children.length, 1);
  assert.match(xml, '<news:title>A &#x26; &#x3C;b&#x3E;</news:title>');
  assert.match(xml, '<news:name>Our News</news:name><news:language>en</news:language>');
  const later = await buildFiles(files, { news: { name: 'Our News' }, now: new Date('2026-12-01') });
  const [only, ...more] = parseXml(published(later, 'news-sitemap.xml')).children;
  assert.equal([only?.children.map(({ text }) => text), more], [['https://example.org/'], []]);
  assert.is(published(later, 'sitemap.xml'), published(report, 'sitemap.xml'));
});

test('robots.txt names the sitemap, and leaves the one that is there alone', async () => {
  const report = await buildFiles(files);
  assert.match(published(report, 'robots.txt'), 'Sitemap: https://example.org/sitemap.xml');
  const cwd = articlesFolder(files);
  writeFileSync(join(folderFor(cwd), 'robots.txt'), 'mine');
  const kept = await build({ cwd, url: 'https://example.org', now });
  assert.is(published(kept, 'robots.txt'), 'mine');
  const inFolder = await buildFiles(files, { url: 'https://example.org/blog' });
  assert.not.ok(inFolder.files.some(({ path }) => path === 'robots.txt'));
});

function folderFor(cwd: string): string {
  const dist = join(cwd, 'dist');
  mkdirSync(dist);
  return dist;
}

test('where another tool makes the pages, there are feeds only', async () => {
  const report = await buildFiles(files, { pages: false });
  assert.equal(
    report.files.map(({ path }) => path).filter((path) => !path.startsWith('sections/')),
    ['feed.css', 'feed.js', 'feeds.opml', 'rss.xml', 'atom.xml', 'feed.json'],
  );
  assert.is(
    JSON.parse(published(report, 'sections/r-and-d/feed.json')).home_page_url,
    'https://example.org/',
  );
});

const day = 86_400_000;

test('the news sitemap begins two days ago to the millisecond, and ends now', async () => {
  const ages = [-1, 0, 1, 2 * day - 1, 2 * day, 2 * day + 1, 3 * day];
  const files = Object.fromEntries(
    ages.map((age, index) => [
      `a${index}.md`,
      article({ title: `T${index}`, date: new Date(now.getTime() - age).toISOString() }),
    ]),
  );
  const report = await buildFiles(files, { news: { name: 'N' }, future: true });
  const text = published(report, 'news-sitemap.xml');
  const found = ages.map((_, index) => text.includes(`<loc>https://example.org/a${index}/</loc>`));
  assert.equal(found, [false, true, true, true, true, false, false]);
});

test('the news sitemap has a thousand articles at most, the newest', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 1003 }, (_, index) => [
      `a${index}.md`,
      article({ title: 'T', date: new Date(now.getTime() - index * 1000).toISOString() }),
    ]),
  );
  const report = await buildFiles(files, { news: { name: 'N' }, archives: false, limit: 1 });
  const text = published(report, 'news-sitemap.xml');
  assert.is(text.split('<url>').length - 1, 1000);
  assert.match(text, '<loc>https://example.org/a999/</loc>');
  assert.not.match(text, '<loc>https://example.org/a1000/</loc>');
});

for (const [language, code] of [
  ['en', 'en'],
  ['en-GB', 'en'],
  ['pt-BR', 'pt'],
  ['zh', 'zh-cn'],
  ['zh-CN', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh-Hant', 'zh-tw'],
] as const) {
  test(`Google News knows ${language} as ${code}`, async () => {
    const files = { 'a.md': article({ title: 'T', date: now.toISOString() }) };
    const report = await buildFiles(files, { news: { name: 'N' }, language });
    assert.match(published(report, 'news-sitemap.xml'), `<news:language>${code}</news:language>`);
  });
}

test.run();
