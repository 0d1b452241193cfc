import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importArticles } from '../../src/import/import-articles.js';
import { Loader } from '../../src/import/load-document.js';
import { isPrivateAddress } from '../../src/import/private-address.js';
import { filesIn } from '../attacks/attack.js';
import { listen } from '../support/listen.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('loading what is imported');

/** Answers on this machine while something is done. */
async function withServer<T>(answer: RequestListener, act: (port: number) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  const port = await listen(server, '0.0.0.0');
  try {
    return await act(port);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** This machine by an address that stands for a public one here, and by one that stands for a private one. */
const [publicAddress, privateAddress] = ['127.0.0.2', '127.0.0.3'];
const loader = () => new Loader(1_000_000, (address) => address !== publicAddress);

const feed = (more: object = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: [{ id: '1', title: 'A', content_text: 'Text', date_published: '2021-09-02T00:00:00Z' }],
    ...more,
  });

test('a document that is too large once it is decompressed is refused', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  assert.ok(bomb.length < 100_000);
  const refused = withServer(
    (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    (port) => loader().load(`http://${publicAddress}:${port}/`),
  );
  await refused.then(assert.unreachable, (error) => assert.match(String(error), 'more than 1 MB'));
  const file = join(folderWith({ 'a.xml': Buffer.alloc(2_000_000) }), 'a.xml');
  await loader()
    .load(file)
    .then(assert.unreachable, (error) => assert.match(String(error), 'more than 1 MB'));
});

test('what was compressed on the way is decompressed', async () => {
  const text = await withServer(
    (request, response) => {
      assert.match(request.headers['accept-encoding'] ?? '', 'gzip');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('\ufeffЗдоровье'));
    },
    (port) => loader().load(`http://${publicAddress}:${port}/`),
  );
  assert.is(text, 'Здоровье');
});

test('what was compressed twice is decompressed twice, and what is compressed in another way is told', async () => {
  const load = (coding: string, body: Buffer, status = 200) =>
    withServer(
      (_request, response) => response.writeHead(status, { 'content-encoding': coding }).end(body),
      (port) => loader().load(`http://${publicAddress}:${port}/`),
    );
  assert.is(await load('gzip, gzip', gzipSync(gzipSync('twice'))), 'twice');
  assert.is(await load('identity', Buffer.from('plain'), 203), 'plain');
  await load('zstd', Buffer.from('x')).then(assert.unreachable, (error) =>
    assert.match(String(error), 'a way that is not known: zstd'),
  );
});

for (const place of [privateAddress, 'localhost', '[::ffff:127.0.0.3]']) {
  test(`a public address does not send on to ${place}`, async () => {
    const refused = withServer(
      ({ headers: { host = '' }, url }, response) => {
        if (!host.startsWith(publicAddress)) response.end('secret');
        else response.writeHead(302, { location: `http://${place}:${host.split(':')[1]}${url}` }).end();
      },
      (port) => loader().load(`http://${publicAddress}:${port}/`),
    );
    await refused.then(assert.unreachable, (error) => assert.match(String(error), 'led to the private one'));
  });
}

test('a private address may send on to another, and a public one to a public one', async () => {
  for (const address of [publicAddress, privateAddress]) {
    const text = await withServer(
      ({ url }, response) =>
        url === '/' ? response.writeHead(301, { location: '/b' }).end() : response.end('text'),
      (port) => loader().load(`http://${address}:${port}/`),
    );
    assert.is(text, 'text');
  }
});

test('sending on without end, to a file, or with an error is told', async () => {
  for (const [status, location, words] of [
    [302, '/', 'too many redirects'],
    [302, 'file:///etc/passwd', 'redirects to file:'],
    [500, '/', 'answered 500'],
  ] as const) {
    const refused = withServer(
      (_request, response) => response.writeHead(status, { location }).end(),
      (port) => loader().load(`http://${publicAddress}:${port}/`),
    );
    await refused.then(assert.unreachable, (error) => assert.match(String(error), words));
  }
});

test('the next document of a feed is not a private one, nor a file, and nothing is written then', async () => {
  for (const next of [`http://${privateAddress}:PORT/b`, 'file:///etc/passwd']) {
    const articles = join(folderWith({}), 'articles');
    const done = withServer(
      ({ headers: { host = '' } }, response) =>
        response.end(feed({ next_url: next.replace('PORT', host.split(':')[1] ?? '') })),
      (port) =>
        importArticles(
          { from: `http://${publicAddress}:${port}/`, cwd: articles, articles, language: 'en' },
          loader(),
        ),
    );
    if (next.startsWith('file:')) {
      assert.is((await done).written.length, 1);
      continue;
    }
    await done.then(
      () => assert.unreachable(),
      (error) => assert.match(String(error), 'led to the private one'),
    );
    assert.throws(() => filesIn(articles), /ENOENT/);
  }
});

test('addresses that the Internet does not know are private', () => {
  const known = '8.8.8.8 93.184.216.34 172.32.0.1 100.128.0.1 2606:4700::1111 2001:4860:4860::8888'.split(
    ' ',
  );
  const unknown =
    '127.0.0.1 127.255.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fd00::1 ff02::1 ::ffff:10.0.0.1 64:ff9b::10.0.0.1 ::ffff:7f00:3 64:ff9b::a00:1'.split(
      ' ',
    );
  assert.equal(known.filter(isPrivateAddress), []);
  assert.equal(
    unknown.filter((address) => !isPrivateAddress(address)),
    [],
  );
});

test.run();
