import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../src/index.js';
import { serve } from './support/serve.js';
import { article, folderWith, now } from './support/site-folder.js';

const test = suite('what the documentation tells to do');
const project = fileURLToPath(new URL('..', import.meta.url));
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  readdirSync(join(project, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);
const textOf = (page: string) => readFileSync(join(project, page), 'utf8');

test('parts of the tests that are named have tests', () => {
  const files = readdirSync(join(project, 'test'), { recursive: true, encoding: 'utf8' });
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/npm test -- ([\w/.-]+)/g)].map(([, part = '']) => part),
  );
  assert.ok(named.length > 0);
  for (const part of named)
    assert.ok(
      files.some((file) => file.endsWith('.test.ts') && file.includes(part)),
      part,
    );
});

interface Block {
  language: string;
  code: string;
}

function blocksOf(page: string): Block[] {
  const found = textOf(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', code = '']) => ({ language, code }));
}

/**
 * Programs as the documentation calls them: `npx feedwright` is this one, and `npm` knows the scripts that there are.
 *
 * @param hub an address that says yes to everything
 */
function tools(hub: string): string {
  const cli = `'${process.execPath}' '${join(project, 'lib/cli.js')}'`;
  const folder = folderWith({
    npx: `#!/bin/sh
test "$1 $2" = 'astro build' && mkdir -p dist && exit 0
test "$1" = feedwright || exit 9
shift
case "$1" in
  init) case "$*" in *--yes*) ;; *--url*) set -- "$@" --yes --language en --timezone UTC ;; *) set -- "$@" --yes --url https://example.org --language en --timezone UTC ;; esac ;;
  notify) echo 'hub: ${hub}' >> feedwright.config.yaml ;;
  serve)
    ${cli} "$@" --port 0 > serve.log 2>&1 & server=$!
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do grep -q Serving serve.log && break; sleep 0.5; done
    kill -INT $server; wait $server; exit $? ;;
esac
exec ${cli} "$@"
`,
    npm: `#!/bin/sh
test "$1" = run && shift
case "$1" in ci|test) exit 0 ;; esac
grep -q "\\"$1\\": " '${join(project, 'package.json')}' || exit 9
`,
  });
  for (const name of ['npx', 'npm']) chmodSync(join(folder, name), 0o755);
  return folder;
}

/** A folder with all that the documentation speaks of. */
function siteFor(page: string): string {
  const begins = textOf(page).includes('npx feedwright init');
  const post = article({ title: 'A', date: '2021-09-02', section: 'Health' });
  const files = {
    ...(begins
      ? {}
      : { 'feedwright.config.yaml': 'url: https://example.org\ntitle: T\n', 'articles/a.md': post }),
    'my-articles/a.md': post,
    'my-site/_posts/2021-09-02-a.md': article({ title: 'A' }),
    'my-site/_config.yml': 'title: T\n',
    'wordpress.xml': `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>T</title><link>https://example.org</link>
<wp:wxr_version>1.2</wp:wxr_version><item><title>W</title><link>https://example.org/w/</link><guid>w</guid><pubDate>Thu, 02 Sep 2021 00:00:00 +0000</pubDate>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
  };
  const cwd = folderWith(files);
  spawnSync('git', ['init', '--quiet'], { cwd });
  return cwd;
}

function runShell(
  code: string,
  cwd: string,
  path: string,
): Promise<{ status: number | null; printed: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, CI: '', PATH: `${path}:${process.env.PATH}` };
    const child = spawn('sh', ['-e', '-c', code], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (printed += chunk));
    child.on('close', (status) => resolve({ status, printed }));
  });
}

for (const page of pages) {
  const commands = blocksOf(page).filter(({ language }) => language === 'sh');
  if (commands.length === 0) continue;
  test(`every command of ${page} works, in its order`, async () => {
    const live = await build({
      cwd: folderWith({ 'articles/a.md': article({ title: 'A', date: '2021-09-02' }) }),
      url: 'https://example.org',
      now,
    });
    const server = await serve(live.site.out);
    const path = tools(`${server.origin}/rss.xml`);
    const cwd = siteFor(page);
    try {
      for (const { code } of commands) {
        const local = code.replace(/https:\/\/example\.org\/(feed|rss)\.xml/g, `${server.origin}/rss.xml`);
        const { status, printed } = await runShell(local, cwd, path);
        assert.is(status, 0, `${code}\n${printed}`);
      }
    } finally {
      await server.close();
    }
  });
}

test('every article that is shown is one', async () => {
  const shown = pages.flatMap(blocksOf).filter(({ language }) => language === 'markdown');
  assert.ok(shown.length >= 2);
  for (const [index, { code }] of shown.entries()) {
    const cwd = folderWith({ [`articles/shown-${index}.md`]: code });
    const report = await build({ cwd, url: 'https://example.org', now, write: false });
    assert.equal([report.ok, report.articles.length, report.diagnostics], [true, 1, []], code);
  }
});

test('every program that is shown has right types, and runs', () => {
  const cwd = folderWith({
    'my-articles/a.md': article({ title: 'A', date: '2021-09-02' }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2022',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
        typeRoots: [join(project, 'node_modules/@types')],
      },
    }),
    'package.json': '{"type":"module"}',
  });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(project, join(cwd, 'node_modules/feedwright'), 'dir');
  const shown = pages.flatMap(blocksOf).filter(({ language }) => language === 'ts');
  assert.ok(shown.length >= 3);
  for (const [index, { code }] of shown.entries()) {
    writeFileSync(join(cwd, `shown-${index}.ts`), code);
    const file = join(cwd, `shown-${index}.ts`);
    const ran = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
      cwd,
      encoding: 'utf8',
    });
    assert.is(ran.status, 0, `${code}\n${ran.stderr}`);
  }
  const checked = spawnSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', cwd], {
    encoding: 'utf8',
  });
  assert.is(checked.status, 0, checked.stdout);
});

test('every link of the documentation leads to a file and a heading', () => {
  const anchorsOf = (page: string) =>
    [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
  const repository = 'https://github.com/feedwright/feedwright/';
  for (const page of pages) {
    const prose = textOf(page).replace(/`[^`\n]*`/g, '');
    for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      const own = link.startsWith(repository)
        ? link.slice(repository.length).replace(/^(tree|blob)\/main\//, '')
        : undefined;
      if (own === undefined && /^https?:/.test(link)) continue;
      const [path = '', anchor] = (own ?? link).split('#');
      const target = own ?? (path === '' ? page : posix.normalize(posix.join(dirname(page), path)));
      assert.ok(existsSync(join(project, target)), `${page}: ${link}`);
      if (anchor) assert.ok(anchorsOf(target).includes(anchor), `${page}: ${link}`);
    }
  }
});

test('the page of the API names all that the package exports, and nothing else', () => {
  const index = readFileSync(join(project, 'src/index.ts'), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  const exported = [...index.matchAll(/\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.replace('type ', '').trim())
      .filter(Boolean),
  );
  const page = textOf('docs/api.md');
  const missing = exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(page));
  assert.equal(missing, []);
});

test.run();
