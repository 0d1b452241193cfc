import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareFeeds } from '../../src/changes/compare-feeds.js';
import { changesAsMarkdown } from '../../src/changes/write-changes.js';
import { build } from '../../src/index.js';
import { article, articlesFolder, everyFeed, now } from '../support/site-folder.js';

const test = suite('changes of feeds');
const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const url = 'https://example.org';
const post = (title: string, day: number, more = {}) =>
  article({ title, date: `2021-09-${String(day).padStart(2, '0')}`, id: `urn:x:${day}`, ...more });
const many = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [`p${index}.md`, post(`P${index}`, index + 1)]),
);

/** What was published before and after, in two folders of one site. */
async function twoBuilds(before: Record<string, string>, after: Record<string, string>): Promise<string> {
  const cwd = articlesFolder(after);
  const settings = { url, now, limit: 3, feeds: everyFeed, out: join(cwd, 'dist') };
  await build({ ...settings, cwd: articlesFolder(before), out: join(cwd, 'before') });
  await build({ ...settings, cwd });
  return cwd;
}

test('tell what was added, changed and removed, and not what only moved into the archive', async () => {
  const cwd = await twoBuilds(
    { ...many, 'gone.md': post('Gone', 20, { tags: ['old'] }) },
    { ...many, 'p2.md': post('P2 better', 3), 'new.md': post('New', 21, { section: 'Health' }) },
  );
  const differences = compareFeeds(join(cwd, 'before'), join(cwd, 'dist'), `${url}/`);
  const told = differences.map(({ path, feed, added, changed, removed }) => [
    path,
    feed,
    ...[added, changed, removed].map((items) => items.map(({ title }) => title).join()),
  ]);
  assert.equal(told, [
    ['', 'stays', 'New', 'P2 better', 'Gone'],
    ['sections/health/', 'new', 'New', '', ''],
    ['tags/old/', 'gone', '', '', 'Gone'],
  ]);
});

test('an item that a feed has no room for any more, or whose archive is shorter, is neither gone nor changed', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => {
      const fields = { tags: ['t'], section: 'S', ...(index % 2 ? { lang: 'de' } : {}) };
      return [`p${index}.md`, post(`P${index}`, index + 1, fields)];
    }),
  );
  const cwd = articlesFolder({});
  const publish = async (out: string, articles: Record<string, string>) => {
    await build({ url, now, limit: 3, out: join(cwd, out), cwd: articlesFolder(articles) });
  };
  const added = { ...files, 'new.md': post('New', 20, { tags: ['t'], section: 'S', lang: 'de' }) };
  const fewer = Object.fromEntries(
    Object.entries(added).filter(([name]) => !['p4.md', 'p11.md'].includes(name)),
  );
  await publish('one', files);
  await publish('two', added);
  await publish('three', fewer);
  const told = (before: string, after: string) =>
    compareFeeds(join(cwd, before), join(cwd, after), `${url}/`).map((difference) => {
      const names = [difference.added, difference.changed, difference.removed];
      return [difference.path, ...names.map((items) => items.map(({ title }) => title).join())];
    });
  assert.equal(told('one', 'two'), [
    ...['de/', 'de/sections/s/', 'tags/t/'].map((path) => [path, 'New', '', '']),
  ]);
  const gone = new Map(told('two', 'three').map(([path, , , removed]) => [path, removed]));
  assert.equal([gone.get(''), gone.get('de/')], ['P4', 'P11']);
  assert.is(gone.get('tags/t/'), 'P11');
  const came = told('two', 'three').map(([, more]) => more);
  assert.equal([...new Set(came)], ['']);
  // What leaves a feed that has room is gone from it, and what comes to such a one is new.
  const few = { 'a.md': post('A', 1, { section: 'S' }), 'b.md': post('B', 2, { section: 'S' }) };
  await publish('five', few);
  await publish('six', { ...few, 'a.md': post('A', 1) });
  assert.equal(told('five', 'six'), [
    ['', '', 'A', ''],
    ['sections/s/', '', '', 'A'],
  ]);
  assert.equal(told('six', 'five').at(-1), ['sections/s/', 'A', '', '']);
});

test('the command prints them, and says when there are none', async () => {
  const cwd = await twoBuilds(many, { ...many, 'new.md': post('New', 21) });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, 'changes', ...args, '--url', url], { cwd, encoding: 'utf8' });
  assert.is(run('before').stdout, 'example.org (/): 1 added\n  + New\n');
  assert.is(run('dist').stdout, 'No feed changed.\n');
  assert.equal(JSON.parse(run('before', '--format', 'json').stdout)[0].added.length, 1);
  const wrong = run('articles');
  assert.is(wrong.status, 2);
  assert.match(wrong.stderr, 'There are no feeds in');
  assert.is(run().status, 2);
  assert.is(run('before', '--format', 'xml').status, 2);
});

test('a title stays a text in Markdown, whatever it holds', async () => {
  const titles = ['a | b', '<img src=x>', '[x](javascript:y)', '*_`#', 'a\\|b', '1. ~~c~~'];
  const added = titles.map((title, index) => ({ id: `${index}`, title, url: `${url}/${index}/` }));
  const html = await marked.parse(
    changesAsMarkdown([{ path: '', title: 'a | <b>', feed: 'new', added, changed: [], removed: [] }]),
  );
  assert.not.match(html, /<img|<b>|<em>|<code>\/<\/code>.*<code>[^/]|href="javascript/);
  const shown = [...html.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, text = '']) => text);
  const plain = shown.map((text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#39;/g, "'"));
  assert.equal(plain, titles);
  assert.is([...html.matchAll(/<td[ >]/g)].length, 4);
});

test.run();
