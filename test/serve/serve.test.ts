import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { listen } from '../support/listen.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, folderWith } from '../support/site-folder.js';

const test = suite('serving');
const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const url = 'https://example.org';

/** Starts the command, and waits for the words that it prints. */
function start(cwd: string, ...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [cli, 'serve', '--url', url, ...args], { cwd });
  test.after(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (let waited = 0; waited < 20_000; waited += 20) {
      const match = pattern.exec(printed);
      if (match) return match;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${pattern} was not printed: ${printed}`);
  };
  const end = () =>
    new Promise<number | null>((resolve) => {
      child.once('close', (code) => resolve(code));
      child.kill('SIGINT');
    });
  return { until, end, forget: () => (printed = '') };
}

test('builds, serves, watches, tells problems, and ends cleanly', async () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02' }, `[s](s.mp3) ${'Words. '.repeat(300)}\n`),
    's.mp3': Buffer.alloc(1000, 7),
    '../feedwright.lock': '',
  });
  const { until, end, forget } = start(cwd, '--port', '0');
  const [, origin = ''] = await until(/Serving (http:\/\/localhost:\d+)\//);
  const page = await fetch(`${origin}/a/`);
  const html = await page.text();
  assert.match(html, '<h1 class="p-name">A</h1>');
  assert.match(html, 'feedwright-reload.js');
  const feed = await fetch(`${origin}/rss.xml`);
  assert.is(feed.headers.get('content-type'), 'application/xml; charset=utf-8');
  for (const [path, encoding] of [
    ['rss.xml', 'gzip'],
    ['feed.json', 'gzip'],
    ['', 'gzip'],
    ['a/s.mp3', null],
  ]) {
    const sent = await fetch(`${origin}/${path}`, { headers: { 'accept-encoding': 'gzip' } });
    assert.is(sent.headers.get('content-encoding'), encoding, `${path}`);
    await sent.arrayBuffer();
  }
  assert.match(await feed.text(), `<link>${origin}/a/</link>`);
  const json = await fetch(`${origin}/feed.json`);
  assert.is(json.headers.get('content-type'), 'application/feed+json; charset=utf-8');
  await json.text();
  const etag = feed.headers.get('etag') ?? '';
  const port = new URL(origin).port;
  const modified = feed.headers.get('last-modified') ?? '';
  for (const encoding of ['gzip', 'identity']) {
    const known = (headers: Record<string, string>) =>
      statusOf('127.0.0.1', port, { host: 'localhost', 'accept-encoding': encoding, ...headers });
    assert.is(await known({ 'if-none-match': etag }), 304);
    assert.is(await known({ 'if-modified-since': modified }), 304);
    assert.is(await known({ 'if-none-match': '"other"', 'if-modified-since': modified }), 200);
    assert.is(await known({ 'if-modified-since': 'Thu, 02 Sep 2021 00:00:00 GMT' }), 200);
  }
  assert.match(feed.headers.get('vary') ?? '', 'Accept-Encoding');
  assert.is((await fetch(`${origin}/rss.xml`, { method: 'HEAD' })).status, 200);
  const moved = await fetch(`${origin}/a`, { redirect: 'manual' });
  assert.equal([moved.status, moved.headers.get('location')], [301, '/a/']);
  assert.is((await fetch(`${origin}/.feedwright.json`)).status, 404);
  const range = await fetch(`${origin}/a/s.mp3`, { headers: { range: 'bytes=10-19' } });
  assert.equal([range.status, (await range.arrayBuffer()).byteLength], [206, 10]);
  const missing = await fetch(`${origin}/gone/`);
  assert.is(missing.status, 404);
  assert.match(await missing.text(), 'This page does not exist');

  const events = await fetch(`${origin}/feedwright-events`);
  const reader = events.body?.getReader();
  const heard = async () => new TextDecoder().decode((await reader?.read())?.value);
  await heard();
  forget();
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'B', date: '2021-09-03' }));
  await until(/Built 2 articles/);
  assert.match(await heard(), '"reload":true');
  assert.is((await fetch(`${origin}/b/`)).status, 200);
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'B', date: 'soon' }));
  await until(/b\.md:3:7 error FW012/);
  assert.match(await heard(), 'b.md:3:7');
  assert.is((await fetch(`${origin}/b/`)).status, 200);
  await reader?.cancel();
  assert.is(await end(), 0);
  assert.not.ok(existsSync(join(cwd, 'dist')));
  assert.is(readFileSync(join(cwd, 'feedwright.lock'), 'utf8'), '');
});

/** The status of an answer at an address, to a request with these headers. */
function statusOf(
  address: string,
  port: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: address, port, path: '/rss.xml', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

test('answers for this machine only, and lives on after ranges that make no sense', async () => {
  const { until, end } = start(
    articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) }),
    '--port',
    '0',
  );
  const [, port = ''] = await until(/Serving http:\/\/localhost:(\d+)/);
  const ask = (headers: Record<string, string>) => statusOf('127.0.0.1', port, headers);
  for (const host of ['evil.example', `evil.example:${port}`, '10.0.0.1', 'localhost.evil.example'])
    assert.is(await ask({ host }), 421, host);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, 'site.localhost', `[::1]:${port}`])
    assert.is(await ask({ host }), 200, host);
  for (const range of ['bytes=5-2', 'bytes=-', 'bytes=a-b', 'x', 'bytes=0-1,5-6'])
    assert.is(await ask({ host: 'localhost', range }), 200, range);
  for (const range of ['bytes=0-1', 'bytes=0-0', 'bytes=5-', 'bytes=-5'])
    assert.is(await ask({ host: 'localhost', range }), 206, range);
  assert.is(await ask({ host: 'localhost', range: 'bytes=999999999-' }), 416);
  assert.is(await end(), 0);
});

test('takes a free port where the wished one is taken', async () => {
  const other = createServer();
  const port = await listen(other);
  const { until, end } = start(
    articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) }),
    '--port',
    String(port),
  );
  const [, taken] = await until(/Serving http:\/\/localhost:(\d+)\//);
  assert.not.equal(Number(taken), port);
  await until(new RegExp(`Port ${port} is in use`));
  assert.is(await end(), 0);
  other.close();
});

test('watches settings that were wrong when it began', async () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02' }),
    '../feedwright.config.yaml': 'titel: Typo\n',
  });
  const { until, end } = start(cwd, '--port', '0');
  const [, origin = ''] = await until(/Serving (http:\/\/localhost:\d+)\//);
  await until(/titel is not a setting/);
  writeFileSync(join(cwd, 'feedwright.config.yaml'), 'title: Mended\n');
  await until(/Built 1 article/);
  assert.match(await (await fetch(`${origin}/rss.xml`)).text(), '<title>Mended</title>');
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'B', date: '2021-09-02' }));
  await until(/Built 2 articles/);
  assert.is(await end(), 0);
});

test('serves to the network where that is asked for, and only under its own addresses', async () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  const { until, end } = start(cwd, '--port', '0', '--host', '0.0.0.0');
  const [, port = ''] = await until(/Serving http:\/\/localhost:(\d+)\/.*Press Ctrl-C/s);
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const own = interfaces.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  const name = own ?? 'localhost';
  await until(new RegExp(`Serving http://${name}:${port}/`));
  // What listens to one address alone does not hear another of the same machine.
  const elsewhere = '127.0.0.2';
  for (const host of [name, `${name}:${port}`, 'localhost', '127.0.0.1'])
    assert.is(await statusOf(elsewhere, port, { host }), 200, host);
  for (const host of ['evil.example', '0.0.0.0.evil.example', '203.0.113.7'])
    assert.is(await statusOf(elsewhere, port, { host }), 421, host);
  assert.is(await end(), 0);
});

test('notices what was missing when it began, and shows meanwhile what is wrong', async () => {
  const cwd = folderWith({ 'feedwright.config.yaml': 'title: T\ncss: own.css\n' });
  const { until, end } = start(cwd, '--port', '0');
  const [, origin = ''] = await until(/Serving (http:\/\/localhost:\d+)\//);
  await until(/no folder of articles|own\.css/);
  const answer = await fetch(`${origin}/any/`);
  assert.is(answer.status, 503);
  assert.match(await answer.text(), /own\.css|no folder of articles/);
  writeFileSync(join(cwd, 'own.css'), 'b {}');
  mkdirSync(join(cwd, 'articles'));
  writeFileSync(join(cwd, 'articles/a.md'), article({ title: 'A', date: '2021-09-02' }));
  await until(/Built 1 article/);
  assert.is((await fetch(`${origin}/a/`)).status, 200);
  assert.is(await end(), 0);
});

test('a host that is none is wrong usage', () => {
  const cwd = articlesFolder({});
  for (const host of ['nope.invalid', '203.0.113.5', 'http://localhost', '']) {
    const { code, err } = feedwright(['serve', '--url', url, '--port', '0', '--host', host], cwd);
    assert.is(code, 2, err);
    assert.match(err, /--host|Cannot listen on/);
  }
});

test.run();
