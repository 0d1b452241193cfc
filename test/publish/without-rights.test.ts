import { hash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { filesIn } from '../attacks/attack.js';
import { runWithoutPowers } from '../support/limits.js';
import { article, articlesFolder } from '../support/site-folder.js';

const test = suite('folders that may not be written');
const url = ['--url', 'https://example.org'];

for (const folder of ['dist', 'dist/a', '.']) {
  test(`a build ends where ${folder} may not be written, and leaves everything as it was`, () => {
    const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
    const dist = join(cwd, 'dist');
    if (folder !== '.') assert.is(runWithoutPowers(url, cwd).code, 0);
    const contents = () =>
      filesIn(cwd).map((path) => [path, hash('md5', readFileSync(join(cwd, path)), 'hex')]);
    const text = article({ title: 'A, changed', date: '2021-09-02' });
    writeFileSync(join(cwd, 'articles/a.md'), text);
    const before = contents();
    chmodSync(join(cwd, folder), 0o500);
    try {
      const { code, err } = runWithoutPowers([...url, '--no-cache'], cwd);
      assert.is(code, 1, err);
      assert.match(err, /cannot be written: EACCES/);
      assert.match(err, /Check the permissions of the folder/);
    } finally {
      chmodSync(join(cwd, folder), 0o700);
    }
    assert.equal(contents(), before, dist);
  });
}

test('an article that may not be read is told', () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02' }),
    'b.md': article({ title: 'B', date: '2021-09-02' }),
  });
  chmodSync(join(cwd, 'articles/b.md'), 0o000);
  const { code, err } = runWithoutPowers(url, cwd);
  assert.is(code, 1);
  assert.match(err, /b\.md:1:1 error FW032[\s\S]*EACCES/);
});

test('init and new say in one line that the folder may not be written', () => {
  for (const args of [
    ['init', '--yes', '--url', 'https://example.org'],
    ['new', 'A title'],
  ]) {
    const cwd = articlesFolder({});
    chmodSync(join(cwd, 'articles'), 0o500);
    chmodSync(cwd, 0o500);
    const { code, err } = runWithoutPowers(args, cwd);
    chmodSync(cwd, 0o700);
    assert.is(code, 1, err);
    assert.match(err, /^error: EACCES/);
    assert.not.match(err, /\n\s+at /);
  }
});

test.run();
