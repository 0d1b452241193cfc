import { createServer, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { notifyService, rssCloud, webSubHub } from '../../src/notify/notify-service.js';
import { listen } from '../support/listen.js';

const test = suite('telling one service');
const feed = 'https://example.org/rss.xml?a=1&b=2';

/** Tells a server that answers so; gives why it was not told, and what it was asked. */
async function tell(answer: RequestListener, patience = { timeout: 5000, pauses: [1, 2] }) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['content-type']} ${await text(request)}`);
    answer(request, response);
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  try {
    return { failure: await notifyService(webSubHub(`${origin}/hub`), feed, patience), asked };
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

test('a hub is told with a form of what changed', async () => {
  const { failure, asked } = await tell((_, response) => response.writeHead(204).end());
  assert.is(failure, undefined);
  const form =
    'hub.mode=publish&hub.topic=https%3A%2F%2Fexample.org%2Frss.xml%3Fa%3D1%26b%3D2&hub.url=https%3A%2F%2Fexample.org%2Frss.xml%3Fa%3D1%26b%3D2';
  assert.match(asked[0] ?? '', 'POST /hub application/x-www-form-urlencoded');
  const sent = new URLSearchParams((asked[0] ?? '').split(' ').at(-1));
  const wanted = new URLSearchParams(form);
  for (const name of ['hub.mode', 'hub.url']) assert.is(sent.get(name), wanted.get(name));
});

test('an rssCloud server is told at its ping', () => {
  const service = rssCloud('https://cloud.example/pleaseNotify?x');
  assert.equal(
    [service.name, service.url, service.form(feed)],
    ['rssCloud', 'https://cloud.example/ping', { url: feed }],
  );
});

test('what it says goes into the reason, in one line of 200 characters at most', async () => {
  const said = await tell((_, response) => response.writeHead(400).end('  no\n\n such   topic \n'));
  assert.equal([said.failure, said.asked.length], ['it answered 400: no such topic', 1]);
  const long = await tell((_, response) => response.writeHead(403).end('x'.repeat(500)));
  assert.is(long.failure, `it answered 403: ${'x'.repeat(200)}`);
  assert.is((await tell((_, response) => response.writeHead(404).end())).failure, 'it answered 404');
});

test('who is busy is asked as often as there are pauses, and once more', async () => {
  for (const status of [408, 429, 500, 503]) {
    const { failure, asked } = await tell((_, response) => response.writeHead(status).end());
    assert.equal([failure, asked.length], [`it answered ${status}`, 3]);
  }
  let count = 0;
  const { failure, asked } = await tell((_, response) => {
    count += 1;
    response.writeHead(count < 3 ? 503 : 200).end();
  });
  assert.equal([failure, asked.length], [undefined, 3]);
});

test('who does not answer is given up after the time that was said', async () => {
  const { failure } = await tell(() => {}, { timeout: 50, pauses: [] });
  assert.is(failure, 'it did not answer within 0.05 s');
});

test('who hangs up is told of with the reason', async () => {
  const { failure } = await tell((request) => request.socket.destroy(), { timeout: 5000, pauses: [] });
  assert.match(failure ?? '', /other side closed|socket|ECONNRESET/i);
});

test.run();
