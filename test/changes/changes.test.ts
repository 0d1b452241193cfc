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

test('the command prints them, and says when there are none', async () => {
  const cwd = await twoBuilds(many, { ...many, 'new.md': post('New', 21) });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, 'changes', ...args, '--url', url], { cwd, encoding: 'utf8' });
  assert.is(run('before').stdout, 'example.org (/): 1 added\n  + New\n');
  assert.is(run('dist').stdout, 'No feed changed.\n');
  assert.equal(JSON.parse(run('before', '--format', 'json').stdout)[0].added.length, 1);
  const wrong = run('articles');
  assert.is(wrong.status, 2);
  assert.match(wrong.stderr, 'No feed was published into');
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
