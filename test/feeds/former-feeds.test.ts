/** Addresses that feeds had before, under another program: subscribers there are led to the present ones. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildRequest, build, UsageError } from '../../src/index.js';
import { published } from '../support/published.js';
import { article, articlesFolder, buildFiles, now } from '../support/site-folder.js';

const test = suite('former feeds');
const posts = {
  'a.md': article({ title: 'A', date: '2026-01-02', section: 'Health' }),
  'b.md': article({ title: 'B', date: '2026-01-01' }),
};
const with_ = (formerFeeds: BuildRequest['formerFeeds'], more: BuildRequest = {}) =>
  buildFiles(posts, { ...more, formerFeeds: formerFeeds ?? [] });

for (const [preset, copies] of [
  ['jekyll-feed', { 'feed.xml': 'atom.xml' }],
  ['hugo', { 'index.xml': 'rss.xml' }],
  ['eleventy', { 'feed/feed.xml': 'atom.xml', 'feed/feed.json': 'feed.json' }],
  ['hexo', { 'rss2.xml': 'rss.xml' }],
  ['docusaurus', { 'blog/rss.xml': 'rss.xml', 'blog/atom.xml': 'atom.xml', 'blog/feed.json': 'feed.json' }],
  ['pelican', { 'feeds/all.atom.xml': 'atom.xml', 'feeds/all.rss.xml': 'rss.xml' }],
  ['mkdocs-rss', { 'feed_rss_created.xml': 'rss.xml', 'feed_json_created.json': 'feed.json' }],
] as const) {
  test(`${preset}: the same document is there, and names the present address as its own`, async () => {
    const report = await with_([preset]);
    const rules = published(report, '_redirects').split('\n');
    for (const [from, to] of Object.entries(copies)) {
      assert.is(published(report, from), published(report, to), from);
      assert.match(published(report, from), `https://example.org/${to}`);
      assert.ok(rules.includes(`/${from} /${to} 301`), rules.join('\n'));
    }
    assert.equal(report.diagnostics, []);
  });
}

test('an address that is that of the feed already is left as it is', async () => {
  const report = await with_(['/atom.xml']);
  assert.not.ok(existsSync(join(report.site.out, '_redirects')));
});

for (const preset of ['wordpress', 'ghost'] as const) {
  test(`${preset}: in a folder stands a page that names the feed, and hosts redirect`, async () => {
    const report = await with_([preset], { hosting: 'nginx' });
    const from = preset === 'ghost' ? 'rss/' : 'feed/';
    const page = published(report, `${from}index.html`);
    assert.match(
      page,
      '<link rel="alternate" type="application/rss+xml" title="Example" href="https://example.org/rss.xml">',
    );
    assert.match(published(report, 'feedwright.nginx.conf'), `location = '/${from}' `);
  });
}

test('feeds of sections had addresses, too, and the format can be said', async () => {
  const report = await with_([
    { from: '/health/index.xml', feed: 'sections/health' },
    { from: '/all', feed: '', format: 'json' },
  ]);
  assert.is(published(report, 'health/index.xml'), published(report, 'sections/health/rss.xml'));
  assert.is(published(report, 'all'), published(report, 'feed.json'));
});

test('one that leads nowhere is told', async () => {
  const { diagnostics, ok } = await with_([{ from: '/x.xml', feed: 'sections/none/' }]);
  assert.ok(ok);
  assert.equal(
    diagnostics.map(({ code, level }) => [code, level]),
    [['FW028', 'warning']],
  );
  assert.match(
    diagnostics[0]?.message ?? '',
    '"/x.xml" is redirected to the feed "sections/none/", which does not exist',
  );
});

test('what is no path is refused with the settings', async () => {
  for (const wrong of ['feed.xml', '/', '/../x.xml', '/a//b.xml', '/_x.xml', 'jekyl']) {
    const error = await with_([wrong]).catch((thrown: unknown) => thrown);
    assert.instance(error, UsageError, wrong);
    assert.match(String(error), 'formerFeeds', wrong);
  }
});

test('a file of another tool in that place stays', async () => {
  const cwd = articlesFolder(posts);
  mkdirSync(join(cwd, 'dist'));
  writeFileSync(join(cwd, 'dist/feed.xml'), 'theirs');
  const report = await build({ cwd, url: 'https://example.org', now, formerFeeds: ['jekyll-feed'] });
  assert.ok(report.ok);
  assert.is(readFileSync(join(cwd, 'dist/feed.xml'), 'utf8'), 'theirs');
});

test('ids of items are those that they have in the feed, so that nobody sees one twice', async () => {
  const report = await with_(['jekyll-feed'], { verify: true });
  const ids = (text: string) => [...text.matchAll(/<id>([^<]*)/g)].map(([, id]) => id);
  assert.equal(ids(published(report, 'feed.xml')), ids(published(report, 'atom.xml')));
});

test.run();
