import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FolderLock } from '../../src/publish/publish-lock.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, folderWith } from '../support/site-folder.js';

const test = suite('the lock of the output folder');
const timing = { step: 5, beat: 0, silence: 150, age: 60_000, patience: 400 };
const lockOf = (out: string) => join(out, '.feedwright-busy');
const elsewhere = JSON.stringify({ pid: 1, host: 'another-host', token: 'x' });

test('a build that is alive is waited for, and then the other one gives up', () => {
  const out = folderWith({});
  const first = new FolderLock(out, timing);
  const patient = { ...timing, silence: 600_000, patience: 50 };
  assert.throws(() => new FolderLock(out, patient), /Another build is publishing/);
  assert.not.throws(() => first.requireHeld());
  first.release();
  assert.equal(readdirSync(out), []);
});

test('a build shows that it is alive', () => {
  const out = folderWith({});
  const lock = new FolderLock(out, { ...timing, beat: -1 });
  utimesSync(lockOf(out), 1000, 1000);
  lock.beat();
  assert.ok(statSync(lockOf(out)).mtimeMs > 1_000_000);
  lock.release();
});

test('the lock of another host is taken over when it shows no sign of life', () => {
  const out = folderWith({ '.feedwright-busy': elsewhere });
  const lock = new FolderLock(out, timing);
  lock.requireHeld();
  lock.release();
  assert.equal(readdirSync(out), []);
});

test('one that has been silent for long is taken over at once', () => {
  const out = folderWith({ '.feedwright-busy': elsewhere });
  const old = Date.now() / 1000 - 3600;
  utimesSync(lockOf(out), old, old);
  const lock = new FolderLock(out, { ...timing, silence: 60_000, patience: 60_000 });
  lock.requireHeld();
  lock.release();
});

test('whoever lost the lock notices before anything is published', () => {
  const out = folderWith({});
  const first = new FolderLock(out, timing);
  const second = new FolderLock(out, timing);
  assert.throws(() => first.requireHeld(), /took over/);
  first.release();
  assert.not.throws(() => second.requireHeld(), 'the loser takes nothing away');
  second.release();
});

test('one of many takes over the lock of a dead process', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  mkdirSync(join(cwd, 'dist'));
  writeFileSync(
    lockOf(join(cwd, 'dist')),
    JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'dead' }),
  );
  const cli = join(process.cwd(), 'lib/cli.js');
  const script = `for i in 1 2 3 4; do '${process.execPath}' '${cli}' --url https://example.org & done; wait`;
  assert.is(spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' }).status, 0);
  assert.ok(existsSync(join(cwd, 'dist/rss.xml')));
  assert.equal(
    readdirSync(join(cwd, 'dist')).filter((name) => name.startsWith('.feedwright-')),
    [],
  );
});

test('what is no folder, or takes none, is told', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }), '../FILE': 'x' });
  for (const out of ['FILE', 'FILE/x', '/proc/feedwright-test']) {
    const { code, err } = feedwright(['--url', 'https://example.org', '--out', out], cwd);
    assert.is(code, 1, out);
    assert.match(err, /^error: The output folder cannot be written: /);
    assert.not.match(err, /^ {4}at /m);
  }
  assert.ok(statSync(join(cwd, 'FILE')).isFile());
});

test('a lock of another host is not taken for dead because its process does not run here', () => {
  const dead = spawnSync('true').pid;
  const lock = (host: string) => JSON.stringify({ pid: dead, host, token: 'x' });
  const patient = { ...timing, silence: 600_000, patience: 50 };
  const there = folderWith({ '.feedwright-busy': lock('another-host') });
  assert.throws(() => new FolderLock(there, patient), /Another build is publishing/);
  const here = folderWith({ '.feedwright-busy': lock(hostname()) });
  new FolderLock(here, patient).release();
  assert.equal([readdirSync(there), readdirSync(here)], [['.feedwright-busy'], []]);
});

test.run();
