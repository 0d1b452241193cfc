import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FolderStore } from '../../src/deploy/folder-store.js';
import { Session } from '../../src/deploy/session.js';
import { StoreLock } from '../../src/deploy/store-lock.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('lock of a store');
const timing = { heartbeat: 20, expiry: 300 };
const foreign = '.feedwright-lock/0123456789ab-77-00ff00ff00ff';

const storeIn = (folder: string) => new FolderStore(folder, new Session());

async function locksIn(store: FolderStore): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of store.list('.feedwright-lock/')) paths.push(path);
  return paths;
}

/** What somebody is told who wants the lock; nothing where it was given. */
async function refusal(store: FolderStore): Promise<string | undefined> {
  try {
    await (await StoreLock.acquire(store, new Session(), timing)).release();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

test('is there while it is held, and leaves nothing', async () => {
  const store = storeIn(folderWith({}));
  const lock = await StoreLock.acquire(store, new Session(), timing);
  assert.is((await locksIn(store)).length, 1);
  // Long enough for signs of life, one of which may be on its way.
  await wait(50);
  await lock.release();
  await wait(50);
  assert.equal(await locksIn(store), []);
});

test('a living publisher keeps others out', async () => {
  const store = storeIn(folderWith({}));
  const lock = await StoreLock.acquire(store, new Session(), timing);
  assert.match((await refusal(store)) ?? '', /Another publish run is using/);
  assert.is((await locksIn(store)).length, 1);
  await lock.release();
  assert.is(await refusal(store), undefined);
});

test('that of a dead one on another machine is taken over after its silence', async () => {
  const folder = folderWith({ [foreign]: '{}' });
  const began = performance.now();
  assert.is(await refusal(storeIn(folder)), undefined);
  assert.ok(performance.now() - began >= timing.expiry / 2);
  assert.equal(await locksIn(storeIn(folder)), []);
});

test('that of a living one on another machine is told apart by its signs of life', async () => {
  const folder = folderWith({ [foreign]: '{}' });
  const alive = setInterval(() => writeFileSync(join(folder, foreign), '{}'), 10);
  try {
    assert.match((await refusal(storeIn(folder))) ?? '', /Another publish run is using/);
  } finally {
    clearInterval(alive);
  }
});

test('other objects beside the locks are none', async () => {
  const folder = folderWith({ '.feedwright-lock/README': 'mine' });
  assert.is(await refusal(storeIn(folder)), undefined);
  assert.equal(await locksIn(storeIn(folder)), ['.feedwright-lock/README']);
});

test('a store that does not list what was written is refused', async () => {
  class LateStore extends FolderStore {
    override async *list(): AsyncGenerator<never> {}
  }
  assert.match(
    (await refusal(new LateStore(folderWith({}), new Session()))) ?? '',
    /does not list what was just written/,
  );
});

test('one dated in the future is watched, and taken over when nothing happens', async () => {
  const folder = folderWith({ [foreign]: '{}' });
  const later = new Date(Date.now() + 1e9);
  utimesSync(join(folder, foreign), later, later);
  assert.is(await refusal(storeIn(folder)), undefined);
});

test('a publisher that slept is not awake again, though another one may not have come', async () => {
  const session = new Session();
  const store = new FolderStore(folderWith({}), session);
  const lock = await StoreLock.acquire(store, session, timing);
  session.requireActive();
  // As after a sleep of the machine: the timers of the heartbeats did not run, and the time has passed.
  session.extend(Date.now() - 1);
  assert.throws(() => session.requireActive(), /was not renewed in time/);
  await wait(60);
  assert.throws(() => session.requireActive(), /was not renewed in time/);
  await lock.release();
  assert.equal(await locksIn(storeIn(store.name)), []);
});

test('who is interrupted may take the lock away, and nothing else', async () => {
  const interrupted = new AbortController();
  const session = new Session(interrupted.signal);
  const store = new FolderStore(folderWith({}), session);
  const lock = await StoreLock.acquire(store, session, timing);
  interrupted.abort();
  const refused = await store.put('a', Buffer.from('a'), {}).catch(String);
  assert.match(String(refused), /Publishing was interrupted/);
  await lock.release();
  assert.equal(await locksIn(storeIn(store.name)), []);
});

test.run();
