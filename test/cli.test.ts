import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedwright } from './support/run-cli.js';
import { article, articlesFolder, folderWith } from './support/site-folder.js';

const test = suite('the command');
const url = ['--url', 'https://example.org'];
const files = {
  'a.md': article({ title: 'A', date: '2021-01-02' }),
  'b.md': article({ title: 'B', date: '2021-01-01', draft: true }),
  'c.md': article({ title: 'C', date: '2090-01-01' }),
  'd.md': article({ title: 'D' }),
};

test('a folder of articles and an address are enough', () => {
  const cwd = articlesFolder(files);
  const { code, out, err } = feedwright(url, cwd);
  assert.equal([code, err], [0, '']);
  assert.match(out, /^Wrote dist: \d+ files, \d+ new, 0 changed, 0 unchanged$/m);
  assert.match(out, /^ {2}1 feed in 3 documents \(rss\.xml, atom\.xml, feed\.json\), \d/m);
  assert.match(out, /1 article published for https:\/\/example\.org\//);
  assert.match(
    out,
    /4 files left out:\n {2}draft \(1\): b\.md\n {2}future \(1\): c\.md\n {2}no date \(1\): d\.md\n {2}not an article \(1\): README\.md/,
  );
  assert.match(out, /^\d{1,2}\.\d\d s$/m);
  assert.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), '<title>A</title>');
});

test('drafts, the future, and another now', () => {
  const cwd = articlesFolder(files);
  const titles = (...args: string[]) => {
    const { out, code, err } = feedwright([...url, '--json', ...args], cwd);
    assert.is(code, 0, err);
    return JSON.parse(out).articles.map(({ title }: { title: string }) => title);
  };
  assert.equal(titles('--drafts'), ['A', 'B']);
  assert.equal(titles('--future'), ['C', 'A']);
  assert.equal(titles('--now', '2090-01-02'), ['C', 'A']);
  const { code, err: told } = feedwright([...url, '--now', '2020-01-01'], cwd);
  assert.is(code, 1);
  assert.match(told, 'FW082');
  const { out } = feedwright([...url, '--json'], cwd, { SOURCE_DATE_EPOCH: '3786912000' });
  assert.is(JSON.parse(out).articles.length, 2);
});

test('--json stands alone among the ways of printing', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-01-02' }) });
  for (const other of ['--format=sarif', '--stats']) {
    const { code, err } = feedwright([...url, '--json', other], cwd);
    assert.is(code, 2, other);
    assert.match(err, `--json cannot be used with --${other.includes('stats') ? 'stats' : 'format'}.`);
  }
  assert.ok(JSON.parse(feedwright([...url, '--json', '--quiet'], cwd).out).ok);
});

test('--json prints one report and nothing else, also when it fails', () => {
  const cwd = articlesFolder({ ...files, 'bad.md': article({ date: 'never' }) });
  const failed = feedwright([...url, '--json'], cwd);
  assert.is(failed.code, 1);
  const report = JSON.parse(failed.out);
  assert.equal([report.ok, report.files, report.diagnostics[0].code], [false, [], 'FW012']);
  const wrong = feedwright(['--json', '--limit', 'x', ...url], cwd);
  assert.is(wrong.code, 2);
  assert.match(JSON.parse(wrong.out).problems[0].message, /limit is "x"/);
});

test('--quiet prints problems only', () => {
  const { code, out, err } = feedwright([...url, '--quiet'], articlesFolder(files));
  assert.equal([code, out, err], [0, '', '']);
});

test('a problem shows its place, the line, a mark and what to do', () => {
  const { code, out, err } = feedwright(
    url,
    articlesFolder({ 'x/bad.md': '---\ntitle: A\ndate: 31.02.2021\n---\n' }),
  );
  assert.is(code, 1);
  assert.match(err, /^x\/bad\.md:3:7 error FW012$/m);
  assert.match(err, /^ {5}3 \| date: 31\.02\.2021\n {7}\| {7}\^$/m);
  assert.match(err, /does not exist: February 2021 has 28 days\.$/m);
  assert.match(err, /→ Correct the date\.$/m);
  assert.match(err, /^1 error, 0 warnings$/m);
  assert.match(out, /Nothing was published/);
  assert.not.match(err + out, /\u001b\[/);
});

test('wrong usage: exit code 2, and what was probably meant', () => {
  const cwd = articlesFolder(files);
  const cases: [string[], RegExp][] = [
    [['build', '--titel', 'x', ...url], /no flag --titel\.\n {2}Did you mean --title\?/],
    [['--limt', '5', ...url], /no flag --limt\.\n {2}Did you mean --limit\?/],
    [['bild'], /"bild" is neither a command nor a folder\.\n {2}Did you mean "feedwright build"\?/],
    [['build', 'articles', 'more', ...url], /Unexpected argument "more"/],
    [['--drafts=maybe', ...url], /--drafts is "maybe", but must be true or false/],
    [[...url, ...url], /--url was given more than once/],
    [['--limit', 'abc', ...url], /limit is "abc", but must be a number/],
    [['--limit', '0', ...url], /limit is 0, but must be at least 1/],
    [['--content', 'all', ...url], /content is "all", but must be one of "full", "summary"/],
    [['--now', 'soon', ...url], /--now soon is not a date/],
    [[], /site has no address/],
    [['nowhere', ...url], /There is no folder nowhere\./],
  ];
  for (const [args, message] of cases) {
    const { code, out, err } = feedwright(args, cwd);
    assert.is(code, 2, args.join(' '));
    assert.match(err, message);
    assert.is(out, '', args.join(' '));
  }
  assert.is(feedwright(url, cwd, { SOURCE_DATE_EPOCH: 'x' }).code, 2);
});

test('an output folder that cannot be used: exit code 1', () => {
  const cwd = articlesFolder(files);
  const out = folderWith({ 'rss.xml': 'not ours' });
  const { code, err } = feedwright([...url, '-o', out], cwd);
  assert.is(code, 1);
  assert.match(err, /rss\.xml is in the way: a file that feedwright did not write/);
});

test('help, version and completion', () => {
  const cwd = folderWith({});
  const help = feedwright(['--help'], cwd, { LANG: 'ru_RU.UTF-8' });
  assert.is(help.code, 0);
  for (const flag of ['--out', '--url', '--limit', '--content', '--json', 'Examples:'])
    assert.match(help.out, flag);
  assert.match(feedwright(['--version'], cwd).out, /^\d+\.\d+\.\d+\n$/);
  assert.match(feedwright(['completion'], cwd, { SHELL: '/bin/bash' }).out, /complete .* feedwright/);
});

test('colours only where they are wanted', () => {
  const cwd = articlesFolder(files);
  assert.match(feedwright(url, cwd, { NO_COLOR: '', FORCE_COLOR: '1' }).out, /\u001b\[32m/);
  assert.not.match(feedwright(url, cwd, { NO_COLOR: '1', FORCE_COLOR: '1' }).out, /\u001b\[/);
});

test('--quiet does not hide a failure', () => {
  const { code, out, err } = feedwright(
    [...url, '--quiet'],
    articlesFolder({ 'a.md': '---\ntitle: [\n---\n' }),
  );
  assert.equal([code, out.includes('Nothing was published')], [1, true], out + err);
  assert.match(err, 'a.md:');
});

test.run();
