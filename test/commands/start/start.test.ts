import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedwright } from '../../support/run-cli.js';
import { article, folderWith } from '../../support/site-folder.js';

const test = suite('from nothing');
const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');

test('init, new and build make a site out of an empty folder', () => {
  const cwd = folderWith({});
  const init = feedwright(
    ['init', '--yes', '--url', 'https://example.org', '--title', 'A: B', '--timezone', 'Asia/Kamchatka'],
    cwd,
  );
  assert.is(init.code, 0, init.err);
  assert.match(init.out, /^wrote feedwright\.config\.yaml$/m);
  const made = feedwright(
    ['new', 'Паром: снова', '--section', 'Economy', '--now', '2021-09-02T13:00:00Z'],
    cwd,
  );
  assert.equal([made.code, made.out], [0, 'articles/parom-snova.md\n'], made.err);
  const text = read(cwd, 'articles/parom-snova.md');
  assert.match(
    text,
    'title: "Паром: снова"\ndate: 2021-09-03 01:00\nsection: Economy\ndraft: true\nid: urn:uuid:',
  );
  assert.match(made.err, 'remove "draft: true"');
  const second = feedwright(['new', 'Паром: снова', '--language', 'ru', '--no-draft'], cwd);
  assert.is(second.out, 'articles/ru/parom-snova.md\n');
  assert.match(read(cwd, 'articles/ru/parom-snova.md'), 'language: ru\nid: ');
  assert.is(feedwright(['new', 'Паром: снова'], cwd).out, 'articles/parom-snova-2.md\n');
  const built = feedwright([], cwd);
  assert.is(built.code, 0, built.err);
  assert.match(built.out, 'draft (2): parom-snova');
  assert.match(read(cwd, 'dist/ru/rss.xml'), '<title>Паром: снова</title>');
  assert.match(read(cwd, 'feedwright.lock'), 'urn:uuid:');
  assert.is(read(cwd, '.gitignore'), 'dist/\nnode_modules/\n');
  assert.not.ok(existsSync(join(cwd, '.github')));
});

test('init names the schemas for editors where the package is installed', () => {
  const init = (files: Record<string, string>) => {
    const cwd = folderWith(files);
    feedwright(['init', '--yes', '--url', 'https://example.org'], cwd);
    return read(cwd, 'feedwright.config.yaml') + read(cwd, 'articles/first.md');
  };
  assert.not.match(init({}), 'yaml-language-server');
  const installed = init({ 'node_modules/feedwright/schemas/settings.json': '{}' });
  assert.is(installed.match(/^# yaml-language-server: \$schema=\.\.?\/node_modules\//gm)?.length, 2);
});

test('init never overwrites, and asks nothing where nobody can answer', () => {
  const files = { 'feedwright.config.yaml': 'url: https://mine.example.org\n', '.gitignore': 'node_modules' };
  const cwd = folderWith(files);
  const init = ['init', '--url', 'https://example.org'];
  const { code, out } = feedwright([...init, '--workflow'], cwd);
  assert.is(code, 0);
  assert.match(out, 'left feedwright.config.yaml unchanged');
  assert.is(read(cwd, 'feedwright.config.yaml'), files['feedwright.config.yaml']);
  assert.is(read(cwd, '.gitignore'), 'node_modules\ndist/\n');
  assert.ok(existsSync(join(cwd, '.github/workflows/feeds.yml')));
  assert.equal(feedwright(init, cwd).out.match(/^wrote/gm), null);
});

test('init takes no address that nobody gave', () => {
  const cwd = folderWith({});
  for (const args of [['init'], ['init', '--yes']]) {
    const { code, err } = feedwright(args, cwd);
    assert.is(code, 2);
    assert.match(err, 'The site has no address');
    assert.match(err, '--url https://news.example.org');
  }
  assert.not.ok(existsSync(join(cwd, 'feedwright.config.yaml')));
  feedwright(['init', '--url', 'news.example.org/town'], cwd);
  assert.match(read(cwd, 'feedwright.config.yaml'), 'url: https://news.example.org/town\n');
});

test('a site of another tool gets settings only, and new articles where that tool has them', () => {
  const cwd = folderWith({ '_config.yml': 'title: J\n', '_posts/2021-01-02-a.md': article({ title: 'A' }) });
  const { out } = feedwright(['init', '--yes', '--url', 'https://example.org'], cwd);
  assert.match(out, 'Jekyll site, recognized by _config.yml, _posts');
  assert.not.ok(existsSync(join(cwd, 'articles')));
  const made = feedwright(['new', 'Next', '--now', '2021-09-02', '--no-draft'], cwd);
  assert.is(made.out, '_posts/2021-09-02-next.md\n', made.err);
  const built = feedwright([], cwd);
  assert.is(built.code, 0, built.err);
  assert.match(read(cwd, 'dist/rss.xml'), 'https://example.org/2021/09/02/next.html');
  assert.not.ok(existsSync(join(cwd, 'dist/index.html')));
});

test('wrong answers are told together', () => {
  const cwd = folderWith({});
  const { code, err } = feedwright(
    ['init', '--yes', '--url', 'x', '--language', '?', '--timezone', 'Moon'],
    cwd,
  );
  assert.is(code, 2);
  for (const word of ['"x"', '"?"', '"Moon"']) assert.match(err, word);
  assert.is(feedwright(['new'], cwd).code, 2);
  assert.not.ok(existsSync(join(cwd, 'feedwright.config.yaml')));
});

test('whatever the title, a build reads the new article', () => {
  const cwd = folderWith({ 'feedwright.config.yaml': 'url: https://example.org\n' });
  const titles = ['README', 'Con', '_draft', '.hidden', '😀', 'A / B: "c"', 'x'.repeat(300)];
  for (const title of titles) assert.is(feedwright(['new', title, '--no-draft'], cwd).code, 0, title);
  const { code, out, err } = feedwright(['build'], cwd);
  assert.is(code, 0, err);
  assert.match(out, `${titles.length} articles published`);
});

test('a new article in a language that is none is refused', () => {
  const cwd = folderWith({ 'feedwright.config.yaml': 'url: https://example.org\n' });
  const { code, err } = feedwright(['new', 'T', '--language', 'not a language'], cwd);
  assert.is(code, 2);
  assert.match(err, '"not a language" is not a language tag such as en, ru or pt-BR.');
  assert.not.ok(existsSync(join(cwd, 'articles')));
});

test.run();
