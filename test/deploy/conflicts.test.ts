/** Other publishers, other programs and other sites in the same store. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type S3Server, startS3 } from '../support/s3-server.js';
import { article } from '../support/site-folder.js';
import { DeployedSite, manyArticles, problemOf, publishedSite } from './deployed-site.js';

const test = suite('others in a store');
const server: S3Server = await startS3();
const { endpoint } = server;
const manifest = '.feedwright-published.json.gz';

test.before.each(() => {
  server.reset();
  server.keepsConditions = true;
});

test('objects of others stay, whatever they are called', async () => {
  const site = new DeployedSite();
  site.write(manyArticles(3));
  await site.build();
  await server.put('others/rss.xml', 'mine');
  await server.put('others/index.html', readFileSync(join(site.out, 'index.html'), 'utf8'));
  await server.put('others/article-0/notes.txt', 'mine');
  await server.put('others-2/index.html', 'mine');
  const told = await problemOf(site.publish('s3://news/others', { endpoint }));
  assert.match(told, /^rss\.xml is in s3:\/\/news\/others\/ already/);
  assert.not.match(told, /index\.html/);
  assert.not.ok((await server.objects('others/')).has('others/atom.xml'));
  await site.publish('s3://news/others', { endpoint, adopt: true });
  site.write({ 'article-0.md': undefined });
  await site.build();
  await site.publish('s3://news/others', { endpoint });
  const objects = await server.objects('others');
  assert.is(objects.get('others/article-0/notes.txt')?.bytes.toString(), 'mine');
  assert.is(objects.get('others-2/index.html')?.bytes.toString(), 'mine');
  assert.not.ok(objects.has('others/article-0/index.html'));
});

test('another site in the same place is not replaced', async () => {
  await publishedSite(server, 's3://news/taken');
  const other = new DeployedSite({ url: 'https://example.net' });
  other.write(manyArticles(2));
  await other.build();
  assert.match(
    await problemOf(other.publish('s3://news/taken', { endpoint })),
    /contains another site, https:\/\/example\.org/,
  );
});

for (const keepsConditions of [true, false]) {
  test(`two publishers at once do not mix, ${keepsConditions ? 'with' : 'without'} conditional writes`, async () => {
    server.keepsConditions = keepsConditions;
    const target = `s3://news/two-${keepsConditions}`;
    const sites = [new DeployedSite(), new DeployedSite()];
    for (const [index, site] of sites.entries()) {
      site.write(manyArticles(12, `By publisher ${index}.\n`));
      await site.build();
    }
    server.delay = 20;
    const ends = await Promise.allSettled(
      sites.map((site) => site.publish(target, { endpoint, adopt: true, parallel: 4 })),
    );
    server.reset();
    const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    assert.is(lost.length, 1);
    assert.match(String(lost[0]?.message), /Another publish run is using|Another publisher changed/);
    const winner = sites[ends.findIndex(({ status }) => status === 'fulfilled')];
    assert.equal((await winner?.publish(target, { endpoint, verifyRemote: true }))?.sent, []);
  });
}

test('a manifest that somebody else wrote meanwhile stops it', async () => {
  const site = await publishedSite(server, 's3://news/raced');
  site.write({ 'article-0.md': article({ title: 'Other', date: '2026-01-01' }) });
  await site.build();
  server.injectFault = (_, { method, what }) =>
    method === 'PUT' && what.endsWith(manifest) ? { status: 412, code: 'PreconditionFailed' } : undefined;
  const told = await problemOf(site.publish('s3://news/raced', { endpoint }));
  assert.match(told, /Another publisher changed s3:\/\/news\/raced\/ during this run/);
  assert.not.ok(server.seen.some(({ method, what }) => method === 'PUT' && what.endsWith('rss.xml')));
});

test('what another program changed or deleted is found by --verify-remote', async () => {
  const site = await publishedSite(server, 's3://news/verify');
  await server.put('verify/rss.xml', 'changed');
  await server.remove('verify/atom.xml');
  const { sent } = await site.publish('s3://news/verify', { endpoint, verifyRemote: true });
  assert.equal(sent.map(({ path }) => path).sort(), ['atom.xml', 'rss.xml']);
});

test.run();
