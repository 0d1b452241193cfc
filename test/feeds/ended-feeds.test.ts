/** Feeds that ended: a last item says so, and later hosts answer that they are gone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildRequest, build, UsageError } from '../../src/index.js';
import { itemsOf, published } from '../support/published.js';
import { article, articlesFolder, buildFiles, now } from '../support/site-folder.js';

const test = suite('ended feeds');
const posts = {
  'a.md': article({ title: 'A', date: '2026-01-02', section: 'Health' }),
  'b.md': article({ title: 'B', date: '2026-01-01', section: 'Economy' }),
};
const ending = { feed: 'sections/health', on: '2026-02-01', text: 'No more & <none>.' };
const with_ = (endedFeeds: BuildRequest['endedFeeds'], more: BuildRequest = {}) =>
  buildFiles(posts, { verify: true, ...more, endedFeeds: endedFeeds ?? [] });

test('the last item says so, in every format, and other feeds stay as they were', async () => {
  const report = await with_([{ ...ending, see: 'https://example.com/other?a=1&b=2' }]);
  assert.equal([report.ok, report.diagnostics], [true, []]);
  const [notice, a, ...more] = itemsOf(report, 'sections/health/feed.json');
  assert.equal([a?.title, more.length], ['A', 0]);
  assert.equal(
    [notice?.id, notice?.title, notice?.date_published, notice?.external_url],
    [
      ...['https://example.org/sections/health/#ended', 'This feed has ended', '2026-02-01T00:00:00Z'],
      'https://example.com/other?a=1&b=2',
    ],
  );
  assert.is(
    notice?.content_html,
    '<p>No more &amp; &lt;none&gt;. <a href="https://example.com/other?a=1&amp;b=2">https://example.com/other?a=1&amp;b=2</a></p>',
  );
  for (const file of ['rss.xml', 'atom.xml'])
    assert.match(published(report, `sections/health/${file}`), 'This feed has ended');
  assert.match(published(report, 'sections/health/index.html'), 'This feed has ended');
  for (const path of ['feed.json', 'sections/economy/feed.json', 'archive/2026/index.html', 'sitemap.xml'])
    assert.not.match(published(report, path), 'ended');
});

test('it is newer than every article, and in the language and zone of the site', async () => {
  const settings = { language: 'ru', timezone: 'Europe/Moscow' };
  const report = await with_([{ feed: 'sections/health', on: '2025-12-31' }], settings);
  const [notice] = itemsOf(report, 'sections/health/feed.json');
  assert.equal(
    [notice?.title, notice?.content_html, notice?.date_published],
    [
      ...['Эта лента закрыта', '<p>Новых статей в этой ленте больше не будет.</p>'],
      '2026-01-02T00:00:01+03:00',
    ],
  );
});

test('the next build gives the same bytes', async () => {
  const cwd = articlesFolder(posts);
  const request = { cwd, title: 'Example', now, url: 'https://example.org', endedFeeds: [ending] };
  const first = published(await build(request), 'sections/health/rss.xml');
  const report = await build(request);
  assert.is(published(report, 'sections/health/rss.xml'), first);
  assert.equal(
    report.files.filter(({ change }) => change !== 'unchanged').map(({ path }) => path),
    [],
  );
});

test('one that is gone is no longer published, and nginx and Apache say so', async () => {
  const gone = [{ ...ending, gone: true }];
  for (const [hosting, file, rule] of [
    ['nginx', 'feedwright.nginx.conf', "location ^~ '/sections/health/' { return 410; }"],
    ['apache', '.htaccess', 'RedirectMatch 410 "^/sections/health/"'],
  ] as const) {
    const report = await with_(gone, { hosting });
    assert.match(published(report, file), rule);
    assert.not.ok(existsSync(join(report.site.out, 'sections/health')));
    assert.not.match(published(report, 'feeds.opml'), 'health');
    assert.match(published(report, 'a/index.html'), 'Health');
  }
});

test('one that will end is as before, until the day comes', async () => {
  const cwd = articlesFolder(posts);
  const request = { cwd, title: 'Example', url: 'https://example.org' };
  const endedFeeds = [{ feed: 'sections/health', on: '2026-11-24' }];
  const before = await build({ ...request, now, endedFeeds });
  assert.equal(
    itemsOf(before, 'sections/health/feed.json').map(({ title }) => title),
    ['A'],
  );
  // Nothing but the clock changed.
  const after = await build({ ...request, now: new Date('2026-11-24T00:00:00Z'), endedFeeds });
  assert.is(itemsOf(after, 'sections/health/feed.json')[0]?.title, 'This feed has ended');
  assert.is(JSON.parse(published(after, 'sections/health/feed.json')).expired, true);
  for (const on of ['2026-02-30', 'soon'])
    assert.instance(
      await with_([{ feed: 'sections/health', on }]).catch((error: unknown) => error),
      UsageError,
    );
});

test('a podcast that ended says so in its own way', async () => {
  const enclosure = { url: 'https://example.org/x.mp3', length: 9 };
  const files = { 'a.md': article({ title: 'A', date: '2026-01-02', enclosure }) };
  const report = await buildFiles(files, {
    podcast: {},
    endedFeeds: [{ feed: 'podcast', on: '2026-02-01' }],
  });
  assert.match(published(report, 'podcast/rss.xml'), '<itunes:complete>Yes</itunes:complete>');
  assert.is(itemsOf(report, 'podcast/feed.json').length, 1);
  assert.is(JSON.parse(published(report, 'podcast/feed.json')).expired, true);
});

test('a feed that is not there is told, unless it is gone', async () => {
  const report = await with_([
    { feed: 'sections/none', on: '2026-02-01' },
    { feed: 'sections/old', on: '2026-02-01', gone: true },
  ]);
  assert.equal(
    report.diagnostics.map(({ code, message }) => [code, message]),
    [['FW029', '"endedFeeds" lists the feed "sections/none/", which does not exist.']],
  );
});

test('the feed of everything can end, and cannot be gone', async () => {
  const report = await with_([{ feed: '', on: '2026-02-01' }]);
  assert.is(itemsOf(report)[0]?.title, 'This feed has ended');
  const failed = await with_([{ feed: '/', on: '2026-02-01', gone: true }]).catch((error: unknown) => error);
  assert.instance(failed, UsageError);
});

test.run();
