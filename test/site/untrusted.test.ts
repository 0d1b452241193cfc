import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedwright, type Ran } from '../support/run-cli.js';
import { article, articlesFolder, folderWith } from '../support/site-folder.js';

const test = suite('sites of strangers');
const program =
  "require('node:fs').writeFileSync('ran', '');\nmodule.exports = { url: 'https://example.org' };\n";
const files = { 'a.md': article({ title: 'A', date: '2021-09-02' }) };
const address = 'url: https://example.org\n';

function site(settings: string, more: Record<string, string> = {}): string {
  return articlesFolder({ ...files, '../feedwright.config.yaml': address + settings, ...more });
}

function untrusted(cwd: string, ...args: string[]): Ran {
  return feedwright(['--untrusted', ...args], cwd);
}

for (const ending of ['ts', 'js', 'mjs']) {
  test(`settings in .${ending} run by choice of the owner, and are refused with --untrusted`, () => {
    const text = ending === 'mjs' ? "import './x.cjs';\nexport { default } from './x.cjs';\n" : program;
    const cwd = articlesFolder({ ...files, [`../feedwright.config.${ending}`]: text, '../x.cjs': program });
    const refused = untrusted(cwd);
    assert.is(refused.code, 2, refused.err);
    assert.match(refused.err, 'is a program');
    assert.not.ok(existsSync(join(cwd, 'ran')));
    const named = untrusted(cwd, '--config', `feedwright.config.${ending}`);
    assert.equal([named.code, existsSync(join(cwd, 'ran'))], [2, false]);
    assert.is(feedwright([], cwd).code, 0);
    assert.ok(existsSync(join(cwd, 'ran')));
  });
}

test('templates are refused too, and data is not', () => {
  const cwd = site('templates: { article: t.js }\n', { '../t.js': program });
  const { code, err } = untrusted(cwd);
  assert.equal([code, existsSync(join(cwd, 'ran'))], [2, false], err);
  assert.is(untrusted(site('')).code, 0);
});

for (const setting of ['articles: ../elsewhere', 'out: ../elsewhere', 'css: ../elsewhere/a.css']) {
  test(`a path of the settings does not leave the site: ${setting}`, () => {
    const cwd = join(
      folderWith({
        'elsewhere/a.md': files['a.md'],
        'elsewhere/a.css': 'b {}',
        'site/articles/a.md': files['a.md'],
        'site/feedwright.config.yaml': `${address}${setting}\n`,
      }),
      'site',
    );
    const { code, err } = untrusted(cwd);
    assert.is(code, 2, err);
    assert.match(err, 'outside of the site');
    assert.equal(readdirSync(join(cwd, '../elsewhere')), ['a.css', 'a.md']);
  });
}

for (const link of ['articles', 'dist', 'feedwright.config.yaml']) {
  test(`a link does not lead out of the site: ${link}`, () => {
    const top = folderWith({
      'elsewhere/articles/a.md': files['a.md'],
      'elsewhere/dist/mine.txt': 'mine',
      'elsewhere/feedwright.config.yaml': address,
      ...(link === 'articles' ? {} : { 'site/articles/a.md': files['a.md'] }),
      ...(link === 'feedwright.config.yaml' ? {} : { 'site/feedwright.config.yaml': address }),
    });
    symlinkSync(join('../elsewhere', link), join(top, 'site', link));
    for (const flags of [[], ['--out', 'dist'], ['articles']]) {
      const { code, err } = untrusted(join(top, 'site'), ...flags);
      assert.is(code, 2, err);
      assert.match(err, 'outside of the site');
    }
    assert.equal(readdirSync(join(top, 'elsewhere/dist')), ['mine.txt']);
    assert.is(feedwright([], join(top, 'site')).code, 0, 'the owner may link where he likes');
  });
}

test('settings of another tool are not read through a link that leads out of the site', () => {
  const top = folderWith({
    'secret.yml': 'url: https://secret.example\ntitle: Secret\n',
    'site/_posts/2021-09-02-a.md': files['a.md'],
  });
  symlinkSync('../secret.yml', join(top, 'site/_config.yml'));
  const { code, out, err } = feedwright([], join(top, 'site'));
  assert.is(code, 2);
  assert.not.match(out + err, 'secret');
});

for (const [file, content] of [
  ['feedwright.config.yaml', 'root:x:0:0: secret: line: ['],
  ['feedwright.config.json', 'root:x:0:0 secret'],
  ['feedwright.config.yml', 'secret: 1'],
] as const) {
  test(`a link to what is not settings shows nothing of it: ${file}`, () => {
    const top = folderWith({ 'other-file': content, 'site/articles/a.md': files['a.md'] });
    symlinkSync('../other-file', join(top, 'site', file));
    const { code, out, err } = untrusted(join(top, 'site'), '--url', 'https://example.org');
    assert.is(code, 2);
    assert.match(err, 'a link that leads outside of the site');
    assert.not.match(out + err, /secret|root:x/);
  });
}

test('folders and settings that are named through links are reached', () => {
  const top = folderWith({
    'real/articles/a.md': files['a.md'],
    'real/feedwright.config.yaml': address,
    'elsewhere/x': '',
    'site/articles/a.md': files['a.md'],
    'site/feedwright.config.yaml': address,
  });
  symlinkSync('real', join(top, 'link'));
  symlinkSync('elsewhere', join(top, 'outlink'));
  const site = join(top, 'site');
  for (const flags of [
    ['--out', '../outlink/new/dist'],
    ['--config', '../link/feedwright.config.yaml', '--out', '../elsewhere/two'],
    ['../link/articles', '--config', '../link/feedwright.config.yaml', '--out', '../elsewhere/three'],
  ]) {
    const { code, err } = untrusted(site, ...flags);
    assert.is(code, 0, `${flags.join(' ')}: ${err}`);
  }
});

test('the folder that somebody is in is not reached where the site is below it', () => {
  const cwd = folderWith({
    'mine.txt': 'mine',
    'probe.cjs': `
      const { permission } = process;
      if (permission) console.error(permission.has('fs.read', "MINE"));
    `,
    'pr/articles/a.md': files['a.md'],
    'pr/feedwright.config.yaml': address,
  });
  const probe = readFileSync(join(cwd, 'probe.cjs'), 'utf8').replace(
    '"MINE"',
    JSON.stringify(join(cwd, 'mine.txt')),
  );
  writeFileSync(join(cwd, 'pr/probe.cjs'), probe);
  const env = { NODE_OPTIONS: `--require ${join(cwd, 'pr/probe.cjs')}` };
  const { code, err } = feedwright(['pr/articles', '--untrusted', '--out', 'pr/dist'], cwd, env);
  assert.is(code, 0, err);
  assert.match(err, /^false$/m);
});

test('whoever builds may name folders that are elsewhere', () => {
  const out = join(folderWith({}), 'new/deep/dist');
  const { code, err } = untrusted(site(''), '--out', out);
  assert.is(code, 0, err);
  assert.ok(existsSync(join(out, 'rss.xml')));
});

test('what only the owner may allow is not allowed', () => {
  const settings = 'assets: [html]\nhtml: { tags: [canvas] }\n';
  const body = '[a page](page.html) <canvas></canvas>\n';
  const cwd = site(settings, {
    'a.md': article({ title: 'A', date: '2021-09-02' }, body),
    'page.html': '<p>',
  });
  const { code, out, err } = untrusted(cwd);
  assert.is(code, 0, err);
  assert.match(out + err, 'FW045');
  const published = readdirSync(join(cwd, 'dist'), { recursive: true }).map(String);
  assert.equal(
    published.filter((path) => path.endsWith('page.html')),
    [],
  );
  assert.not.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), '<canvas');
});

test('neither the cache nor feedwright.lock is written', () => {
  const cwd = site('', { '../feedwright.lock': '' });
  mkdirSync(join(cwd, 'node_modules'));
  assert.is(untrusted(cwd).code, 0);
  assert.equal(readdirSync(join(cwd, 'node_modules')), []);
  assert.not.ok(existsSync(join(cwd, '.feedwright')));
  assert.is(readFileSync(join(cwd, 'feedwright.lock'), 'utf8'), '');
});

/** Says what the process that builds may do, once it is one that Node confines. */
const probe = `
const { permission } = process;
if (permission) {
  const may = (what, where) => permission.has(what, where);
  const here = process.cwd();
  console.error(JSON.stringify({
    child: may('child'), worker: may('worker'),
    passwd: may('fs.read', '/etc/passwd'), beside: may('fs.read', here + '/../other'),
    read: may('fs.read', here + '/articles/a.md'), articles: may('fs.write', here + '/articles/a.md'),
    out: may('fs.write', here + '/dist/rss.xml'), like: may('fs.write', here + '/dist2'),
  }));
}
`;

for (const command of ['build', 'check']) {
  test(`${command} runs in a process that reaches the site and nothing else`, () => {
    const cwd = site('', { '../probe.cjs': probe });
    const options = { NODE_OPTIONS: `--require ${join(cwd, 'probe.cjs')}` };
    const { code, err } = feedwright([command, '--untrusted'], cwd, options);
    assert.is(code, 0, err);
    const nothing = { child: false, worker: false, passwd: false };
    const rest = { beside: false, read: true, articles: false, out: true, like: false };
    assert.equal(JSON.parse(err.split('\n')[0] ?? ''), { ...nothing, ...rest });
  });
}

test('publishes what it would publish without the flag, and leaves nothing behind', () => {
  const bodies = Array.from({ length: 400 }, (_, index) => `${index}. ${'Text of an article. '.repeat(800)}`);
  const many = bodies.map((body, index) => [
    `${index}.md`,
    article({ title: `T${index}`, date: '2021-09-02', tags: ['a', 'b'] }, body),
  ]);
  const cwd = site('', Object.fromEntries(many));
  const temporary = folderWith({});
  const env = { TMPDIR: temporary };
  const [usual, confined] = [
    ['--out', 'one'],
    ['--out', 'two', '--untrusted'],
  ].map((flags) => feedwright(flags, cwd, env));
  assert.equal([usual?.code, confined?.code], [0, 0], confined?.err);
  const read = (folder: string) =>
    readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(join(cwd, folder).length), readFileSync(file, 'utf8')])
      .sort();
  assert.equal(read('two'), read('one'));
  assert.equal(readdirSync(temporary), []);
});

test.run();
