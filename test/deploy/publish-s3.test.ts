/** Publishing to a store that speaks S3: s3rver behind a proxy that adds conditions, and trouble. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { PublishError } from '../../src/publish/publish-error.js';
import { type S3Server, startS3 } from '../support/s3-server.js';
import { article } from '../support/site-folder.js';
import { DeployedSite, manyArticles, problemOf, publishedSite } from './deployed-site.js';

const test = suite('publish to S3');
const server: S3Server = await startS3();
const { endpoint } = server;
const manifest = '.feedwright-published.json.gz';

test.before.each(() => {
  server.reset();
  server.keepsConditions = true;
});

/** Methods and keys of the requests, those of locks left out, without the folder of the site. */
function requests(): string[] {
  return server.seen
    .filter(({ what }) => !what.includes('feedwright-lock'))
    .map(({ method, what }) => `${method} ${what.replace(/^[a-z-]+\//, '')}`);
}

test('uploads every file as it was built, in the order in which files name each other', async () => {
  const site = new DeployedSite({ limit: 2 });
  site.write(manyArticles(6));
  await site.build();
  const report = await site.publish('s3://news/order', { endpoint });
  const objects = await server.objects('order/');
  assert.is(report.sent.length, objects.size - 1);
  for (const { path } of report.sent)
    assert.equal(objects.get(`order/${path}`)?.bytes, readFileSync(join(site.out, path)), path);
  const sent = requests()
    .filter((line) => line.startsWith('PUT'))
    .map((line) => line.slice(4));
  const last = (pattern: RegExp) => sent.findLastIndex((path) => pattern.test(path));
  const first = (pattern: RegExp) => sent.findIndex((path) => pattern.test(path));
  assert.is(sent[0], manifest);
  assert.is(sent.at(-1), manifest);
  assert.ok(last(/^article-\d\/index\.html/) < first(/older\/\d+\/(rss|atom)\.xml/), sent.join('\n'));
  assert.ok(last(/older\/\d+\/(rss|atom)\.xml/) < first(/^(rss|atom)\.xml/));
  assert.ok(last(/(rss|atom)\.xml|feed\.json/) < first(/^(index\.html|feeds\.opml|sitemap)/));
});

test('an unchanged build is one request', async () => {
  const site = await publishedSite(server, 's3://news/same');
  const report = await site.publish('s3://news/same', { endpoint });
  assert.equal(requests(), [`GET ${manifest}`]);
  assert.is(server.seen.length, 1);
  assert.equal([report.sent, report.removed, report.requests], [[], [], 1]);
});

test('sends what changed, deletes last what is no more, and says what a CDN must forget', async () => {
  const site = await publishedSite(server, 's3://news/change', 5);
  site.write({ 'article-0.md': undefined, 'extra.md': article({ title: 'Extra', date: '2026-02-02' }) });
  await site.build();
  const report = await site.publish('s3://news/change', { endpoint });
  assert.equal(report.removed, ['article-0/index.html']);
  assert.ok(report.sent.some(({ path, change }) => path === 'extra/index.html' && change === 'new'));
  assert.not.ok(report.sent.some(({ path }) => path === 'article-2/index.html'));
  const lines = requests();
  assert.equal(lines.slice(-3), [`PUT ${manifest}`, 'DELETE article-0/index.html', `PUT ${manifest}`]);
  for (const path of ['/', '/index.html', '/rss.xml', '/article-0/', '/article-0/index.html'])
    assert.ok(report.invalidations.includes(path), path);
  assert.not.ok(report.invalidations.includes('/extra/'));
  const objects = await server.objects('change/');
  assert.not.ok(objects.has('change/article-0/index.html'));
});

test('gives each object its media type, how long it keeps, its compression, and the hub', async () => {
  const site = new DeployedSite({ limit: 2, precompress: true, hub: 'https://hub.example/' });
  site.write({
    ...manyArticles(6),
    'article-1.md': article({ title: 'A', date: '2026-01-02', image: 'a.svg' }),
  });
  site.write({ 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  await site.build();
  await site.publish('s3://news/headers', { endpoint });
  const objects = await server.objects('headers/');
  const of = (path: string, ...names: string[]) =>
    names.map((name) => objects.get(`headers/${path}`)?.headers.get(name) ?? undefined);
  const short = 'public, max-age=300';
  const long = 'public, max-age=86400';
  const link = '<https://hub.example/>; rel="hub", <https://example.org/rss.xml>; rel="self"';
  const usual = ['content-type', 'cache-control', 'content-encoding', 'x-amz-meta-link'];
  assert.equal(of('rss.xml', ...usual), ['application/xml; charset=utf-8', short, undefined, link]);
  assert.equal(of('rss.xml.gz', ...usual), ['application/xml; charset=utf-8', short, 'gzip', link]);
  assert.equal(of('feed.json.br', ...usual.slice(0, 3)), [
    'application/feed+json; charset=utf-8',
    short,
    'br',
  ]);
  assert.equal(of('index.html', ...usual), ['text/html; charset=utf-8', short, undefined, undefined]);
  assert.equal(of('older/1/rss.xml', ...usual.slice(0, 2)), ['application/xml; charset=utf-8', long]);
  assert.equal(of('feedwright.css', ...usual.slice(0, 2)), ['text/css; charset=utf-8', long]);
  assert.equal(of('article-1/a.svg', ...usual.slice(0, 2)), ['image/svg+xml', long]);
  assert.equal(of(manifest, ...usual.slice(0, 2)), ['application/gzip', 'no-cache']);
  assert.equal(of('feeds.opml', ...usual.slice(0, 2)), ['text/x-opml; charset=utf-8', short]);
});

test('a header that changed is sent with its object', async () => {
  const site = await publishedSite(server, 's3://news/hub');
  const other = new DeployedSite({ hub: 'https://hub.example/' });
  other.write(manyArticles(3));
  await other.build();
  await site.publish('s3://news/hub', { endpoint });
  const { sent } = await other.publish('s3://news/hub', { endpoint });
  assert.ok(sent.some(({ path }) => path === 'feed.json'));
  assert.not.ok(sent.some(({ path }) => path === 'article-1/index.html'));
});

for (const status of [429, 500, 503]) {
  test(`tries again where the store answers ${status}, or does not answer`, async () => {
    const site = new DeployedSite();
    site.write(manyArticles(3));
    await site.build();
    const faults = [{ status }, undefined, 'cut before', undefined, 'cut after'] as const;
    server.injectFault = (number) => faults[number % faults.length];
    const patience = { timeout: 3000, pauses: Array.from({ length: 12 }, () => 2) };
    await site.publish(`s3://news/again-${status}`, { endpoint, patience, parallel: 3 });
    server.reset();
    const { sent } = await site.publish(`s3://news/again-${status}`, { endpoint, verifyRemote: true });
    assert.equal(sent, []);
  });
}

test('an answer that never comes is waited for so long, and then asked for again', async () => {
  const site = await publishedSite(server, 's3://news/silent');
  server.injectFault = (number) => (number === 1 ? 'silence' : undefined);
  // On a busy machine others may come too late as well.
  const pauses = Array.from({ length: 60 }, () => 20);
  await site.publish('s3://news/silent', { endpoint, patience: { timeout: 50, pauses } });
  assert.ok(server.seen.length >= 1 && server.seen.every(({ status }) => status === 200));
});

test('a refusal ends it at once, and says why and what to do', async () => {
  const site = await publishedSite(server, 's3://news/refused');
  server.injectFault = () => ({ status: 403, code: 'AccessDenied' });
  const error = await site.publish('s3://news/refused', { endpoint }).catch((thrown: unknown) => thrown);
  assert.instance(error, PublishError);
  const [first] = error instanceof PublishError ? error.problems : [];
  assert.match(first?.message ?? '', /answered 403: AccessDenied/);
  assert.match(first?.hint ?? '', /s3:PutObject/);
  assert.is(server.seen.length, 1);
});

test('a bucket that is not there is told', async () => {
  const site = await publishedSite(server, 's3://news/no-bucket');
  assert.match(await problemOf(site.publish('s3://olds', { endpoint })), /NoSuchBucket/);
});

test('a file that was changed after the build is not published', async () => {
  const site = new DeployedSite();
  site.write(manyArticles(2));
  await site.build();
  writeFileSync(join(site.out, 'rss.xml'), 'changed');
  const told = await problemOf(site.publish('s3://news/edited', { endpoint }));
  assert.is(told, 'rss.xml has changed since the build, or is missing.');
  assert.not.ok((await server.objects('edited/')).has('edited/rss.xml'));
});

test('keys may have every character that a path may have', async () => {
  const site = new DeployedSite();
  site.write({ 'a.md': article({ title: 'A', date: '2026-01-01', permalink: '/Ünï/a+b (c)!/' }) });
  await site.build();
  await site.publish("s3://news/Pré 'fix'+", { endpoint });
  const { requests: count } = await site.publish("s3://news/Pré 'fix'+", { endpoint, verifyRemote: true });
  assert.is(count, 2);
});

test('--dry-run writes nothing', async () => {
  const site = new DeployedSite();
  site.write(manyArticles(2));
  await site.build();
  const { sent } = await site.publish('s3://news/dry', { endpoint, dryRun: true });
  assert.ok(sent.length > 10);
  assert.is((await server.objects('dry/')).size, 0);
});

test('a large file is sent in parts, and its checksum is known', async () => {
  const site = new DeployedSite();
  const recording = Buffer.alloc(20_000_000, 'sound');
  site.write({
    'a.md': article({ title: 'A', date: '2026-01-01', enclosure: 'a.mp3' }),
    'a.mp3': recording,
  });
  await site.build();
  await site.publish('s3://news/large', { endpoint });
  assert.is(server.seen.filter(({ what }) => what.includes('partNumber')).length, 3);
  assert.ok((await server.objects('large/')).get('large/a/a.mp3')?.bytes.equals(recording));
  const { sent } = await site.publish('s3://news/large', { endpoint, verifyRemote: true });
  assert.equal(sent, []);
});

test.run();
