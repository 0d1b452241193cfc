import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { z } from 'zod';
import { suiteWithPrograms } from '../support/available.js';
import { article, folderWith } from '../support/site-folder.js';

const test = suiteWithPrograms('the action for GitHub', { git: ['--version'], bash: ['--version'] });
const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const action = z
  .object({
    inputs: z.record(z.string(), z.object({ default: z.string() })),
    runs: z.object({
      steps: z.array(
        z.object({
          name: z.string(),
          if: z.string().optional(),
          shell: z.literal('bash'),
          env: z.record(z.string(), z.string()),
          'working-directory': z.string().optional(),
          run: z.string(),
        }),
      ),
    }),
  })
  .parse(parse(readFileSync('action.yml', 'utf8')));

/** A repository of a site with a commit for each state of its files; what came after the other is at hand. */
function repository(...states: Record<string, string>[]): { cwd: string; commits: string[] } {
  const cwd = folderWith({});
  const git = (...args: string[]) => {
    const done = spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      encoding: 'utf8',
    });
    assert.is(done.status, 0, done.stderr);
    return done.stdout.trim();
  };
  git('init', '--quiet');
  const commits = states.map((files) => {
    for (const [path, text] of Object.entries(files)) {
      spawnSync('mkdir', ['-p', join(cwd, path, '..')]);
      writeFileSync(join(cwd, path), text);
    }
    git('add', '-A');
    git('commit', '--quiet', '-m', 'State');
    return git('rev-parse', 'HEAD');
  });
  return { cwd, commits };
}

interface Ran {
  code: number;
  printed: string;
  summary: string;
  output: string;
  /** The folder in which npm ran, and what it was asked for. */
  asked: string;
}

function readIf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Runs the steps of the action as the service does: bash, the inputs in the environment, until one fails. */
function runAction(cwd: string, before: string, inputs: Record<string, string> = {}, event = 'push'): Ran {
  const asked = join(folderWith({}), 'asked');
  const place = 'temp/feedwright/node_modules/feedwright/lib';
  // What npm is asked for is written down; the program that it would install is this one.
  const tools = folderWith({
    npm: `#!/bin/sh\npwd > '${asked}'\necho "$@" >> '${asked}'\n`,
    [`${place}/cli.js`]: `import(${JSON.stringify(pathToFileURL(cli).href)});\n`,
    summary: '',
    output: '',
  });
  chmodSync(join(tools, 'npm'), 0o755);
  const value = (expression: string): string => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
    return input ? (inputs[input] ?? action.inputs[input]?.default ?? '') : before;
  };
  const holds = (condition = "'' == ''"): boolean => {
    const [, name, operator, wanted] = /^(\S*) ([!=])= '(.*)'$/.exec(condition) ?? [];
    return (value(name ?? '') === wanted) === (operator === '=') || name === "''";
  };
  let [code, printed] = [0, ''];
  for (const { if: condition, env, run, 'working-directory': folder } of action.runs.steps) {
    if (code !== 0 || !holds(condition)) continue;
    const own = Object.entries(env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => value(expression)),
    ]);
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: folder ? join(cwd, value('inputs.working-directory')) : cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        RUNNER_TEMP: join(tools, 'temp'),
        PATH: tools + delimiter + process.env.PATH,
        GITHUB_STEP_SUMMARY: join(tools, 'summary'),
        GITHUB_OUTPUT: join(tools, 'output'),
        ...Object.fromEntries(own),
      },
    });
    code = done.status ?? 1;
    printed += done.stdout + done.stderr;
  }
  const read = (name: string) => readFileSync(join(tools, name), 'utf8');
  return { code, printed, summary: read('summary'), output: read('output'), asked: readIf(asked) };
}

const settings = 'url: https://example.org\ntitle: Our town\n';
const first = {
  'feedwright.config.yaml': settings,
  '.gitignore': 'dist/\n',
  'articles/a.md': article({ title: 'A', date: '2021-09-02' }),
};

test('builds, leaves the folder, and says which feeds change', () => {
  const { cwd, commits } = repository(first, {
    'articles/a.md': article({ title: 'A, corrected', date: '2021-09-02' }),
    'articles/b.md': article({ title: 'B', date: '2021-09-03', section: 'Health' }),
  });
  const { code, summary, output, printed } = runAction(cwd, commits[0] ?? '');
  assert.is(code, 0, printed);
  assert.is(output, 'folder=./dist\n');
  assert.ok(existsSync(join(cwd, 'dist/rss.xml')));
  assert.match(summary, '| Our town `/` | 1 | 1 |  |');
  assert.match(summary, '(new) | 1 |  |  |');
  assert.match(summary, '[A, corrected](<https://example.org/a/>)');
  assert.is(spawnSync('git', ['status', '--short'], { cwd, encoding: 'utf8' }).stdout, '');
});

test('installs its own version from a registry that it names, outside of the repository', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { cwd, commits } = repository(first, { '.npmrc': 'registry=https://evil.example/\n' });
  const { code, asked } = runAction(cwd, commits[0] ?? '');
  assert.is(code, 0);
  const [folder = '', line = ''] = asked.split('\n');
  assert.not.ok(folder.startsWith(cwd));
  assert.match(line, new RegExp(`--registry https://[a-z.]+/ feedwright@${version.replaceAll('.', '\\.')}$`));
  assert.is(runAction(cwd, commits[0] ?? '', { version: 'latest' }).code, 1);
  assert.is(runAction(cwd, commits[0] ?? '', { version: '1.0.0 --registry=https://evil.example' }).code, 1);
});

test('publishes where it is told to, and never a pull request', () => {
  const { cwd, commits } = repository(first, {
    'feedwright.config.yaml': 'title: Our town\n',
    'articles/b.md': article({ title: 'B', date: '2021-09-03' }),
  });
  const inputs = { flags: '--url https://example.org', publish: 'web', 'publish-flags': '--parallel 2' };
  const stranger = runAction(cwd, commits[0] ?? '', { ...inputs, untrusted: 'false' }, 'pull_request');
  assert.is(stranger.code, 0, stranger.printed);
  assert.match(stranger.printed, 'Nothing was published');
  assert.not.ok(existsSync(join(cwd, 'web')));
  const own = runAction(cwd, commits[0] ?? '', inputs);
  assert.is(own.code, 0, own.printed);
  assert.ok(existsSync(join(cwd, 'web/rss.xml')));
});

test('marks problems in the files, and fails', () => {
  const { cwd, commits } = repository(first, { 'articles/b.md': article({ title: 'B', date: 'soon' }) });
  const { code, printed, summary } = runAction(cwd, commits[0] ?? '');
  assert.is(code, 1);
  assert.match(printed, '::error file=articles/b.md,line=3,col=7,title=FW012');
  assert.is(summary, '');
});

test('works in a folder of the repository, with inputs, and without a commit to compare with', () => {
  const site = Object.fromEntries(Object.entries(first).map(([path, text]) => [`my site/${path}`, text]));
  const { cwd, commits } = repository(site, {
    'my site/articles/c.md': article({ title: 'C', date: '2021-09-04' }),
  });
  const inputs = { 'working-directory': 'my site', out: 'public', flags: '--limit 20 --no-pages' };
  const ran = runAction(cwd, commits[0] ?? '', inputs);
  assert.is(ran.code, 0, ran.printed);
  assert.match(ran.summary, '[C](<https://example.org/c/>)');
  assert.not.ok(existsSync(join(cwd, 'my site/public/index.html')));
  const none = runAction(cwd, '0'.repeat(40), inputs);
  assert.is(none.code, 0, none.printed);
  assert.match(none.summary, 'no commit before this one');
  assert.is(runAction(cwd, commits[0] ?? '', { ...inputs, changes: 'false' }).summary, '');
});

test('says so where the commit before cannot be built', () => {
  const { cwd, commits } = repository({ ...first, 'feedwright.config.yaml': 'titel: x\n' }, first);
  const { code, summary } = runAction(cwd, commits[0] ?? '');
  assert.is(code, 0);
  assert.match(summary, 'could not be built');
});

test('builds pull requests as the work of strangers, and others unless it is told to', () => {
  const program = "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\nexport default {};\n";
  const { cwd, commits } = repository(first, { 'feedwright.config.ts': program });
  spawnSync('rm', [join(cwd, 'feedwright.config.yaml')]);
  const run = (event: string, inputs: Record<string, string> = {}) =>
    runAction(cwd, commits[0] ?? '', { flags: '--url https://example.org', ...inputs }, event);
  for (const { code, printed } of [
    run('pull_request'),
    run('pull_request_target'),
    run('push', { untrusted: 'true' }),
  ]) {
    assert.is(code, 2, printed);
    assert.not.ok(existsSync(join(cwd, 'ran')));
  }
  assert.is(run('push', { untrusted: 'yes' }).code, 1);
  assert.is(run('push').code, 0);
  assert.ok(existsSync(join(cwd, 'ran')));
});

test.run();
