import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { filesIn } from '../attacks/attack.js';
import { withSmallDisk } from '../support/limits.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, folderWith } from '../support/site-folder.js';

const test = suite('a full disk');
const url = ['--url', 'https://example.org'];
const long = 'words '.repeat(60_000);

function contentsOf(folder: string): [string, string][] {
  return filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]);
}

test('ends a build, and leaves what was published before', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  const dist = join(cwd, 'dist');
  withSmallDisk(dist, 256, (run) => {
    assert.is(run(url, cwd).code, 0);
    const before = contentsOf(dist);
    writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'B', date: '2021-09-03' }, long));
    const { code, err } = run(url, cwd);
    assert.is(code, 1);
    assert.match(err, /The output folder cannot be written: ENOSPC/);
    assert.match(err, /The disk is full/);
    assert.equal(contentsOf(dist), before);
  });
});

test('ends an import, and leaves nothing of it behind', () => {
  const items = Array.from({ length: 20 }, (_, index) => ({
    id: String(index),
    title: `T${index}`,
    content_text: 'words '.repeat(5000),
    date_published: '2021-09-02T00:00:00Z',
  }));
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'T', items };
  const cwd = folderWith({ 'feed.json': JSON.stringify(feed) });
  const articles = join(cwd, 'articles');
  withSmallDisk(articles, 256, (run) => {
    writeFileSync(join(articles, 'mine.md'), 'mine');
    const { code, out, err } = run(['import', 'feed.json'], cwd);
    assert.is(code, 1);
    assert.match(err, /^error: ENOSPC/);
    assert.not.match(out + err, /\n\s+at /);
    assert.equal(readdirSync(articles), ['mine.md']);
  });
  assert.is(feedwright(['import', 'feed.json'], cwd).code, 0);
  assert.is(filesIn(articles).filter((path) => path !== 'mine.md').length, 20);
});

test.run();
