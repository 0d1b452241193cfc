/** Which feeds and front pages a site in several languages has, and what became of those of earlier versions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildReport, build, check } from '../../src/index.js';
import { itemsOf, published } from '../support/published.js';
import { article, articlesFolder, buildFiles, now } from '../support/site-folder.js';

const test = suite('feeds in several languages');

const files = {
  'a.md': article({ title: 'A', date: '2021-01-03', section: 'Health' }),
  'ru/b.md': article({ title: 'Б', date: '2021-01-02', section: 'Здоровье' }),
  'c.md': article({ title: 'C', date: '2021-01-01', section: 'Health', lang: 'de' }),
};
const outline = ({ feeds }: BuildReport) =>
  feeds.map(({ path, articles }) => `${path} ${articles.map(({ title }) => title).join('')}`);

test('are by language; one of everything is a setting', async () => {
  assert.equal(outline(await buildFiles(files)), [
    ...[' A', 'de/ C', 'ru/ Б', 'sections/health/ A', 'de/sections/health/ C', 'ru/sections/zdorove/ Б'],
  ]);
  assert.equal(outline(await buildFiles(files, { feeds: { languages: false } })), [
    ...[' AБC', 'sections/health/ AC', 'sections/zdorove/ Б'],
  ]);
});

test('what feeds of languages do not have is no setting of theirs', async () => {
  for (const languages of [{ minArticles: 2 }, { names: { ru: { title: 'R' } } }])
    await buildFiles(files, { feeds: { languages } as never }).then(
      () => assert.unreachable(),
      (error) => assert.match(String(error), `feeds.languages.${Object.keys(languages)} is not a setting`),
    );
});

test('where nothing is in the site’s own language, the main feed is of all others', async () => {
  const { 'a.md': _, ...others } = files;
  const feeds = outline(await buildFiles(others));
  assert.equal(feeds.slice(0, 3), [' БC', 'de/ C', 'ru/ Б']);
});

test('articles lead on to others in their language alone', async () => {
  const report = await buildFiles({
    ...files,
    'd.md': article({ title: 'D', date: '2020-12-31' }),
  });
  assert.match(published(report, 'a/index.html'), '<a rel="prev" href="../d/">D</a>');
  assert.not.match(published(report, 'ru/b/index.html'), 'class="fw-neighbours"');
});

test('each language has a copyright of its own, in feeds and at the foot of pages', async () => {
  const report = await buildFiles(files, {
    copyright: 'All rights reserved',
    languages: { ru: { copyright: 'Все права защищены' } },
  });
  for (const [folder, own, other] of [
    ['', 'All rights reserved', 'Все права защищены'],
    ['ru/', 'Все права защищены', 'All rights reserved'],
    ['de/', 'All rights reserved', 'Все права защищены'],
  ] as const)
    for (const file of ['rss.xml', 'atom.xml', 'index.html']) {
      assert.match(published(report, folder + file), own, folder + file);
      assert.not.match(published(report, folder + file), other, folder + file);
    }
});

test('the note of a feed leads to the help in its language', async () => {
  const report = await buildFiles(files);
  for (const [folder, help] of [
    ['', 'subscribe/'],
    ['ru/', 'ru/subscribe/'],
    ['ru/sections/zdorove/', 'ru/subscribe/'],
    ['de/', 'de/subscribe/'],
  ])
    for (const file of ['rss.xml', 'atom.xml'])
      assert.match(published(report, `${folder}${file}`), `<a href="https://example.org/${help}">`, folder);
});

for (const memory of ['.feedwright.json', 'feedwright.lock'])
  test(`folders that an earlier version had lead to those that took their place, and still do after the next build, with ${memory}`, async () => {
    const cwd = articlesFolder({
      ...files,
      ...(memory === 'feedwright.lock' ? { '../feedwright.lock': '' } : {}),
    });
    const request = { cwd, url: 'https://example.org', title: 'Example', now, hosting: 'netlify' } as const;
    await build(request);
    const manifest = join(cwd, 'dist/.feedwright.json');
    const { feeds, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    const was = [
      { kind: 'all', name: '', path: '' },
      { kind: 'language', name: 'en', path: 'en/', only: 'en' },
      { kind: 'language', name: 'ru', path: 'ru/', only: 'ru' },
      { kind: 'section', name: 'Health', path: 'sections/health/' },
      { kind: 'section', name: 'Health', path: 'en/sections/health/', only: 'en' },
      { kind: 'section', name: 'Здоровье', path: 'sections/zdorove/' },
    ];
    assert.ok(feeds.length > 0);
    writeFileSync(manifest, JSON.stringify({ ...rest, feeds: was }));
    if (memory === 'feedwright.lock') {
      const lines = was
        .slice(1)
        .map(({ kind, name, path, only = '' }) => ['feed', path, kind, name, only].join('\t'));
      const items = readFileSync(join(cwd, memory), 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith('feed'));
      writeFileSync(
        join(cwd, memory),
        [...items, ...lines]
          .filter(Boolean)
          .map((line) => `${line.trimEnd()}\n`)
          .join(''),
      );
    }
    for (let round = 1; round <= 3; round += 1) {
      const report = await build(request);
      const lines = published(report, '_redirects').split('\n');
      for (const [from, to] of [
        ['/en/rss.xml', '/rss.xml'],
        ['/en/', '/'],
        ['/en/sections/health/feed.json', '/sections/health/feed.json'],
        ['/sections/zdorove/atom.xml', '/ru/sections/zdorove/atom.xml'],
      ])
        assert.ok(
          lines.some((line) => line.startsWith(`${from} ${to} 301`)),
          `${from}, build ${round}`,
        );
      assert.equal(
        itemsOf(report, 'sections/health/feed.json').map(({ title }) => title),
        ['A'],
      );
      assert.match(published(report, 'atom.xml'), '<id>https://example.org/</id>');
      assert.match(
        published(report, 'ru/sections/zdorove/atom.xml'),
        '<id>https://example.org/sections/zdorove/</id>',
      );
    }
  });

test('where the site changes its language, feeds that were in folders lead to the main one, which keeps its id', async () => {
  const cwd = articlesFolder({ ...files, '../feedwright.lock': '' });
  const request = { cwd, url: 'https://example.org', title: 'Example', now, hosting: 'netlify' } as const;
  await build(request);
  for (let round = 1; round <= 3; round += 1) {
    const report = await build({ ...request, language: 'ru', frozen: round === 3 });
    assert.equal(report.diagnostics, []);
    assert.match(published(report, '_redirects'), '/ru/rss.xml /rss.xml 301');
    assert.match(published(report, 'atom.xml'), '<id>https://example.org/</id>');
    assert.match(published(report, 'ru/rss.xml'), '<guid isPermaLink="true">https://example.org/');
  }
});

test('sections that are remembered in one language hide none of the others', async () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-01-03', section: 'Health' }),
    'ru/b.md': article({ title: 'Б', date: '2021-01-02', section: 'Здоровье' }),
  });
  const request = { cwd, url: 'https://example.org', title: 'Example', now };
  await build(request);
  const report = await build({ ...request, feeds: { languages: false } });
  assert.ok(report.feeds.some(({ path }) => path === 'ru/sections/zdorove/'));
  const front = published(report, 'index.html');
  for (const path of ['sections/health/', 'sections/zdorove/']) assert.match(front, `<a href="./${path}">`);
  assert.match(published(report, 'a/index.html'), '<a href="../sections/health/">Health</a>');
});

test('a front page of all languages has sections of all, and other editions lead back to it', async () => {
  const { 'a.md': _, ...others } = files;
  const report = await buildFiles(others);
  assert.match(published(report, 'index.html'), '<a href="./sections/health/">Health</a>');
  assert.match(published(report, 'de/index.html'), '<a href="../" lang="en" hreflang="en">English</a>');
});

test('articles of a language whose feed has ended belong to the edition of the site', async () => {
  const endedFeeds = [{ feed: 'ru', on: '2021-02-01', gone: true }];
  const report = await buildFiles(
    { ...files, 'd.md': article({ title: 'D', date: '2020-01-01' }) },
    { endedFeeds },
  );
  const page = published(report, 'ru/b/index.html');
  assert.match(page, '<a rel="next" href="../../a/">A</a>');
  assert.match(page, '<a rel="prev" href="../../d/">D</a>');
});

test('check compares items of every language with what was published', async () => {
  const cwd = articlesFolder(files);
  const request = { cwd, url: 'https://example.org', title: 'Example', now };
  await build(request);
  writeFileSync(join(cwd, 'articles/ru/b.md'), article({ title: 'Б', date: '2021-01-02', id: 'urn:x:b' }));
  const { diagnostics } = await check(request);
  assert.equal(
    diagnostics.map(({ code, file }) => `${code} ${file}`),
    ['FW068 ru/b.md'],
  );
});

test('what the output folder remembers is not forgotten where the site gets a feedwright.lock', async () => {
  const cwd = articlesFolder(files);
  const request = { cwd, url: 'https://example.org', title: 'Example', now, hosting: 'netlify' } as const;
  await build(request);
  await build({ ...request, language: 'ru' });
  writeFileSync(join(cwd, 'feedwright.lock'), '');
  for (let round = 1; round <= 2; round += 1) {
    const report = await build({ ...request, language: 'ru' });
    assert.match(published(report, '_redirects'), '/ru/rss.xml /rss.xml 301');
  }
});

test('sections of a language that was the site’s own move with it', async () => {
  const english = article({ title: 'A', date: '2021-01-03', section: 'Health', lang: 'en' });
  const cwd = articlesFolder({ ...files, 'a.md': english, '../feedwright.lock': '' });
  const request = { cwd, url: 'https://example.org', title: 'Example', now, hosting: 'netlify' } as const;
  await build(request);
  const report = await build({ ...request, language: 'ru' });
  assert.not.ok(report.feeds.some(({ path }) => path === 'sections/health/'));
  assert.match(published(report, '_redirects'), '/sections/health/rss.xml /en/sections/health/rss.xml 301');
});

test('an article may be where a former feed was', async () => {
  const cwd = articlesFolder({ ...files, '../feedwright.lock': 'feed\ten/\tlanguage\ten\ten\n' });
  writeFileSync(join(cwd, 'articles/en.md'), article({ title: 'E', date: '2021-01-05', permalink: '/en/' }));
  const report = await build({ cwd, url: 'https://example.org', title: 'Example', now });
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  assert.match(published(report, 'en/index.html'), '<h1 class="p-name">E</h1>');
  assert.match(published(report, '_redirects'), '/en/rss.xml /rss.xml 301');
  assert.not.match(published(report, '_redirects'), '/en/ / 301');
});

test.run();
