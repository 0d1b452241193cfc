/** What people and programs are told. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { manyArticles } from '../deploy/deployed-site.js';
import { run, siteWith } from '../deploy/run-publish.js';
import { listen } from '../support/listen.js';
import { s3Environment, startS3 } from '../support/s3-server.js';
import { article } from '../support/site-folder.js';

const test = suite('feedwright publish');
const server = await startS3();

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
  assert.match(listed.out, /^new {6}article-0\/index\.html$/m);
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

test('with --json, standard output is one report, whatever the build says and whoever reads', async () => {
  const cwd = siteWith({ ...manyArticles(1), 'a.md': article({ title: 'A', date: 'soon' }) });
  const env = { ...s3Environment, GITHUB_ACTIONS: 'true' };
  const args = ['publish', 'share', '--build', '--json'];
  const failed = await run(cwd, args, env);
  assert.is(failed.code, 1);
  assert.is(JSON.parse(failed.out).ok, false);
  const { out } = await run(cwd, [...args, '--skip-invalid'], env);
  assert.match(JSON.stringify(JSON.parse(out).diagnostics), 'FW012');
});

test('what --adopt replaces is changed, and a CDN must forget it', async () => {
  const cwd = siteWith(manyArticles(1));
  mkdirSync(join(cwd, 'share'));
  writeFileSync(join(cwd, 'share/rss.xml'), 'mine');
  const { out } = await run(cwd, ['publish', 'share', '--build', '--adopt', '--json']);
  const { sent, invalidations } = JSON.parse(out);
  assert.equal(sent.filter(({ change }: { change: string }) => change === 'changed').length, 1);
  assert.equal(invalidations, ['/rss.xml']);
});

test('--notify tells the hub once what is published', async () => {
  const told: string[] = [];
  const hub = createServer(async (asked, answer) => {
    for await (const chunk of asked) told.push(String(chunk));
    answer.end();
  });
  const cwd = siteWith(manyArticles(2), `, "hub": "http://127.0.0.1:${await listen(hub)}/"`);
  const args = ['publish', 's3://news/notify', '--build', '--notify', '--endpoint', server.endpoint];
  assert.match((await run(cwd, args)).out, /was notified of \d+ changed documents/);
  const count = told.length;
  assert.ok(count > 0);
  assert.match((await run(cwd, args)).out, /No feed changed since the last notification/);
  assert.is(told.length, count);
});

for (const { what, args, env, says } of [
  { what: 'no target', args: [], says: /No target was given/ },
  { what: 'an unknown scheme', args: ['gs://news'], says: /"gs:" is not a kind of store/ },
  { what: 'no bucket', args: ['s3:///news'], says: /does not name a bucket/ },
  {
    what: 'an endpoint that is none',
    args: ['s3://news', '--endpoint', 'nonsense'],
    says: /does not begin with https/,
  },
  {
    what: 'a number that is none',
    args: ['s3://news', '--parallel', 'many'],
    says: /--parallel many is not a number/,
  },
  { what: 'no credentials', args: ['s3://news'], env: {}, says: /no credentials for the store/ },
  { what: 'its own output folder', args: ['dist/site'], says: /is inside the output folder/ },
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
  assert.match(err, /There is no built site in .*dist/);
});

test.run();
