/** Files of the cache: whole, and one's own, or nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CacheFolder } from '../../src/cache/cache-folder.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('the folder of the cache');
const key = 'a'.repeat(40);
const open = (root: string, { purpose = 'dist', own = key } = {}) => new CacheFolder(root, purpose, own);
const pieces = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const read = (folder: CacheFolder, name = 'x') => folder.read(name)?.toString();

test('what was written is read again, byte for byte, by who has the same key and purpose', () => {
  const root = folderWith({});
  open(root).write('x', pieces('one ', '', 'два\n'));
  assert.is(read(open(root)), 'one два\n');
  assert.is(read(open(root), 'y'), undefined);
  assert.is(read(open(root, { own: 'b'.repeat(40) })), undefined);
  assert.is(read(open(root, { purpose: 'public' })), undefined);
  open(root, { purpose: 'public' }).write('x', pieces('other'));
  assert.equal([read(open(root)), read(open(root, { purpose: 'public' }))], ['one два\n', 'other']);
});

test('empty and large files are kept, too', () => {
  const folder = open(folderWith({}));
  folder.write('empty', []);
  assert.is(read(folder, 'empty'), '');
  const many = Array.from({ length: 70_000 }, (_, index) => Buffer.from(`line ${index}\n`.repeat(3)));
  const large = Buffer.alloc(2_500_000, 'large ');
  const all = [...many, large, ...many.slice(0, 3)];
  folder.write('large', all);
  assert.ok(folder.read('large')?.equals(Buffer.concat(all)));
});

test('a file that is damaged, shorter, longer or foreign is none', () => {
  const root = folderWith({});
  open(root).write('x', pieces('content'));
  const [name = ''] = readdirSync(join(root, '.feedwright')).filter((each) => each.endsWith('-x'));
  const file = join(root, '.feedwright', name);
  const whole = readFileSync(file);
  for (const at of [0, 6, 7, 20, 30, whole.length - 1]) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    assert.is(read(open(root)), undefined, `byte ${at}`);
  }
  for (const other of [
    whole.subarray(1),
    whole.subarray(0, -1),
    Buffer.concat([whole, whole]),
    Buffer.alloc(0),
  ]) {
    writeFileSync(file, other);
    assert.is(read(open(root)), undefined);
  }
  writeFileSync(file, whole);
  assert.is(read(open(root)), 'content');
});

test('lies where tools keep such things, or beside the settings, and keeps itself out of the project', () => {
  const plain = folderWith({});
  open(plain).write('x', pieces('1'));
  assert.is(readFileSync(join(plain, '.feedwright/.gitignore'), 'utf8'), '*\n');
  const installed = folderWith({ 'node_modules/a/index.js': '' });
  open(installed).write('x', pieces('1'));
  assert.not.ok(existsSync(join(installed, '.feedwright')));
  assert.is(readdirSync(join(installed, 'node_modules/.cache/feedwright')).length, 2);
  const own = folderWith({ '.feedwright/.gitignore': '# mine\n' });
  open(own).write('x', pieces('1'));
  assert.is(readFileSync(join(own, '.feedwright/.gitignore'), 'utf8'), '# mine\n');
});

test('a folder that is a link to elsewhere, or a file, is left alone', () => {
  const [root, outside] = [folderWith({}), folderWith({})];
  symlinkSync(outside, join(root, '.feedwright'));
  open(root).write('x', pieces('1'));
  assert.equal(readdirSync(outside), []);
  const blocked = folderWith({ '.feedwright': 'a file' });
  open(blocked).write('x', pieces('1'));
  assert.is(readFileSync(join(blocked, '.feedwright'), 'utf8'), 'a file');
  assert.is(read(open(blocked)), undefined);
  const held = folderWith({});
  mkdirSync(join(held, '.feedwright'));
  open(held).write('x', pieces('1'));
  assert.is(read(open(held)), '1');
});

test.run();
