/** A publisher that is killed, ended, or fails in the middle. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { s3Environment, startS3 } from '../support/s3-server.js';
import { article } from '../support/site-folder.js';
import { brokenItems, manyArticles } from './deployed-site.js';
import { cli, run, siteWith } from './run-publish.js';

const test = suite('publish, interrupted');
const server = await startS3();

test('the paths that a CDN must forget are there though the run fails', async () => {
  const cwd = siteWith(manyArticles(3));
  const args = [
    'publish',
    's3://news/fails',
    '--build',
    '--endpoint',
    server.endpoint,
    '--invalidations',
    'paths',
  ];
  await run(cwd, args);
  writeFileSync(
    join(cwd, 'articles/article-0.md'),
    article({ title: 'Draft', date: '2026-01-01', draft: true }),
  );
  server.injectFault = (_, { method }) =>
    method === 'DELETE' ? { status: 403, code: 'AccessDenied' } : undefined;
  const { code } = await run(cwd, args);
  server.reset();
  assert.is(code, 1);
  assert.match(readFileSync(join(cwd, 'paths'), 'utf8'), /^\/rss\.xml$/m);
});

test('a store that hangs does not keep Ctrl-C from ending it', async () => {
  const cwd = siteWith(manyArticles(1));
  await run(cwd, ['build']);
  server.reset();
  server.injectFault = () => 'silence';
  const args = ['publish', 's3://news/hangs', '--endpoint', server.endpoint];
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...s3Environment },
  });
  const isGone = new Promise((resolve) => child.on('close', resolve));
  // Once: a second Ctrl-C ends any program at once.
  const asked = setInterval(() => {
    if (server.mostOpen === 0) return;
    clearInterval(asked);
    child.kill('SIGINT');
  }, 20);
  const code = await isGone;
  clearInterval(asked);
  server.reset();
  assert.is(code, 1);
});

test('killed in the middle, it leaves nothing that stops the next run', async () => {
  const cwd = siteWith(manyArticles(6));
  await run(cwd, ['build']);
  const args = ['publish', 's3://news/killed', '--endpoint', server.endpoint, '--parallel', '2'];
  for (const at of [4, 9, 20]) {
    server.reset();
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, ...s3Environment },
    });
    const isGone = new Promise((resolve) => child.on('close', resolve));
    server.injectFault = (number) => {
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
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...s3Environment },
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  server.reset();
  server.injectFault = (number) => {
    if (number === 9) child.kill('SIGINT');
    return undefined;
  };
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.is(code, 1);
  assert.match(err, /^error: Publishing was interrupted\.\n/);
  server.reset();
  const keys = [...(await server.objects('ended/')).keys()].filter((key) => key.includes('-lock/'));
  assert.equal(keys, []);
});

test.run();
