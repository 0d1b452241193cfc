import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, folderWith } from '../support/site-folder.js';

const test = suite('a hostile disk');
const url = ['--url', 'https://example.org'];
const one = { 'a.md': article({ title: 'A', date: '2021-09-02' }) };

function publishedFiles(dist: string): [string, string][] {
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
  return paths
    .filter((path) => statSync(join(dist, path)).isFile())
    .map((path) => [path, readFileSync(join(dist, path), 'latin1')]);
}

/** Builds once, spoils something, and finds that the next build fails and leaves everything as it was. */
function failsAndLeaves(spoil: (cwd: string) => void, message: RegExp, ...args: string[]): void {
  const cwd = articlesFolder(one);
  assert.is(feedwright(url, cwd).code, 0);
  const before = publishedFiles(join(cwd, 'dist'));
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'B', date: '2021-09-03' }));
  spoil(cwd);
  const { code, err } = feedwright([...url, ...args], cwd);
  assert.is(code, 1, err);
  assert.match(err, message);
  const after = new Map(publishedFiles(join(cwd, 'dist')));
  for (const [path, bytes] of before) assert.is(after.get(path), bytes, path);
}

test('a file or a link where a folder should be', () => {
  failsAndLeaves((cwd) => writeFileSync(join(cwd, 'dist/b'), 'x'), /dist\/b is in the way: not a folder/);
  const elsewhere = folderWith({});
  failsAndLeaves((cwd) => symlinkSync(elsewhere, join(cwd, 'dist/b')), /dist\/b is in the way: not a folder/);
  assert.equal(readdirSync(elsewhere), []);
});

test('a folder where a file should be, and a file of somebody else', () => {
  failsAndLeaves(
    (cwd) => mkdirSync(join(cwd, 'dist/b/index.html'), { recursive: true }),
    /is in the way: a folder or link/,
  );
  failsAndLeaves((cwd) => {
    mkdirSync(join(cwd, 'dist/b'));
    writeFileSync(join(cwd, 'dist/b/index.html'), 'mine');
  }, /a file that feedwright did not write/);
});

test('an output folder that holds what must not be published is refused', () => {
  const cwd = articlesFolder(one);
  for (const out of ['.', '..', 'articles', '/', homedir()]) {
    const { code, err } = feedwright([...url, '--out', out], cwd);
    assert.is(code, 2, `${out}: ${err}`);
    assert.match(err, /The output folder .* contains /);
  }
});

test('another build is waited for, and the lock of a dead process is taken over', () => {
  const cwd = articlesFolder(one);
  mkdirSync(join(cwd, 'dist'));
  const lock = join(cwd, 'dist/.feedwright-busy');
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
  assert.is(feedwright(url, cwd).code, 0);
  assert.not.ok(readdirSync(join(cwd, 'dist')).includes('.feedwright-busy'));
  // Its process was killed between making the file and writing into it.
  writeFileSync(lock, '');
  assert.is(feedwright(url, cwd).code, 0);
  assert.not.ok(readdirSync(join(cwd, 'dist')).includes('.feedwright-busy'));
  const runs = Array.from({ length: 4 }, () => feedwright(url, cwd).code);
  assert.equal(runs, [0, 0, 0, 0]);
});

test('addresses that leave the site, and names that differ only in case', () => {
  const wrong = [
    '/../x/',
    '/a/../../x/',
    '//evil.example/',
    'https://evil.example/',
    '/a\\b/',
    '/C:/x/',
    '/a//b/',
    '/x\u0000y/',
    '/%2e%2e/x/',
    '/a%2fb/',
    `/${'x'.repeat(300)}/`,
  ];
  for (const permalink of wrong) {
    const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02', permalink }) });
    const { code, err } = feedwright(url, cwd);
    // A character that no feed can hold is taken out, and told.
    if (permalink.includes('\u0000')) assert.match(err, /FW030/);
    else assert.is(code, 1, `${permalink}: ${err}`);
  }
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02', permalink: '/Post/' }),
    'b.md': article({ title: 'B', date: '2021-09-02', permalink: '/post/' }),
  });
  assert.match(feedwright(url, cwd).err, /FW020/);
});

test('a link out of the folder of articles is not followed', () => {
  const secret = folderWith({ 'secret.md': article({ title: 'Secret', date: '2021-09-02' }) });
  const cwd = articlesFolder(one);
  symlinkSync(secret, join(cwd, 'articles/folder'));
  symlinkSync(join(secret, 'secret.md'), join(cwd, 'articles/file.md'));
  const { code, out } = feedwright([...url, '--json'], cwd);
  assert.is(code, 0);
  const report = JSON.parse(out);
  assert.equal(
    report.articles.map(({ title }: { title: string }) => title),
    ['A'],
  );
  assert.ok(report.leftOut.some(({ file }: { file: string }) => file === 'file.md'));
});

test.run();
