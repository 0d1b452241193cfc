import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FolderStore } from '../../src/deploy/folder-store.js';
import { StoreLock } from '../../src/deploy/store-lock.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('lock of a store');
const timing = { beat: 20, silence: 300 };
const foreign = '.feedwright-lock/0123456789ab-77-00ff00ff00ff';

async function locksIn(store: FolderStore): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of store.list('.feedwright-lock/')) paths.push(path);
  return paths;
}

/** What somebody is told who wants the lock; nothing where it was given. */
async function refusal(store: FolderStore): Promise<string | undefined> {
  try {
    await (await StoreLock.acquire(store, timing)).release();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

test('is there while it is held, and leaves nothing', async () => {
  const store = new FolderStore(folderWith({}));
  const lock = await StoreLock.acquire(store, timing);
  assert.is((await locksIn(store)).length, 1);
  // Long enough for signs of life, one of which may be on its way.
  await wait(50);
  await lock.release();
  await wait(50);
  assert.equal(await locksIn(store), []);
});

test('a living publisher keeps others out', async () => {
  const store = new FolderStore(folderWith({}));
  const lock = await StoreLock.acquire(store, timing);
  assert.match((await refusal(store)) ?? '', /Another publisher is at work/);
  assert.is((await locksIn(store)).length, 1);
  lock.requireHeld();
  await lock.release();
  assert.is(await refusal(store), undefined);
});

test('that of a dead one on another machine is taken over after its silence', async () => {
  const folder = folderWith({ [foreign]: '{}' });
  const began = performance.now();
  assert.is(await refusal(new FolderStore(folder)), undefined);
  assert.ok(performance.now() - began >= timing.silence / 2);
  assert.equal(await locksIn(new FolderStore(folder)), []);
});

test('that of a living one on another machine is told apart by its signs of life', async () => {
  const folder = folderWith({ [foreign]: '{}' });
  const alive = setInterval(() => writeFileSync(join(folder, foreign), '{}'), 10);
  try {
    assert.match((await refusal(new FolderStore(folder))) ?? '', /Another publisher is at work/);
  } finally {
    clearInterval(alive);
  }
});

test('other objects beside the locks are none', async () => {
  const folder = folderWith({ '.feedwright-lock/README': 'mine' });
  assert.is(await refusal(new FolderStore(folder)), undefined);
  assert.equal(await locksIn(new FolderStore(folder)), ['.feedwright-lock/README']);
});

test('a store that does not list what was written is refused', async () => {
  class LateStore extends FolderStore {
    override async *list(): AsyncGenerator<never> {}
  }
  assert.match((await refusal(new LateStore(folderWith({})))) ?? '', /does not list what was just written/);
});

test('who showed no sign of life for long must not go on', async () => {
  const store = new FolderStore(folderWith({}));
  const lock = await StoreLock.acquire(store, { beat: 1000, silence: 30 });
  lock.requireHeld();
  await wait(40);
  assert.throws(() => lock.requireHeld(), /showed no sign of life for too long/);
  await lock.release();
});

test.run();
