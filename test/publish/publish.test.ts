import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build, PublishError } from '../../src/index.js';
import { ownPath } from '../../src/platform/output-path.js';
import { textDocument } from '../../src/publish/document.js';
import { Publisher } from '../../src/publish/publisher.js';
import { BackgroundWorker } from '../../src/workers/background-worker.js';
import { article, articlesFolder, buildFiles, folderWith, now } from '../support/site-folder.js';

const test = suite('publishing');
const page = (path: string, text: string) => textDocument(ownPath(path), 'text/html', text);
function publishPages(documents: readonly ReturnType<typeof page>[], out: string) {
  const publisher = new Publisher(out, false, new BackgroundWorker());
  for (const document of documents) publisher.add(document);
  return publisher.finish({ assets: [], feeds: [] }).files;
}
const changes = (files: readonly { path: string; change: string }[]) =>
  files.map(({ path, change }) => `${path} ${change}`);

test('new, changed and unchanged files; what did not change is not touched', () => {
  const out = join(folderWith({}), 'dist');
  assert.equal(changes(publishPages([page('a.html', '1'), page('b/c.html', '2')], out)), [
    'a.html new',
    'b/c.html new',
  ]);
  const old = new Date('2001-01-01');
  utimesSync(join(out, 'a.html'), old, old);
  assert.equal(changes(publishPages([page('a.html', '1'), page('b/c.html', '3')], out)), [
    'a.html unchanged',
    'b/c.html changed',
  ]);
  assert.is(statSync(join(out, 'a.html')).mtime.getTime(), old.getTime());
  assert.is(readFileSync(join(out, 'b/c.html'), 'utf8'), '3');
});

test('where nothing changed, nothing is written, the manifest neither', () => {
  const out = join(folderWith({}), 'dist');
  publishPages([page('a.html', '1')], out);
  const manifest = join(out, '.feedwright.json');
  const before = statSync(manifest);
  publishPages([page('a.html', '1')], out);
  assert.equal([statSync(manifest).ino, statSync(manifest).mtimeMs], [before.ino, before.mtimeMs]);
  publishPages([page('a.html', '2')], out);
  assert.not.equal(statSync(manifest).ino, before.ino);
});

test('what somebody changed or deleted is put right, though nothing of the site changed', () => {
  const out = join(folderWith({}), 'dist');
  const pages = [page('a.html', '1'), page('b.html', '2')];
  publishPages(pages, out);
  writeFileSync(join(out, 'a.html'), 'changed');
  assert.equal(changes(publishPages(pages, out)), ['a.html changed', 'b.html unchanged']);
  assert.is(readFileSync(join(out, 'a.html'), 'utf8'), '1');
  rmSync(join(out, 'b.html'));
  assert.equal(changes(publishPages(pages, out)), ['a.html unchanged', 'b.html new']);
  assert.is(readFileSync(join(out, 'b.html'), 'utf8'), '2');
});

test('a document in XML that a parser could not read is refused, and nothing is published', () => {
  const out = join(folderWith({}), 'dist');
  const feed = textDocument(ownPath('rss.xml'), 'application/rss+xml', '<a>\u0001</a>');
  assert.throws(
    () => publishPages([feed], out),
    (error: unknown) =>
      error instanceof PublishError && /rss\.xml has characters that XML does not allow/.test(error.message),
  );
});

test('a file where a folder was is no part of the site, and one in the place of a folder is named', () => {
  const out = folderWith({ a: 'mine' });
  assert.throws(
    () => publishPages([page('a/b.html', '1')], out),
    (error: unknown) =>
      error instanceof PublishError &&
      /in the way|EEXIST|file stands/i.test(`${error.message} ${JSON.stringify(error.problems)}`),
  );
  assert.is(readFileSync(join(out, 'a'), 'utf8'), 'mine');
});

test('what hosts alone read has no compressed copy', async () => {
  const report = await buildFiles(
    { 'a.md': article({ title: 'A', date: '2021-09-02' }) },
    { precompress: true, hosting: 'netlify' },
  );
  const paths = report.files.map(({ path }) => path);
  assert.ok(paths.includes('_headers') && paths.includes('rss.xml.gz') && paths.includes('index.html.br'));
  for (const path of ['_headers.gz', '_headers.br', '_redirects.gz'])
    assert.not.ok(paths.includes(path), path);
});

test('files of articles have their media types, and an unknown one is bytes', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2021-09-02' }, '![p](p.png) [d](d.xyz)\n'),
    'p.png': 'x',
    'd.xyz': 'y',
  };
  const report = await buildFiles(files, { assets: ['xyz'] });
  const types = Object.fromEntries(report.files.map(({ path, mediaType }) => [path, mediaType]));
  assert.equal([types['a/p.png'], types['a/d.xyz']], ['image/png', 'application/octet-stream']);
});

test('what is no longer part of the site goes, files of others stay', () => {
  const out = join(folderWith({}), 'dist');
  publishPages([page('old/deep/a.html', '1'), page('b.html', '2')], out);
  writeFileSync(join(out, 'CNAME'), 'example.org');
  publishPages([page('b.html', '2')], out);
  assert.equal(readdirSync(out).sort(), ['.feedwright.json', 'CNAME', 'b.html']);
});

test("a file of somebody else's in the way is named, and nothing is changed", () => {
  const out = folderWith({ 'rss.xml': 'mine', 'dir.html/x': '' });
  try {
    publishPages([page('a.html', '1'), page('rss.xml', 'ours'), page('dir.html', 'ours')], out);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, PublishError);
    assert.is((error as PublishError).problems.length, 2);
    assert.match((error as Error).message, /rss\.xml is in the way/);
  }
  assert.equal(readdirSync(out).sort(), ['dir.html', 'rss.xml']);
  assert.is(readFileSync(join(out, 'rss.xml'), 'utf8'), 'mine');
});

test('two documents for one place are told, also where they differ in capital letters only', () => {
  const out = folderWith({});
  assert.throws(() => publishPages([page('a.html', '1'), page('A.html', '2')], out), /published twice/);
  assert.equal(readdirSync(out), []);
});

test('a manifest that was tampered with deletes nothing elsewhere', () => {
  const root = folderWith({ 'precious.txt': 'x' });
  const out = join(root, 'dist');
  mkdirSync(out);
  writeFileSync(
    join(out, '.feedwright.json'),
    JSON.stringify({ version: 1, files: ['../precious.txt', '/etc/x'] }),
  );
  publishPages([page('a.html', '1')], out);
  assert.ok(existsSync(join(root, 'precious.txt')));
});

test('an error in one article leaves what was published as it was', async () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-01-01' }) });
  const request = { cwd, url: 'https://example.org', now };
  await build(request);
  const before = readFileSync(join(cwd, 'dist/rss.xml'), 'utf8');
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'B', date: 'someday' }));
  writeFileSync(join(cwd, 'articles/c.md'), article({ title: 'C', date: '2021-01-02' }));
  const { ok, files } = await build(request);
  assert.equal([ok, files], [false, []]);
  assert.is(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), before);
});

test('without writing, everything is rendered and the disk left alone', async () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-01-01' }) });
  const { ok, files } = await build({ cwd, url: 'https://example.org', now, write: false });
  assert.ok(
    ok &&
      files.some(
        ({ path, bytes, mediaType }) =>
          path === 'rss.xml' && bytes > 500 && mediaType === 'application/rss+xml',
      ),
  );
  assert.not.ok(existsSync(join(cwd, 'dist')));
});

test('what a build leaves that is killed while it takes over a lock is cleared away', async () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  const dist = join(cwd, 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, '.feedwright-busy-4711'), '{"pid": 4711, "host": "here"}');
  assert.ok((await build({ cwd, url: 'https://example.org', now })).ok);
  assert.equal(
    readdirSync(dist).filter((name) => name.startsWith('.feedwright-')),
    [],
  );
});

test.run();
