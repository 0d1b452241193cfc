/**
 * What publishing costs: `npm run publish-cost [counts] [milliseconds]`, after `npm run compile`. Builds sites of so many
 * articles with pages, publishes them to a store on this machine whose every answer takes so long, then once more as they
 * are, with one article changed, and with one added. Prints the table of docs/scale.md.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from '../bench/corpus.js';
import { measure } from '../bench/measure.js';
import { s3Environment, startS3 } from '../test/support/s3-server.js';

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const [counts = '1000,10000', milliseconds = '50'] = process.argv.slice(2);
const server = await startS3();
const flags = ['--url', 'https://example.org', '--title', 'Publish'];

console.log('| articles | push | requests | MB sent | files | seconds | MB of memory |');
console.log('|---|---|---|---|---|---|---|');
for (const count of counts.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-publish-'));
  makeCorpus(join(folder, 'site'), count);
  const cwd = join(folder, 'site');
  const content = join(cwd, 'content');
  await build(cwd);
  await push(cwd, count, 'the first');
  await push(cwd, count, 'nothing changed');
  const newest = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`article-${count - 1}.md`))
    .map((name) => join(content, name));
  const [file = ''] = newest;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more line.\n`);
  await build(cwd);
  await push(cwd, count, 'one article changed');
  writeFileSync(
    join(content, 'new.md'),
    '---\ntitle: New\ndate: 2026-01-02\ncategories: [health]\ntags: [tag-1]\nauthor: Author 1\n---\n\nText.\n',
  );
  await build(cwd);
  await push(cwd, count, 'one article added');
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function build(cwd: string): Promise<void> {
  await measure(process.execPath, [cli, 'build', 'content', ...flags, '--out', 'dist', '--quiet'], cwd);
}

async function push(cwd: string, count: number, what: string): Promise<void> {
  server.reset();
  server.delay = Number(milliseconds);
  const target = `s3://news/${count}`;
  const args = [cli, 'publish', target, '--endpoint', server.endpoint, '--json', ...flags.slice(0, 2)];
  const { seconds, megabytes, output } = await run(args, cwd);
  const { sent, requests, bytesSent }: { sent: unknown[]; requests: number; bytesSent: number } =
    JSON.parse(output);
  const cells = [count, what, requests, (bytesSent / 1e6).toFixed(1), sent.length, seconds, megabytes];
  console.log(`| ${cells.join(' | ')} |`);
}

/** Runs the command; its peak of memory is that which Linux tells of it. */
function run(args: string[], cwd: string): Promise<{ seconds: string; megabytes: number; output: string }> {
  const began = performance.now();
  const tell = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', preload, ...args], {
      cwd,
      env: { ...process.env, ...s3Environment },
    });
    let [output, rest] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      rest += chunk;
    });
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(rest));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const [, kilobytes] = /(\d+)$/.exec(rest) ?? [];
      resolve({ seconds, megabytes: Math.round(Number(kilobytes) / 1000), output });
    });
  });
}
