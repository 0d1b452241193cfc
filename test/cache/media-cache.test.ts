import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CacheFolder } from '../../src/cache/cache-folder.js';
import { MediaCache } from '../../src/cache/media-cache.js';
import { FileTracker, fingerprintOf } from '../../src/platform/fingerprints.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('what recordings said');

/** A cache that knows two recordings, of which the second has a cover. */
function stored() {
  const root = folderWith({ 'a.mp3': 'one', 'b.mp3': 'two' });
  const open = () => new MediaCache(new CacheFolder(root, 'dist', 'k'.repeat(40)));
  const file = (name: string) => join(root, name);
  const first = open();
  first.put(file('a.mp3'), fingerprintOf(statSync(file('a.mp3'))), { info: { duration: 1 } }, undefined);
  const cover = { info: { duration: 2 }, cover: 'c0ffee' };
  first.put(file('b.mp3'), fingerprintOf(statSync(file('b.mp3'))), cover, Buffer.from('picture'));
  first.save();
  const covers = () => readdirSync(join(root, '.feedwright')).filter((name) => name.includes('cover-'));
  return { root, open, file, covers };
}
const durations = (cache: MediaCache, files: readonly string[]) =>
  files.map((file) => cache.get(file, new FileTracker())?.info.duration);

test('is known where the file is as it was', () => {
  const { open, file } = stored();
  const files = [file('a.mp3'), file('b.mp3'), file('c.mp3')];
  assert.equal(durations(open(), files), [1, 2, undefined]);
  writeFileSync(file('a.mp3'), 'longer');
  assert.equal(durations(open(), files), [undefined, 2, undefined]);
  rmSync(file('b.mp3'));
  assert.equal(durations(open(), files), [undefined, undefined, undefined]);
});

test('a recording whose cover is lost is read again', () => {
  const { root, open, file, covers } = stored();
  assert.is(open().cover('c0ffee')?.toString(), 'picture');
  for (const name of covers()) rmSync(join(root, '.feedwright', name));
  assert.equal(durations(open(), [file('a.mp3'), file('b.mp3')]), [1, undefined]);
});

test('what nobody asked for is forgotten, and what is the same is not written again', () => {
  const { open, file } = stored();
  const one = open();
  assert.equal(durations(one, [file('b.mp3')]), [2]);
  one.save();
  assert.equal(durations(open(), [file('a.mp3'), file('b.mp3')]), [undefined, 2]);
  const none = open();
  none.save();
  assert.equal(durations(open(), [file('b.mp3')]), [undefined]);
});

test.run();
