/** Publishing into a folder. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { article } from '../support/site-folder.js';
import { manyArticles } from './deployed-site.js';
import { run, siteWith } from './run-publish.js';

const test = suite('publish to a folder');

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

test('a folder gets the same files, and keeps those of others', async () => {
  const cwd = siteWith(manyArticles(3));
  const share = join(cwd, 'share');
  mkdirSync(join(share, 'article-0'), { recursive: true });
  writeFileSync(join(share, 'article-0/notes.txt'), 'mine');
  writeFileSync(join(share, 'rss.xml'), 'mine');
  const refused = await run(cwd, ['publish', 'share', '--build']);
  assert.is(refused.code, 1);
  assert.match(refused.err, /rss\.xml is in .*share already, and feedwright did not put it there/);
  assert.equal(filesIn(share), ['article-0/notes.txt', 'rss.xml']);
  await run(cwd, ['publish', 'share', '--adopt']);
  writeFileSync(
    join(cwd, 'articles/article-0.md'),
    article({ title: 'Draft', date: '2026-01-01', draft: true }),
  );
  const { out } = await run(cwd, ['publish', `file://${share}`, '--build']);
  assert.match(out, /1 deleted/);
  const ours = filesIn(share).filter(
    (path) => path !== 'article-0/notes.txt' && !path.startsWith('.feedwright'),
  );
  assert.equal(
    ours,
    filesIn(join(cwd, 'dist')).filter((path) => path !== '.feedwright.json'),
  );
  for (const path of ours)
    assert.equal(readFileSync(join(share, path)), readFileSync(join(cwd, 'dist', path)), path);
});

test('a folder may be named with a slash at its end, and is compared by content where that is asked for', async () => {
  const cwd = siteWith(manyArticles(1));
  const args = ['publish', `file://${cwd}/share/`, '--build'];
  assert.is((await run(cwd, args)).code, 0);
  writeFileSync(join(cwd, 'share/rss.xml'), 'changed');
  assert.match((await run(cwd, args)).out, /up to date/);
  assert.match((await run(cwd, [...args, '--verify-remote'])).out, /1 changed/);
});

test('killed while it copies, it leaves nothing half written after the next run', async () => {
  const cwd = siteWith(manyArticles(1));
  await run(cwd, ['publish', 'share', '--build']);
  mkdirSync(join(cwd, 'share/.feedwright-unfinished'));
  writeFileSync(join(cwd, 'share/.feedwright-unfinished/half'), 'half');
  writeFileSync(join(cwd, 'articles/article-0.md'), article({ title: 'Other', date: '2026-01-01' }));
  await run(cwd, ['publish', 'share', '--build']);
  assert.equal(
    filesIn(join(cwd, 'share')).filter((path) => path.includes('unfinished')),
    [],
  );
});

for (const { what, make, says } of [
  {
    what: 'a link of somebody else',
    make: (share: string) => symlinkSync('elsewhere', join(share, 'rss.xml')),
    says: /rss\.xml is in .*share already/,
  },
  {
    what: 'a folder where a file should be',
    make: (share: string) => mkdirSync(join(share, 'rss.xml')),
    says: /rss\.xml is in .*share already/,
  },
  {
    what: 'a file where a folder should be',
    make: (share: string) => writeFileSync(join(share, 'article-0'), 'mine'),
    says: /article-0 is in the way: not a folder/,
  },
]) {
  test(`${what} is reported before anything is written`, async () => {
    const cwd = siteWith(manyArticles(1));
    const share = join(cwd, 'share');
    mkdirSync(share);
    make(share);
    const before = readdirSync(share);
    const { code, err } = await run(cwd, ['publish', 'share', '--build']);
    assert.is(code, 1);
    assert.match(err, says);
    assert.equal(readdirSync(share), before);
  });
}

test('a folder that takes nothing is told', async () => {
  const cwd = siteWith(manyArticles(1));
  const { code, err } = await run(cwd, ['publish', '/proc/nope', '--build']);
  assert.is(code, 1);
  assert.match(err, /\/proc\/nope cannot be used/);
});

test('the output folder and the articles are not published into, behind a link either', async () => {
  const cwd = siteWith(manyArticles(1));
  await run(cwd, ['build']);
  symlinkSync(join(cwd, 'dist'), join(cwd, 'link'));
  assert.match((await run(cwd, ['publish', 'link'])).err, /link is the output folder/);
  assert.match((await run(cwd, ['publish', 'articles'])).err, /articles is the folder of articles/);
  assert.match((await run(cwd, ['publish', '.'])).err, /contains the output folder/);
});

test('a link in a folder leads nothing out of it', async () => {
  const cwd = siteWith(manyArticles(1));
  mkdirSync(join(cwd, 'outside'));
  mkdirSync(join(cwd, 'share'));
  symlinkSync(join(cwd, 'outside'), join(cwd, 'share/article-0'));
  const { code, err } = await run(cwd, ['publish', 'share', '--build']);
  assert.is(code, 1);
  assert.match(err, /share\/article-0 is in the way: not a folder/);
  assert.equal(filesIn(join(cwd, 'outside')), []);
});

test.run();
