import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FolderStore } from '../../src/deploy/folder-store.js';
import { Session } from '../../src/deploy/session.js';
import { hashOfFile } from '../../src/platform/read-pieces.js';
import { shortened } from '../../src/publish/manifest.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('folder as a store');
const files = { 'a.txt': 'a', 'b/c.txt': 'cc', '.feedwright-unfinished/x': 'half' };

const storeWith = (content: Readonly<Record<string, string>> = files) =>
  new FolderStore(folderWith(content), new Session());

function built(text: string) {
  const file = join(folderWith({ built: text }), 'built');
  return { file, length: text.length, hash: shortened(hashOfFile(file)) };
}

async function listed(store: FolderStore, under: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of store.list(under)) paths.push(path);
  return paths.sort();
}

const refusal = (run: Promise<unknown>) => run.then(() => 'none', String);

test('reads a file, with a tag that changes with its content', async () => {
  const store = storeWith();
  const first = await store.read('a.txt');
  assert.is(first?.bytes.toString(), 'a');
  const tag = await store.put('a.txt', Buffer.from('b'), {});
  assert.is.not(tag, first?.etag);
  assert.is((await store.read('a.txt'))?.etag, tag);
  assert.is(await store.read('none'), undefined);
  assert.is(await store.read('b'), undefined);
});

test('writes only what is as it was read, where that is asked for', async () => {
  const store = storeWith();
  const { etag } = (await store.read('a.txt')) ?? {};
  await store.put('a.txt', Buffer.from('b'), {}, { etag });
  assert.match(
    await refusal(store.put('a.txt', Buffer.from('c'), {}, { etag })),
    /Another publisher changed/,
  );
  assert.match(
    await refusal(store.put('a.txt', Buffer.from('c'), {}, { etag: undefined })),
    /Another publisher/,
  );
  assert.is(readFileSync(join(store.name, 'a.txt'), 'utf8'), 'b');
  await store.put('new/deep.txt', Buffer.from('d'), {}, { etag: undefined });
  assert.is(readFileSync(join(store.name, 'new/deep.txt'), 'utf8'), 'd');
});

test('takes only files that are as they were built, and leaves nothing half written', async () => {
  const store = storeWith({});
  await store.upload('x/y.txt', built('text'));
  assert.is(readFileSync(join(store.name, 'x/y.txt'), 'utf8'), 'text');
  assert.is(store.traffic.bytesSent, 4);
  const changed = { ...built('text'), hash: 'another' };
  assert.match(await refusal(store.upload('x/z.txt', changed)), /x\/z\.txt has changed since the build/);
  assert.not.ok(existsSync(join(store.name, 'x/z.txt')));
  assert.not.ok(existsSync(join(store.name, '.feedwright-unfinished')));
});

test('lists files below a path, but for those that are half written', async () => {
  const store = storeWith();
  assert.equal(await listed(store, ''), ['a.txt', 'b/c.txt']);
  assert.equal(await listed(store, 'b/'), ['b/c.txt']);
  assert.equal(await listed(store, 'a'), ['a.txt']);
  assert.equal(await listed(store, 'none/'), []);
});

test('finds what stands at a path: a file, a folder, a link that leads nowhere', async () => {
  const store = storeWith();
  symlinkSync('nowhere', join(store.name, 'link'));
  const found = await store.findExisting(['a.txt', 'b', 'link', 'none', 'b/none']);
  assert.equal(
    found.map(({ path }) => path),
    ['a.txt', 'b', 'link'],
  );
});

test('knows whether a file has the content of another', async () => {
  const store = storeWith({ 'a.txt': 'text' });
  const [object] = await store.findExisting(['a.txt']);
  assert.ok(object);
  assert.is(await store.isSame(object, built('text')), true);
  assert.is(await store.isSame(object, built('tent')), false);
  assert.is(await store.isSame(object, built('longer')), false);
});

test('deletes files, and the folders that become empty by that', async () => {
  const store = storeWith({ 'a/b/c.txt': '', 'a/d.txt': '' });
  await store.remove(['a/b/c.txt', 'a/none.txt']);
  assert.not.ok(existsSync(join(store.name, 'a/b')));
  assert.ok(existsSync(join(store.name, 'a/d.txt')));
  await store.tidy();
  await store.remove(['a/d.txt']);
  assert.not.ok(existsSync(join(store.name, 'a')));
  assert.ok(existsSync(store.name));
});

test('what was left half written is gone after tidying', async () => {
  const store = storeWith();
  await store.tidy();
  assert.not.ok(existsSync(join(store.name, '.feedwright-unfinished')));
  assert.ok(existsSync(join(store.name, 'a.txt')));
});

test('links and folders are neither replaced nor followed', async () => {
  const store = storeWith({ 'outside/keep.txt': 'theirs' });
  mkdirSync(join(store.name, 'top/folder.txt'), { recursive: true });
  symlinkSync(join(store.name, 'outside'), join(store.name, 'top/link'));
  writeFileSync(join(store.name, 'top/file'), '');
  for (const [path, says] of [
    ['top/link', /a folder or link/],
    ['top/folder.txt', /a folder or link/],
    ['top/link/keep.txt', /top\/link is in the way: not a folder/],
    ['top/file/a.txt', /top\/file is in the way: not a folder/],
  ] as const)
    assert.match(await refusal(store.put(path, Buffer.from('ours'), {})), says);
  assert.match(await refusal(store.remove(['top/link/keep.txt'])), /in the way/);
  assert.is(readFileSync(join(store.name, 'outside/keep.txt'), 'utf8'), 'theirs');
});

test('what the disk refuses is told with the folder', async () => {
  const store = new FolderStore('/proc/nope', new Session());
  assert.match(await refusal(store.put('a', Buffer.from('a'), {})), /\/proc\/nope cannot be used: /);
});

test.run();
