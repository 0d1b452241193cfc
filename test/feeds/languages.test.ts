/** Which feeds and front pages a site in several languages has, and what became of those of earlier versions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildReport, build } from '../../src/index.js';
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

test('folders that an earlier version had lead to those that took their place, and still do after the next build', async () => {
  const cwd = articlesFolder(files);
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
  for (let round = 1; round <= 2; round += 1) {
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
  }
});

test.run();
