/** What a file looked like, and whether it still does. */
import { rmSync, type Stats, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FileTracker, fingerprintOf, isFresh } from '../../src/platform/fingerprints.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('fingerprints');

test('a file is another one by its size, its moments, or that it is there', () => {
  const stats = { size: 1, mtimeMs: 2, ctimeMs: 3 };
  const of = (more: Partial<typeof stats>) => fingerprintOf({ ...stats, ...more } as Stats);
  assert.is(of({}), of({}));
  const others = [of({ size: 9 }), of({ mtimeMs: 2.5 }), of({ ctimeMs: 3.001 }), fingerprintOf(undefined)];
  assert.is(new Set([of({}), ...others]).size, 5);
});

test('a tracker notes what it looks at, whoever is above it too, and sees what changed', () => {
  const root = folderWith({ a: '1', b: '2' });
  const file = (name: string) => join(root, name);
  const above = new FileTracker();
  const own = new FileTracker(above);
  assert.is(own.stat(file('a'))?.size, 1);
  assert.is(own.stat(file('none')), undefined);
  assert.is(own.stat(join(file('a'), 'below')), undefined);
  assert.equal([...own.tracked.keys()], [file('a'), file('none'), join(file('a'), 'below')]);
  assert.equal([...above.tracked], [...own.tracked]);
  const holds = () => new FileTracker().areUnchanged(own.tracked);
  assert.ok(holds());
  writeFileSync(file('none'), 'now');
  assert.not.ok(holds());
  rmSync(file('none'));
  assert.ok(holds());
  utimesSync(file('a'), 1, 1);
  assert.not.ok(holds());
});

test('what depends on a history is never the same', () => {
  const files = new FileTracker();
  files.addHistory('history of a');
  assert.not.ok(new FileTracker().areUnchanged(files.tracked));
  const other = new FileTracker();
  other.add(files.tracked);
  assert.equal([...other.tracked.keys()], ['history of a']);
});

test('a file that changed just now could change again and look the same', () => {
  const at = (mtimeMs: number, ctimeMs: number) => isFresh({ mtimeMs, ctimeMs } as Stats, 100_000);
  assert.ok(at(99_990.5, 1) && at(1.5, 99_990.5) && at(100_000.5, 1));
  assert.not.ok(at(99_979.5, 99_979.5));
  // Whole seconds are those of a disk that counts in them.
  assert.ok(at(99_000, 99_000) && at(1000, 99_000));
  assert.not.ok(at(98_000, 98_000));
  assert.not.ok(at(99_000, 99_000.5));
});

test.run();
