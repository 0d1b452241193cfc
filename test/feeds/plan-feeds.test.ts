import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build, UsageError } from '../../src/index.js';
import { published } from '../support/published.js';
import { article, articlesFolder, buildFiles, now } from '../support/site-folder.js';

const test = suite('which feeds there are');

const files = {
  'a.md': article({ title: 'A', date: '2021-01-04', section: 'Health', tags: ['x'], author: 'Ann' }),
  'b.md': article({ title: 'B', date: '2021-01-03', section: 'Health', tags: ['y'], author: ['Ann', 'Bob'] }),
  'c.md': article({
    title: 'C',
    date: '2021-01-02',
    section: 'Здоровье',
    enclosure: { url: 'https://e.org/c.mp3', length: 1 },
  }),
};

const outline = (feeds: readonly { path: string; articles: readonly { title: string }[] }[]) =>
  feeds.map(({ path, articles }) => `${path} ${articles.map(({ title }) => title).join('')}`);

test('one for everything, and for each section, tag and author', async () => {
  const report = await buildFiles(files);
  assert.equal(outline(report.feeds), [
    ' ABC',
    'sections/health/ AB',
    'sections/zdorove/ C',
    'tags/x/ A',
    'tags/y/ B',
    'authors/ann/ AB',
    'authors/bob/ B',
  ]);
  for (const { path } of report.feeds) {
    for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'index.html']) {
      assert.ok(existsSync(join(report.site.out, path, name)), path + name);
    }
  }
  const feed = JSON.parse(published(report, 'sections/health/feed.json'));
  assert.equal(
    [feed.title, feed.feed_url, feed.home_page_url],
    [
      'Example: Health',
      'https://example.org/sections/health/feed.json',
      'https://example.org/sections/health/',
    ],
  );
});

test('languages: from the folder and the front matter, and each section in each of them', async () => {
  const report = await buildFiles({
    'news.md': article({ title: 'N', date: '2021-01-02', section: 'Health' }),
    'ru/news.md': article({ title: 'Н', date: '2021-01-02', section: 'Health' }),
    'other.md': article({ title: 'O', date: '2021-01-01', lang: 'de' }),
  });
  assert.equal(outline(report.feeds), [
    ' NНO',
    'en/ N',
    'de/ O',
    'ru/ Н',
    'sections/health/ NН',
    'en/sections/health/ N',
    'ru/sections/health/ Н',
  ]);
  assert.equal(
    report.articles.map(({ path }) => path),
    ['news/', 'ru/news/', 'other/'],
  );
  const page = published(report, 'news/index.html');
  assert.match(page, '<link rel="alternate" hreflang="ru" href="https://example.org/ru/news/">');
  assert.match(page, '<link rel="alternate" hreflang="en" href="https://example.org/news/">');
  assert.match(published(report, 'sitemap.xml'), 'hreflang="ru" href="https://example.org/ru/news/"');
  assert.match(published(report, 'ru/index.html'), 'Новые статьи');
});

test('a site with one language has no folder for it', async () => {
  const report = await buildFiles(files, { language: 'ru' });
  assert.equal(
    report.feeds.filter(({ kind }) => kind === 'language'),
    [],
  );
  assert.match(published(report, 'index.html'), '<html lang="ru">');
});

test('settings choose the kinds, from how many articles on, titles and limits', async () => {
  const report = await buildFiles(files, {
    feeds: {
      tags: false,
      authors: { minArticles: 2, limit: 1 },
      sections: { names: { Здоровье: { title: 'Your health', description: 'Be well' } } },
      collections: [{ slug: 'podcast', title: 'To listen', where: { has: 'audio' }, limit: 9 }],
    },
  });
  assert.equal(outline(report.feeds), [
    ' ABC',
    'sections/health/ AB',
    'sections/zdorove/ C',
    'authors/ann/ AB',
    'podcast/ C',
  ]);
  const named = JSON.parse(published(report, 'sections/zdorove/feed.json'));
  assert.equal([named.title, named.description], ['Example: Your health', 'Be well']);
  assert.is(JSON.parse(published(report, 'authors/ann/feed.json')).items.length, 1);
  try {
    await buildFiles(files, { feeds: { tag: true } } as never);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, UsageError);
    assert.match((error as UsageError).message, /feeds\.tag is not a setting.*\n.*"tags"/);
  }
});

test('two names with one folder share a feed, and are told', async () => {
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-01-02', tags: ['Open data', 'C++', 'C#', 'C', '🎉'] }),
    'b.md': article({ title: 'B', date: '2021-01-01', tags: ['open-data'] }),
  });
  assert.equal(
    report.diagnostics.map(({ code, file }) => `${code} ${file}`),
    ['FW024 b.md'],
  );
  assert.match(
    report.diagnostics[0]?.message ?? '',
    /"Open data" and "open-data" have one address, open-data\//,
  );
  assert.equal(
    outline(report.feeds).filter((line) => line.startsWith('tags/')),
    ['tags/1f389/ A', 'tags/c/ A', 'tags/c-plus-plus/ A', 'tags/c-sharp/ A', 'tags/open-data/ AB'],
  );
});

test('a section that becomes empty keeps its feeds; one of a kind that is switched off does not', async () => {
  const cwd = articlesFolder(files);
  const request = { cwd, url: 'https://example.org', now };
  await build(request);
  rmSync(join(cwd, 'articles/c.md'));
  const report = await build(request);
  assert.equal(JSON.parse(published(report, 'sections/zdorove/feed.json')).items, []);
  assert.match(published(report, 'sections/zdorove/index.html'), 'There are no articles yet.');
  await build({ ...request, feeds: { sections: false } });
  assert.not.ok(existsSync(join(cwd, 'dist/sections')));
});

test.run();
