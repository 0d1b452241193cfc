import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CacheFolder } from '../../src/cache/cache-folder.js';
import { LineStore } from '../../src/cache/line-store.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('lines by their keys');
const bytes = (text: string) => () => [Buffer.from(text)];

/** A store in a folder of its own, which can be opened again; with lines k0 to k99. */
function stored(count = 100) {
  const root = folderWith({});
  const open = (key = 'k'.repeat(40)) => new LineStore(new CacheFolder(root, 'dist', key), 'things');
  const first = open();
  for (let index = 0; index < count; index += 1) first.put(`k${index}`, bytes(`v${index}\tx`));
  first.save();
  return { open };
}
const keepAll = (store: LineStore, count = 100) => {
  for (let index = 0; index < count; index += 1) store.keep(`k${index}`);
};
const textOf = (store: LineStore, key: string) => store.get(key)?.toString();

test('what was put is there the next time, under its key alone', () => {
  const { open } = stored();
  const store = open();
  assert.equal(
    [textOf(store, 'k0'), textOf(store, 'k99'), textOf(store, 'k100')],
    ['v0\tx', 'v99\tx', undefined],
  );
  assert.is(store.isEmpty, false);
  const other = open('o'.repeat(40));
  assert.equal([other.isEmpty, textOf(other, 'k0')], [true, undefined]);
});

test('what is neither kept nor put is forgotten', () => {
  const { open } = stored();
  const store = open();
  for (let index = 0; index < 50; index += 1) store.keep(`k${index}`);
  store.save();
  const next = open();
  assert.equal([textOf(next, 'k49'), textOf(next, 'k50')], ['v49\tx', undefined]);
});

test('a line that is put goes before the one that was kept, time after time', () => {
  const { open } = stored();
  for (const value of ['first', 'second', 'third']) {
    const store = open();
    keepAll(store);
    store.put('k7', bytes(value));
    store.save();
    const next = open();
    assert.equal([textOf(next, 'k7'), textOf(next, 'k8')], [value, 'v8\tx']);
  }
});

test('where nothing is new, everything stays, the recent lines too', () => {
  const { open } = stored();
  const store = open();
  keepAll(store);
  store.put('k7', bytes('new'));
  store.save();
  const same = open();
  keepAll(same);
  same.save();
  const next = open();
  assert.equal([textOf(next, 'k7'), textOf(next, 'k99')], ['new', 'v99\tx']);
});

test('where much is new, all of it is written anew', () => {
  const { open } = stored();
  const store = open();
  keepAll(store);
  for (let index = 0; index < 60; index += 1) store.put(`k${index}`, bytes(`w${index}`));
  store.save();
  const next = open();
  assert.equal([textOf(next, 'k0'), textOf(next, 'k59'), textOf(next, 'k60')], ['w0', 'w59', 'v60\tx']);
});

test.run();
