import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, makeFolder } from '../../src/platform/make-folder.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('folders');

test('a folder is made with all above it, and again without harm', () => {
  const top = folderWith({});
  makeFolder(join(top, 'a/b/c'));
  makeFolder(join(top, 'a/b/c'));
  assert.ok(statSync(join(top, 'a/b/c')).isDirectory());
});

test('a file in the place of a folder, or of one above it, is an error that says so', () => {
  const top = folderWith({ file: 'x' });
  assert.throws(() => makeFolder(join(top, 'file')), /EEXIST/);
  assert.throws(() => makeFolder(join(top, 'file/below')), /ENOTDIR/);
  assert.throws(() => makeFolder(join(top, 'file/far/below')), /ENOTDIR/);
  assert.is(readFileSync(join(top, 'file'), 'utf8'), 'x');
});

test('a folder that can never be made is an error, and no end of trying', () => {
  assert.throws(() => makeFolder('/proc/nothing/here'), /ENOENT/);
});

test('a file is written at once where its folder is there, and else with its folder', () => {
  const top = folderWith({});
  const write = (path: string) => inFolder(join(top, path), (file) => writeFileSync(file, path));
  write('a.txt');
  write('b/c/d.txt');
  assert.is(readFileSync(join(top, 'b/c/d.txt'), 'utf8'), 'b/c/d.txt');
  mkdirSync(join(top, 'e'));
  assert.throws(() => write('e'), /EISDIR/);
  let tries = 0;
  const failing = () => {
    tries += 1;
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  assert.throws(() => inFolder(join(top, 'new/f.txt'), failing), /full/);
  assert.is(tries, 1);
  assert.not.ok(existsSync(join(top, 'new')));
});

test.run();
