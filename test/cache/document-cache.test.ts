import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CacheFolder } from '../../src/cache/cache-folder.js';
import { DocumentCache } from '../../src/cache/document-cache.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('what documents were made of');

/** A folder with a document that was remembered, opened anew. */
function remembered() {
  const root = folderWith({ 'dist/a.html': 'text' });
  const open = () => new DocumentCache(new CacheFolder(root, 'dist', 'k'.repeat(40)), join(root, 'dist'));
  const first = open();
  first.remember(
    new Map([
      ['a.html', 'k1'],
      ['gone.html', 'k2'],
    ]),
  );
  first.save();
  return { root, open, file: join(root, 'dist/a.html') };
}

test('a document that would be made of the same, and that nobody touched, is known with its size', () => {
  const { open } = remembered();
  const cache = open();
  assert.is(cache.sizeOfSame('a.html', 'k1'), 4);
  assert.is(cache.sizeOfSame('a.html', 'k2'), undefined, 'made of something else');
  assert.is(cache.sizeOfSame('a.html', '1'), undefined, 'the end of a key is none');
  assert.is(cache.sizeOfSame('b.html', 'k1'), undefined, 'another document');
  assert.is(cache.sizeOfSame('gone.html', 'k2'), undefined, 'a file that was never there');
});

test('a document that somebody touched, replaced or deleted has to be made', () => {
  for (const change of [
    (file: string) => writeFileSync(file, 'others'),
    (file: string) => utimesSync(file, 1000, 1000),
    (file: string) => {
      rmSync(file);
      writeFileSync(file, 'text');
    },
    (file: string) => rmSync(file),
  ]) {
    const { open, file } = remembered();
    change(file);
    assert.is(open().sizeOfSame('a.html', 'k1'), undefined, String(change));
  }
});

test('what was asked for is remembered for the build after, too', () => {
  const { open } = remembered();
  const second = open();
  second.sizeOfSame('a.html', 'k1');
  assert.ok(second.fingerprintOf('a.html'));
  assert.is(second.fingerprintOf('b.html'), undefined);
  second.save();
  assert.is(open().sizeOfSame('a.html', 'k1'), 4);
});

test.run();
