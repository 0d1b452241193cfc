/** The command: what people and programs are told, and what becomes of a publisher that is killed. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { brokenItems, manyArticles } from '../deploy/deployed-site.js';
import { listen } from '../support/listen.js';
import { s3Environment, startS3 } from '../support/s3-server.js';
import { article, articlesFolder } from '../support/site-folder.js';

const test = suite('feedwright publish');
const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const server = await startS3();
const settings = (more = '') => `{"url": "https://example.org", "title": "Example"${more}}`;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command while the store, which is in this process, answers. */
function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = s3Environment): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, NO_COLOR: '1', ...env },
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

function siteWith(files: Readonly<Record<string, string>>, more?: string): string {
  const cwd = articlesFolder(files);
  writeFileSync(join(cwd, 'feedwright.config.json'), settings(more));
  return cwd;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

test('builds, uploads, and says how much; again, that it is up to date', async () => {
  const cwd = siteWith(manyArticles(3));
  const args = ['publish', 's3://news/cli', '--build', '--endpoint', server.endpoint];
  const first = await run(cwd, args);
  assert.is(first.code, 0, first.err);
  assert.match(
    first.out,
    /^Uploaded \d+ files \([\d.]+ kB\) to s3:\/\/news\/cli\/: \d+ new, 0 unchanged; \d+ requests\n$/m,
  );
  const second = await run(cwd, args);
  assert.match(second.out, /^s3:\/\/news\/cli\/ is up to date: \d+ files\.\n$/m);
});

test('--json is one report, --invalidations paths for a CDN, --dry-run a list', async () => {
  const cwd = siteWith(manyArticles(3));
  const args = ['publish', 's3://news/json', '--build', '--endpoint', server.endpoint];
  const listed = await run(cwd, [...args, '--dry-run', '--quiet']);
  assert.is(listed.out, '');
  const { out: list } = await run(cwd, [...args, '--dry-run']);
  assert.match(list, /^new {6}article-0\/index\.html$/m);
  assert.match(list, /would be uploaded to s3:\/\/news\/json\//);
  const report = JSON.parse((await run(cwd, [...args, '--json'])).out);
  assert.is(report.ok, true);
  assert.ok(report.sent.some(({ path }: { path: string }) => path === 'rss.xml'));
  writeFileSync(join(cwd, 'articles/article-0.md'), article({ title: 'Other', date: '2026-01-01' }));
  const { out } = await run(cwd, [...args, '--invalidations']);
  assert.match(out, /^\/article-0\/\n\/article-0\/index\.html$/m);
  assert.ok(
    out.split('\n').every((line) => line === '' || line.startsWith('/')),
    out,
  );
  writeFileSync(join(cwd, 'articles/article-0.md'), article({ title: 'Third', date: '2026-01-01' }));
  await run(cwd, [...args, '--invalidations', 'paths.txt']);
  assert.match(readFileSync(join(cwd, 'paths.txt'), 'utf8'), /^\/rss\.xml$/m);
});

test('--notify tells the hub once what is published', async () => {
  const told: string[] = [];
  const hub = createServer(async (asked, answer) => {
    for await (const chunk of asked) told.push(String(chunk));
    answer.end();
  });
  const cwd = siteWith(manyArticles(2), `, "hub": "http://127.0.0.1:${await listen(hub)}/"`);
  const args = ['publish', 's3://news/notify', '--build', '--notify', '--endpoint', server.endpoint];
  assert.match((await run(cwd, args)).out, /was told of \d+ changed documents/);
  const count = told.length;
  assert.ok(count > 0);
  assert.match((await run(cwd, args)).out, /nobody was told/);
  assert.is(told.length, count);
});

for (const { what, args, env, says } of [
  { what: 'no target', args: [], says: /Published to where\?/ },
  { what: 'an unknown scheme', args: ['gs://news'], says: /cannot|Nothing can be published to gs:/ },
  { what: 'no bucket', args: ['s3:///news'], says: /names no bucket/ },
  { what: 'an endpoint that is none', args: ['s3://news', '--endpoint', 'nonsense'], says: /is no address/ },
  {
    what: 'a number that is none',
    args: ['s3://news', '--parallel', 'many'],
    says: /--parallel many is not a number/,
  },
  { what: 'no credentials', args: ['s3://news'], env: {}, says: /no credentials for the store/ },
  { what: 'its own output folder', args: ['dist/site'], says: /is the output folder, lies in it/ },
]) {
  test(`${what} is told, with exit code 2`, async () => {
    const cwd = siteWith(manyArticles(1));
    await run(cwd, ['build']);
    const { code, err } = await run(cwd, ['publish', ...args], env ?? s3Environment);
    assert.is(code, 2, err);
    assert.match(err, says);
  });
}

test('what was not built is not published', async () => {
  const cwd = siteWith(manyArticles(1));
  const { code, err } = await run(cwd, ['publish', 'elsewhere']);
  assert.is(code, 2);
  assert.match(err, /No site was built into .*dist/);
});

test('a folder gets the same files, and keeps those of others', async () => {
  const cwd = siteWith(manyArticles(3));
  const share = join(cwd, 'share');
  mkdirSync(join(share, 'article-0'), { recursive: true });
  writeFileSync(join(share, 'article-0/notes.txt'), 'mine');
  writeFileSync(join(share, 'rss.xml'), 'mine');
  const refused = await run(cwd, ['publish', 'share', '--build']);
  assert.is(refused.code, 1);
  assert.match(refused.err, /rss\.xml is in .*share already, and feedwright did not put it there/);
  assert.equal(filesIn(share), ['article-0/notes.txt', 'rss.xml']);
  await run(cwd, ['publish', 'share', '--adopt']);
  writeFileSync(
    join(cwd, 'articles/article-0.md'),
    article({ title: 'Draft', date: '2026-01-01', draft: true }),
  );
  const { out } = await run(cwd, ['publish', `file://${share}`, '--build']);
  assert.match(out, /1 deleted/);
  const ours = filesIn(share).filter(
    (path) => path !== 'article-0/notes.txt' && !path.startsWith('.feedwright'),
  );
  assert.equal(
    ours,
    filesIn(join(cwd, 'dist')).filter((path) => path !== '.feedwright.json'),
  );
  for (const path of ours)
    assert.equal(readFileSync(join(share, path)), readFileSync(join(cwd, 'dist', path)), path);
});

test('a link in a folder leads nothing out of it', async () => {
  const cwd = siteWith(manyArticles(1));
  mkdirSync(join(cwd, 'outside'));
  mkdirSync(join(cwd, 'share'));
  symlinkSync(join(cwd, 'outside'), join(cwd, 'share/article-0'));
  const { code, err } = await run(cwd, ['publish', 'share', '--build']);
  assert.is(code, 1);
  assert.match(err, /share\/article-0 is in the way: not a folder/);
  assert.equal(filesIn(join(cwd, 'outside')), []);
});

test('killed in the middle, it leaves nothing that stops the next run', async () => {
  const cwd = siteWith(manyArticles(6));
  await run(cwd, ['build']);
  const args = ['publish', 's3://news/killed', '--endpoint', server.endpoint, '--parallel', '2'];
  for (const at of [4, 9, 20]) {
    server.reset();
    const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...s3Environment } });
    const isGone = new Promise((resolve) => child.on('close', resolve));
    server.trouble = (number) => {
      if (number === at) child.kill('SIGKILL');
      return undefined;
    };
    await isGone;
    server.reset();
    assert.equal(brokenItems(await server.objects('killed/'), 'killed/'), [], `request ${at}`);
  }
  const { code, err } = await run(cwd, args);
  assert.is(code, 0, err);
  const keys = [...(await server.objects('killed/')).keys()].filter((key) => key.includes('-lock/'));
  assert.equal(keys, []);
});

test('Ctrl-C ends it in one line, and takes the lock away', async () => {
  const cwd = siteWith(manyArticles(6));
  await run(cwd, ['build']);
  const args = ['publish', 's3://news/ended', '--endpoint', server.endpoint, '--parallel', '2'];
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...s3Environment } });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  server.reset();
  server.trouble = (number) => {
    if (number === 9) child.kill('SIGINT');
    return undefined;
  };
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.is(code, 1);
  assert.match(err, /^error: Publishing was ended before it was done\.\n/);
  server.reset();
  const keys = [...(await server.objects('ended/')).keys()].filter((key) => key.includes('-lock/'));
  assert.equal(keys, []);
});

test.run();
