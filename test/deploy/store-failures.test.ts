/** What a store may answer, and what becomes of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { locate } from '../../src/deploy/s3/location.js';
import { S3Store } from '../../src/deploy/s3/s3-store.js';
import { Session } from '../../src/deploy/session.js';
import { type Fault, s3Environment, startS3 } from '../support/s3-server.js';
import { article } from '../support/site-folder.js';
import { brokenItems, DeployedSite, manyArticles } from './deployed-site.js';

const test = suite('answers of a store');
const server = await startS3();
const { endpoint } = server;
const manifest = '.feedwright-published.json.gz';
const patience = { timeout: 5000, pauses: [2, 2, 2] };

test.before.each(() => server.reset());

async function siteWith(count: number, text?: string): Promise<DeployedSite> {
  const site = new DeployedSite();
  site.write(manyArticles(count, text));
  await site.build();
  return site;
}

function storeAt(folder: string): S3Store {
  const location = locate(`s3://news/${folder}`, { endpoint }, s3Environment);
  return new S3Store(location, patience, new Session());
}

/** A fault for the first request that is one of these. */
function once(isMeant: (method: string, what: string) => boolean, fault: Fault): void {
  let isDone = false;
  server.injectFault = (_, { method, what }) => {
    if (isDone || !isMeant(method, what)) return undefined;
    isDone = true;
    return fault;
  };
}

for (const { status, code, isConditional } of [
  { status: 501, code: 'NotImplemented', isConditional: false },
  { status: 409, code: 'ConditionalRequestConflict', isConditional: true },
  { status: 400, code: 'RequestTimeout', isConditional: true },
]) {
  test(`${status} ${code} for the manifest: it is written ${isConditional ? 'again' : 'without'} with its condition`, async () => {
    const site = await siteWith(1);
    once((method, what) => method === 'PUT' && what.endsWith(manifest), { status, code });
    await site.publish(`s3://news/${code}`, { endpoint, patience });
    const [, second] = server.seen.filter(({ method, what }) => method === 'PUT' && what.endsWith(manifest));
    assert.is(second?.headers['if-none-match'], isConditional ? '*' : undefined);
  });
}

test('an answer that is lost is no other publisher', async () => {
  const site = await siteWith(1);
  once((method, what) => method === 'PUT' && what.endsWith(manifest), 'cut after');
  await site.publish('s3://news/lost', { endpoint, patience });
});

for (const { what, answer } of [
  {
    what: 'an error after spaces',
    answer: `${' '.repeat(300)}<Error xmlns="x"><Code>InternalError</Code></Error>`,
  },
  { what: 'nothing', answer: '' },
]) {
  test(`a large file is not there where the answer that ends it is ${what}`, async () => {
    const site = new DeployedSite();
    site.write({
      'a.md': article({ title: 'A', date: '2026-01-01', enclosure: 'a.mp3' }),
      'a.mp3': Buffer.alloc(9_000_000, 'sound'),
    });
    await site.build();
    server.injectFault = (_, { method, what: path }) =>
      method === 'POST' && path.includes('?uploadId') ? { status: 200, answer } : undefined;
    const failure = await site.publish('s3://news/parts', { endpoint, patience }).then(
      () => 'none',
      (error: unknown) => String(error),
    );
    assert.match(failure, /InternalError|could not be uploaded in parts/);
    assert.ok(server.seen.some(({ method, what: path }) => method === 'DELETE' && path.includes('uploadId')));
    server.reset();
    // S3 no longer knows an upload that was completed.
    const answers: Fault[] = ['cut after', { status: 404, code: 'NoSuchUpload' }];
    server.injectFault = (_, { method, what: path }) =>
      method === 'POST' && path.includes('?uploadId') ? answers.shift() : undefined;
    await site.publish('s3://news/parts', { endpoint, patience });
    assert.ok((await server.objects('parts/')).has('parts/a/a.mp3'));
    for (const key of (await server.objects('parts/')).keys()) await server.remove(key);
  });
}

test('a publisher whose lock was taken over writes nothing more, however late its line comes back', async () => {
  const target = 's3://news/late';
  const [first, second] = [await siteWith(6, 'By the first.\n'), await siteWith(5, 'By the second.\n')];
  const timing = { heartbeat: 50, expiry: 2000 };
  let isBack = false;
  let isHeld = false;
  // From its first feed on, nothing of the first publisher arrives; then the line is back.
  server.injectFault = (_, { method, what }) => {
    if (method === 'PUT' && what.endsWith('rss.xml')) isHeld = true;
    return isHeld && !isBack ? 'cut before' : undefined;
  };
  const slow = { timeout: 1000, pauses: [1500, 1500] };
  const lost = first.publish(target, { endpoint, timing, patience: slow }).then(
    () => 'none',
    (error: unknown) => String(error),
  );
  const ended = lost.then((message) => assert.ok(isHeld, message));
  while (!isHeld) await Promise.race([wait(5), ended]);
  await wait(2050);
  isBack = true;
  await second.publish(target, { endpoint, timing });
  assert.match(await lost, /was not renewed in time|Another publisher/);
  server.reset();
  assert.equal(brokenItems(await server.objects('late/'), 'late/'), []);
  const { sent, removed } = await second.publish(target, { endpoint, verifyRemote: true });
  assert.equal([sent, removed], [[], []]);
});

test('a store of more objects than one list has: others are seen, and all can be deleted', async () => {
  const names = Array.from({ length: 1100 }, (_, index) => `o/${String(index).padStart(4, '0')}`);
  for (let at = 0; at < names.length; at += 50)
    await Promise.all(names.slice(at, at + 50).map((name) => server.put(`many/${name}`, 'theirs')));
  await server.put('many/rss.xml', 'theirs');
  const site = await siteWith(3);
  const told = await site.publish('s3://news/many', { endpoint }).catch(String);
  assert.match(String(told), /rss\.xml is in s3:\/\/news\/many\/ already/);
  const store = storeAt('many');
  await store.remove(names);
  const left: string[] = [];
  for await (const { path } of store.list('')) left.push(path);
  assert.equal(left, ['rss.xml']);
});

for (const { what, answer, says } of [
  {
    what: 'a page of HTML',
    answer: '<html><body>Hello</body></html>',
    says: /did not return a valid S3 response/,
  },
  { what: 'nothing', answer: '', says: /did not return a valid S3 response/ },
  {
    what: 'a list that goes on without objects',
    answer: '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>',
    says: /the same page of objects twice/,
  },
  {
    what: 'a list that never ends',
    answer:
      '<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key><Size>1</Size><LastModified>2026-01-01T00:00:00Z</LastModified></Contents></ListBucketResult>',
    says: /the same page of objects twice/,
  },
]) {
  test(`${what} for a list is told`, async () => {
    server.injectFault = () => ({ status: 200, answer });
    const list = async () => {
      for await (const _ of storeAt('hostile').list(''));
    };
    assert.match(String(await list().catch(String)), says);
  });
}

test('what is not deleted is told, and deleted by the next run', async () => {
  const site = await siteWith(4);
  await site.publish('s3://news/kept', { endpoint });
  site.write({ 'article-0.md': undefined, 'article-1.md': undefined });
  await site.build();
  const answer =
    '<DeleteResult><Error><Key>kept/a</Key><Code>AccessDenied</Code><Message>S3RVER may not</Message></Error></DeleteResult>';
  server.injectFault = (_, { method }) => (method === 'POST' ? { status: 200, answer } : undefined);
  const told = await site.publish('s3://news/kept', { endpoint }).catch(String);
  assert.is(told, 'PublishError: kept/a could not be deleted: [hidden] may not');
  server.reset();
  const { removed } = await site.publish('s3://news/kept', { endpoint });
  assert.equal(removed, ['article-0/index.html', 'article-1/index.html']);
});

for (const code of ['constructor', '__proto__', 'AccessDenied']) {
  test(`the code ${code} of an error is a text`, async () => {
    server.injectFault = () => ({ status: 403, code });
    const error = await storeAt('code')
      .read('a')
      .catch((thrown: unknown) => thrown);
    assert.match(String(error), `answered 403: ${code}`);
  });
}

test('an answer of another protocol is told', async () => {
  server.injectFault = () => ({ status: 101, headers: { connection: 'upgrade', upgrade: 'x' } });
  assert.match(String(await storeAt('upgrade').read('a').catch(String)), /another protocol|closed/);
});

test('a manifest that is none is told', async () => {
  const site = await siteWith(1);
  await server.put(`hello/${manifest}`, '<html>Hello</html>');
  assert.match(
    String(await site.publish('s3://news/hello', { endpoint }).catch(String)),
    /does not answer with its .*--|but with something else/,
  );
});

test('sends and signs the token of credentials that expire, and no more requests at a time than it may', async () => {
  const site = await siteWith(8);
  server.delay = 5;
  await site.publish('s3://news/token', {
    endpoint,
    parallel: 3,
    env: { ...s3Environment, AWS_SESSION_TOKEN: 'a-token' },
  });
  const [first] = server.seen;
  assert.is(first?.headers['x-amz-security-token'], 'a-token');
  assert.match(String(first?.headers.authorization), /SignedHeaders=[^,]*x-amz-security-token/);
  // Three files, and a heartbeat of the lock.
  assert.ok(server.mostOpen <= 4, String(server.mostOpen));
});

test.run();
