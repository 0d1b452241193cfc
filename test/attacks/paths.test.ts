import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { type OutputPath, outputPath, ownPath } from '../../src/platform/output-path.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, buildFiles, everyFeed, folderWith, now } from '../support/site-folder.js';

const test = suite('paths that lead elsewhere');
const url = ['--url', 'https://example.org'];
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const refused = [
  '',
  '/etc/passwd',
  '../x',
  'a/../../x',
  'a/./x',
  'a//b',
  'a/',
  'a\\b',
  'x\\..\\..\\_worker.js',
  '.git/hooks/pre-commit',
  'a/.htaccess',
  '_worker.js',
  'a/_x',
  'a\u0000b',
  'a\nb',
  'a\u007fb',
  'a\u0085b',
  'a\u2028b',
  'C:/x',
  'a:b',
  'a|b',
  'a?b',
  'a*b',
  'a"b',
  'a<b>',
  'con',
  'a/AUX.txt',
  'nul.html',
  'com1',
  'LPT9.png',
  'a./b',
  'a /b',
  'x'.repeat(300),
  'я'.repeat(120),
  '\ud800',
];

for (const path of refused) {
  test(`nothing is published at ${JSON.stringify(path).slice(0, 60)}`, () => {
    assert.type(outputPath(path), 'object');
    assert.throws(() => ownPath(path));
  });
}

test('what names one file on every system is let through', () => {
  for (const path of ['a', 'a/b.html', 'Ünïcode/файл.png', 'con-x/a', 'a.b.c', '~x', 'x'.repeat(200)])
    assert.is(outputPath(path), path as OutputPath);
  for (const path of ['_headers', '_redirects', '.htaccess', '.nojekyll', '.feedwright.json']) {
    assert.type(outputPath(path), 'object', path);
    assert.is(ownPath(path), path as OutputPath);
  }
  assert.throws(() => ownPath('a/_headers'));
});

/** Files that an article names and that must not get anywhere; each as its address, and where it lies on the disk. */
const assets: [address: string, file: string][] = [
  ['..%2f..%2f..%2fvictim.txt', 'victim.txt'],
  ['%2e%2e/%2e%2e/victim.txt', 'victim.txt'],
  ['x\\..\\..\\_worker.png', 'articles/x\\..\\..\\_worker.png'],
  ['.hidden.png', 'articles/.hidden.png'],
  ['_private/a.png', 'articles/_private/a.png'],
  ['%5fprivate/a.png', 'articles/_private/a.png'],
  ['con.png', 'articles/con.png'],
  ['a:b.png', 'articles/a:b.png'],
];

for (const [address, file] of assets) {
  test(`the asset ${address} is not published`, async () => {
    const cwd = articlesFolder({});
    mkdirSync(join(cwd, file, '..'), { recursive: true });
    writeFileSync(join(cwd, file), 'secret');
    const body = `![a](<${address}>) <img src="${address}">\n`;
    writeFileSync(
      join(cwd, 'articles/a.md'),
      article({ title: 'A', date: '2021-09-02', image: address }, body),
    );
    const before = readdirSync(cwd).sort();
    assert.is(feedwright([...url, '--out', 'out/dist'], cwd).code, 0);
    for (const name of readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' })) {
      const place = join(cwd, 'out', name);
      if (statSync(place).isFile()) assert.ok(readFileSync(place, 'latin1') !== 'secret', name);
    }
    const after = readdirSync(cwd).filter((name) => !['out', '.feedwright'].includes(name));
    assert.equal(after.sort(), before);
  });
}

test('links out of the articles are not followed, whoever names them', () => {
  const elsewhere = folderWith({ 'secret.png': png, 'secret.mp3': 'secret' });
  const cwd = articlesFolder({
    'a.md': article(
      { title: 'A', date: '2021-09-02', image: 'link.png', enclosure: { url: 'link.mp3', length: 6 } },
      '![a](link.png) ![b](folder/secret.png) [c](link.mp3)\n',
    ),
  });
  symlinkSync(join(elsewhere, 'secret.png'), join(cwd, 'articles/link.png'));
  symlinkSync(join(elsewhere, 'secret.mp3'), join(cwd, 'articles/link.mp3'));
  symlinkSync(elsewhere, join(cwd, 'articles/folder'));
  const { code, err } = feedwright(url, cwd);
  assert.is(code, 0, err);
  assert.match(err, /FW046[\s\S]*a link leads out of the folder of articles/);
  const names = readdirSync(join(cwd, 'dist'), { recursive: true, encoding: 'utf8' });
  assert.equal(
    names.filter((name) => /secret|link/.test(name)),
    [],
  );
});

test('a link to a hidden folder is not followed, one to another folder of the articles is', async () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02' }, '![a](open/a.png) ![b](shut/b.png)\n'),
    'pictures/a.png': png,
    '.shut/b.png': png,
  });
  symlinkSync(join(cwd, 'articles/pictures'), join(cwd, 'articles/open'));
  symlinkSync(join(cwd, 'articles/.shut'), join(cwd, 'articles/shut'));
  assert.is(feedwright(url, cwd).code, 0);
  assert.ok(existsSync(join(cwd, 'dist/a/open/a.png')) || existsSync(join(cwd, 'dist/open/a.png')));
  const names = readdirSync(join(cwd, 'dist'), { recursive: true, encoding: 'utf8' });
  assert.not.ok(names.some((name) => name.endsWith('b.png')));
});

test('rights to run a file are not copied', async () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02' }, '[a](notes.txt)\n'),
    'notes.txt': '#!/bin/sh\n',
  });
  chmodSync(join(cwd, 'articles/notes.txt'), 0o755);
  assert.is(feedwright(url, cwd).code, 0);
  const names = readdirSync(join(cwd, 'dist'), { recursive: true, encoding: 'utf8' });
  const copy = names.find((name) => name.endsWith('notes.txt')) ?? '';
  assert.is(statSync(join(cwd, 'dist', copy)).mode & 0o111, 0);
});

/** A folder of output with a manifest that names files which feedwright never wrote. */
function withManifest(files: object): string {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  mkdirSync(join(cwd, 'dist'));
  writeFileSync(join(cwd, 'dist/.feedwright.json'), JSON.stringify({ version: 2, files, feeds: [] }));
  return cwd;
}

test('a manifest whose feeds were somewhere else leads nowhere else', async () => {
  for (const odd of [
    { former: ['#x/'] },
    { former: ['../x/'] },
    { first: '<b>/' },
    { only: 'not a tag!!' },
  ]) {
    const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-01-01' }) });
    const request = { cwd, url: 'https://example.org', now, hosting: 'netlify' } as const;
    await build(request);
    const manifest = join(cwd, 'dist/.feedwright.json');
    const before = readFileSync(join(cwd, 'dist/rss.xml'));
    const { feeds, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ ...rest, feeds: [{ ...feeds[0], ...odd }] }));
    await build(request).catch((error: unknown) => assert.match(String(error), 'PublishError'));
    assert.equal(readFileSync(join(cwd, 'dist/rss.xml')), before);
    assert.not.ok(existsSync(join(cwd, 'dist/_redirects')));
  }
});

test('a manifest deletes nothing that feedwright did not write', () => {
  const cwd = withManifest({ CNAME: '', 'old.html': 'AAAAAAAAAAAAAAAAAAAAAA' });
  writeFileSync(join(cwd, 'dist/CNAME'), 'example.org');
  writeFileSync(join(cwd, 'dist/old.html'), 'mine');
  const { code, err } = feedwright(url, cwd);
  assert.is(code, 0, err);
  assert.match(err, /FW081/);
  assert.is(readFileSync(join(cwd, 'dist/CNAME'), 'utf8'), 'example.org');
  assert.is(readFileSync(join(cwd, 'dist/old.html'), 'utf8'), 'mine');
});

test('a manifest deletes nothing behind a link, and nothing outside', () => {
  const elsewhere = folderWith({ 'd/f': '' });
  const empty = '47DEQpj8HBSa-_TImW-5JC';
  const cwd = withManifest({
    'lnk/d/f': empty,
    '../outside': empty,
    '/etc/hostname': empty,
    'file-link': empty,
  });
  writeFileSync(join(cwd, 'outside'), '');
  symlinkSync(elsewhere, join(cwd, 'dist/lnk'));
  symlinkSync(join(elsewhere, 'd/f'), join(cwd, 'dist/file-link'));
  assert.is(feedwright(url, cwd).code, 0);
  assert.ok(existsSync(join(elsewhere, 'd/f')) && existsSync(join(cwd, 'outside')));
  assert.ok(lstatSync(join(cwd, 'dist/file-link')).isSymbolicLink());
});

test('what is still as it was published is deleted, what somebody changed stays and is told', () => {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02' }),
    'b.md': article({ title: 'B', date: '2021-09-02' }),
    'c.md': article({ title: 'C', date: '2021-09-02' }),
  });
  assert.is(feedwright(url, cwd).code, 0);
  for (const name of ['b', 'c'])
    writeFileSync(join(cwd, `articles/${name}.md`), article({ title: name, draft: true }));
  writeFileSync(join(cwd, 'dist/c/index.html'), 'mine now');
  const { err } = feedwright(url, cwd);
  assert.not.ok(existsSync(join(cwd, 'dist/b')));
  assert.is(readFileSync(join(cwd, 'dist/c/index.html'), 'utf8'), 'mine now');
  assert.match(err, /c\/index\.html was published by an earlier build/);
});

test('the output folder is no repository of git, and in none', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
  mkdirSync(join(cwd, 'public/.git'), { recursive: true });
  symlinkSync(join(cwd, '.git'), join(cwd, 'looks-harmless'));
  for (const out of ['.git', '.git/hooks', '.GIT/x', 'public', 'looks-harmless', 'looks-harmless/x', '.']) {
    const { code, err } = feedwright([...url, '--out', out], cwd);
    assert.is(code, 2, `${out}: ${err}`);
  }
  assert.equal(readdirSync(join(cwd, '.git')), ['hooks']);
});

test('styles are read below the folder of the settings only', () => {
  const secret = folderWith({ 'secret.css': 'secret' });
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  symlinkSync(join(secret, 'secret.css'), join(cwd, 'link.css'));
  for (const css of ['/etc/passwd', '../x.css', 'link.css', join(secret, 'secret.css')]) {
    writeFileSync(join(cwd, 'feedwright.config.json'), JSON.stringify({ url: 'https://example.org', css }));
    assert.is(feedwright([], cwd).code, 2, css);
  }
});

test('tags and languages named like devices have folders that every disk takes', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2021-09-02', tags: ['con', '_x', 'aux'], section: 'NUL' }),
    'b.md': article({ title: 'B', date: '2021-09-02', language: 'con' }),
  };
  const report = await buildFiles(files, { feeds: everyFeed });
  assert.ok(report.ok);
  for (const { path } of report.files) {
    const isOwn = ['_headers', '_redirects'].includes(path);
    if (!isOwn) assert.is(outputPath(path), path as OutputPath);
  }
});

test('addresses at which nothing can be published are told', async () => {
  for (const permalink of [
    '/con/',
    '/aux.html',
    '/_x/',
    '/a:b/',
    '/.well-known/x',
    '/a%3ab/',
    '/%5fx/',
    '/a./',
  ]) {
    const { ok, diagnostics } = await buildFiles({
      'a.md': article({ title: 'A', date: '2021-09-02', permalink }),
    });
    assert.not.ok(ok, permalink);
    assert.is(diagnostics[0]?.code, 'FW022', permalink);
  }
});

/** Sites whose folder of articles is a link to a folder beside them. */
const linkedSites: Record<string, { files: Record<string, string>; link: string; target: string }> = {
  Docusaurus: { files: { 'docusaurus.config.js': 'title: "x"' }, link: 'blog', target: '../home' },
  Hugo: { files: { 'hugo.toml': 'title = "x"' }, link: 'content', target: '../home' },
  Zola: {
    files: { 'config.toml': 'base_url = "https://example.org"\n' },
    link: 'content',
    target: '../home',
  },
  Hexo: {
    files: { '_config.yml': 'title: x\n', 'source/about.md': '' },
    link: 'source/_posts',
    target: '../../home',
  },
  Jekyll: { files: { '_config.yml': 'title: x\n' }, link: '_posts', target: '../home' },
};

for (const [tool, { files, link, target }] of Object.entries(linkedSites)) {
  for (const flags of [[], ['--untrusted']]) {
    test(`a link to a folder elsewhere is no folder of articles for ${tool} ${flags.join('')}`, () => {
      const site = Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text]));
      const secret = article({ title: 'Secret', date: '2024-01-01' }, 'secret 12345\n');
      const top = folderWith({ ...site, 'home/2024-01-01-salaries.md': secret });
      symlinkSync(target, join(top, 'site', link));
      const { out, err } = feedwright([...url, ...flags], join(top, 'site'));
      const dist = join(top, 'site/dist');
      const names = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [];
      const told = names
        .filter((name) => statSync(join(dist, name)).isFile())
        .map((name) => readFileSync(join(dist, name), 'utf8'));
      assert.not.match([...told, out, err].join(''), /12345|Secret/);
    });
  }
}

test('nothing is published behind a link in the output folder', () => {
  const victim = folderWith({ 'b/notes.txt': 'precious', 'b/index.html': 'precious' });
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-02', permalink: '/x/b/' }, '[n](notes.txt)\n'),
    'notes.txt': 'EVIL',
    '../dist/.feedwright.json': '{"version":2,"files":{"x/b/index.html":"x","x/b/notes.txt":"x"},"feeds":[]}',
  });
  symlinkSync(victim, join(cwd, 'dist/x'));
  for (const flags of [[], ['--untrusted']]) {
    const { code, err } = feedwright([...url, ...flags], cwd);
    assert.is(code, 1, err);
    assert.match(err, 'dist/x is in the way: not a folder');
    assert.equal(
      ['b/notes.txt', 'b/index.html'].map((path) => readFileSync(join(victim, path), 'utf8')),
      ['precious', 'precious'],
    );
  }
});

test('--untrusted takes no settings of a folder above the site', () => {
  const top = folderWith({
    'hugo.toml': 'title = "Of the parent"\n',
    'content/site/articles/a.md': article({ title: 'A', date: '2021-09-02' }),
  });
  const cwd = join(top, 'content/site');
  assert.is(feedwright([...url, '--untrusted'], cwd).code, 0);
  assert.not.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), 'Of the parent');
});

test('an address may ask and point, and have slashes too many, and names its file all the same', async () => {
  const body = '![a](figs//a.png?size=1#top) ![b](./figs/./a.png) ![c](other/../figs/a.png)\n';
  const { articles, files, diagnostics } = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-09-02' }, body),
    'figs/a.png': png,
  });
  assert.equal([diagnostics, articles.length], [[], 1]);
  assert.equal(
    files.filter(({ path }) => path.endsWith('.png')).map(({ path }) => path),
    ['a/figs/a.png'],
  );
});

test('pipes that nobody writes into are not waited for', () => {
  const cwd = articlesFolder({
    'a.md': article(
      { title: 'A', date: '2021-09-02', image: 'pipe.png', enclosure: 'pipe.mp3' },
      '![a](pipe.png)\n',
    ),
    'c.md': article({ title: 'C', date: '2021-09-03' }),
  });
  for (const name of ['b.md', '_index.md', 'pipe.png', 'pipe.mp3', 'authors.yml'])
    execFileSync('mkfifo', [join(cwd, 'articles', name)]);
  execFileSync('mkfifo', [join(cwd, '_config.yml')]);
  const { code, out, err } = feedwright([...url, '--skip-invalid'], cwd);
  assert.is(code, 0, err);
  assert.match(out, 'not an article (3): README.md, _index.md, b.md');
});

test.run();
