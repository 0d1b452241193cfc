import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { notify } from '../../src/notify/notify.js';
import { notifyService, webSubHub } from '../../src/notify/notify-service.js';
import { listen } from '../support/listen.js';
import { serve } from '../support/serve.js';
import { article, articlesFolder, now } from '../support/site-folder.js';
import { Hub } from './hub.js';
import { Subscriber } from './subscriber.js';

const test = suite('notify');
const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const patience = { timeout: 2000, pauses: [10, 10] };

/** A site that is built and served, with a hub; one article in a section. */
async function liveSite() {
  const hub = new Hub();
  await hub.open();
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2026-01-01', section: 'Health' }) });
  mkdirSync(join(cwd, 'dist'));
  const served = await serve(join(cwd, 'dist'));
  const settings = {
    url: `${served.origin}/`,
    title: 'Example',
    hub: hub.url,
    cloud: hub.cloud,
    pages: false,
  };
  const publish = () => build({ cwd, now, ...settings });
  const tell = (more = {}) => notify({ cwd, now, overrides: settings, patience, ...more });
  const write = (name: string, fields: object) =>
    writeFileSync(join(cwd, 'articles', name), article({ date: '2026-01-02', ...fields }));
  await publish();
  const close = async () => {
    await hub.close();
    await served.close();
  };
  return { hub, cwd, origin: served.origin, publish, tell, write, close };
}

const paths = (feeds: readonly string[]) => [...new Set(feeds.map((feed) => new URL(feed).pathname))].sort();

test('a subscriber of a WebSub hub gets the feed that changed, and nothing else', async () => {
  const { hub, origin, publish, tell, write, close } = await liveSite();
  const subscriber = new Subscriber();
  await subscriber.open();
  await subscriber.subscribe(`${origin}/rss.xml`);
  await subscriber.subscribe(`${origin}/sections/health/feed.json`);
  await tell();
  write('b.md', { title: 'Fresh news' });
  await publish();
  const delivery = subscriber.hears();
  hub.published.length = 0;
  await tell();
  await delivery;
  assert.equal(
    subscriber.delivered.map(({ topic }) => topic),
    [`${origin}/rss.xml`],
  );
  assert.match(subscriber.delivered[0]?.content ?? '', 'Fresh news');
  assert.equal(paths(hub.published), ['/atom.xml', '/feed.json', '/rss.xml']);
  assert.equal(paths(hub.pinged), ['/rss.xml', '/sections/health/rss.xml']);
  await close();
  await subscriber.close();
});

test('nobody is told where nothing changed, or with --dry-run', async () => {
  const { hub, publish, tell, close } = await liveSite();
  const dry = await tell({ dryRun: true });
  assert.equal([hub.published, dry.length], [[], 8]);
  assert.is((await tell()).length, 8);
  await publish();
  assert.equal(await tell(), []);
  assert.is(hub.published.length, 6);
  await close();
});

test('a hub that is busy is asked again, and one that refuses is told the next time', async () => {
  const { hub, tell, close } = await liveSite();
  hub.refuse = { times: 2, status: 503, after: 0 };
  assert.equal(
    (await tell()).filter(({ failure }) => failure),
    [],
  );
  await close();
  const other = await liveSite();
  other.hub.refuse = { times: 3, status: 403 };
  const failed = (await other.tell()).filter(({ failure }) => failure);
  assert.equal([failed.length, failed[0]?.failure], [3, 'it answered 403: busy']);
  assert.is((await other.tell()).length, 3);
  await other.close();
});

test('a hub that is not there is told of with its reason', async () => {
  const { tell, close } = await liveSite();
  await close();
  const failures = (await tell()).map(({ failure }) => failure ?? '');
  assert.ok(
    failures.length === 8 && failures.every((reason) => /ECONNREFUSED/.test(reason)),
    failures.join(),
  );
});

test('a site without a hub, without feeds or with a damaged memory is told so', async () => {
  const cwd = articlesFolder({});
  const request = { cwd, now, overrides: { url: 'https://example.org', hub: 'https://hub.example' } };
  const messageOf = (change: object) =>
    notify({ ...request, ...change }).then(String, (error: Error) => error.message);
  assert.match(
    await messageOf({ overrides: { url: 'https://example.org' } }),
    'No WebSub hub or rssCloud server is configured',
  );
  assert.match(await messageOf({}), 'There are no feeds in');
  mkdirSync(join(cwd, '.feedwright'));
  writeFileSync(join(cwd, '.feedwright/notified.json'), '{"version": 2}');
  assert.match(await messageOf({}), 'was not written by feedwright notify');
});

test('the feed says where readers can ask to be told', async () => {
  const { cwd, hub, close } = await liveSite();
  const { hostname, port } = new URL(hub.url);
  const element = `<cloud domain="${hostname}" port="${port}" path="/pleaseNotify" registerProcedure="" protocol="http-post"/>`;
  assert.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), element);
  await close();
});

/** Answers of a hub, and how often it is told then of one document before that is given up. */
const answers: [status: number, tries: number][] = [
  [200, 1],
  [204, 1],
  [400, 1],
  [403, 1],
  [404, 1],
  [408, 3],
  [429, 3],
  [500, 3],
  [503, 3],
];

for (const [status, tries] of answers) {
  test(`a hub that answers ${status} is asked ${tries === 1 ? 'once' : `${tries} times`}`, async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(status).end();
    });
    const service = webSubHub(`http://127.0.0.1:${await listen(server)}/`);
    const failure = await notifyService(service, 'https://example.org/rss.xml', patience);
    server.close();
    assert.is(asked, tries);
    assert.is(failure, status < 300 ? undefined : `it answered ${status}`);
  });
}

test('a hub that asks for time is given it', async () => {
  const moments: number[] = [];
  const server = createServer((_request, response) => {
    moments.push(performance.now());
    if (moments.length === 1) response.writeHead(503, { 'retry-after': '1' }).end();
    else response.writeHead(204).end();
  });
  const service = webSubHub(`http://127.0.0.1:${await listen(server)}/`);
  assert.is(await notifyService(service, 'https://example.org/rss.xml', patience), undefined);
  server.close();
  const [first = 0, second = 0] = moments;
  assert.ok(second - first >= 990, String(second - first));
});

test('the command fails where somebody could not be told', async () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2026-01-01' }) });
  const server = createServer((_request, response) => response.writeHead(403).end());
  const settings = `url: https://example.org\nhub: http://127.0.0.1:${await listen(server)}/\n`;
  writeFileSync(join(cwd, 'feedwright.config.yaml'), settings);
  await build({ cwd, now });
  const run = (...args: string[]): Promise<{ code: number | null; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [cli, 'notify', ...args], { cwd });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (code) => resolve({ code, err }));
    });
  const failed = await run();
  assert.is(failed.code, 1);
  assert.match(failed.err, 'was not notified of https://example.org/rss.xml: it answered 403');
  assert.is((await run('--quiet')).code, 1);
  assert.is((await run('--dry-run')).code, 0);
  server.close();
});

test.run();
