import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildRequest, build, check } from '../../src/index.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, now } from '../support/site-folder.js';
import { parseXml } from '../support/xml.js';

const test = suite('checking articles');
const url = 'https://example.org';

/** Codes and places of what a check finds in these articles. */
async function found(files: Record<string, string>, settings: BuildRequest = {}) {
  const report = await check({ cwd: articlesFolder(files), url, now, ...settings });
  return report.diagnostics.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

const good = { title: 'A', date: '2021-09-02', summary: 'S' };

test('a good article has no problem', async () => {
  assert.equal(
    await found({
      'a.md': article(good, 'Text [b](b.md) ![x](c.png)\n'),
      'b.md': article(good),
      'c.png': 'x',
    }),
    [],
  );
});

test('each kind of problem has its code and its place', async () => {
  const cases: [code: string, fields: object, body: string, place: string][] = [
    ['FW060', { ...good, sumary: 'x' }, '', '5:9'],
    ['FW061', { ...good, pubDate: '2021-09-05' }, '', '5:10'],
    ['FW062', good, 'One\n\nSee [x](gone.md).\n', '9:9'],
    ['FW063', good, '![x](gone.png)\n', '7:6'],
    ['FW063', { ...good, image: { url: 'gone.png', alt: 'x' } }, '', '5:8'],
    ['FW064', good, '![](https://example.com/x.png)\n', '7:25'],
    ['FW066', { ...good, title: 'x'.repeat(121) }, '', '2:8'],
    ['FW067', { ...good, updated: '2021-09-01' }, '', '5:10'],
  ];
  for (const [code, fields, body, place] of cases) {
    assert.equal(
      await found({ 'a.md': article(fields as Record<string, unknown>, body) }),
      [`${code} a.md:${place}`],
      code,
    );
  }
  const early = { ...good, updated: '2021-09-01' };
  const { diagnostics } = await check({ cwd: articlesFolder({ 'a.md': article(early) }), url, now });
  assert.match(diagnostics[0]?.message ?? '', /^The update date is before the publication date, so/);
  const dated = await found({ '2021-01-01-a.md': article(good) });
  assert.equal(dated, ['FW061 2021-01-01-a.md:3:7']);
});

test('levels are set by code', async () => {
  const files = { 'a.md': article({ title: 'A', date: '2021-09-02' }, '![](https://example.com/x.png)\n') };
  assert.equal(await found(files, { levels: { FW064: 'off' } }), []);
  assert.equal(await found(files, { levels: { FW064: 'off', FW065: 'warning' } }), ['FW065 a.md:1:1']);
  const strict = await check({ cwd: articlesFolder(files), url, now, strict: true });
  assert.equal([strict.ok, strict.diagnostics[0]?.level], [false, 'error']);
  const error = await build({ cwd: articlesFolder(files), url, now, levels: { FW064: 'error' } });
  assert.ok(error.ok, 'a build does not look at pictures');
});

test('an article whose id or date changed since it was published is told', async () => {
  const cwd = articlesFolder({ 'a.md': article(good), 'b.md': article({ ...good, title: 'B' }) });
  await build({ cwd, url, now });
  writeFileSync(join(cwd, 'articles/a.md'), article({ ...good, id: 'tag:example.org,2021:a' }));
  writeFileSync(join(cwd, 'articles/b.md'), article({ ...good, date: '2021-09-03' }));
  const { diagnostics, differences } = await check({ cwd, url, now });
  assert.equal(
    diagnostics.map(({ code, file }) => [code, file]),
    [
      ['FW068', 'a.md'],
      ['FW069', 'b.md'],
    ],
  );
  assert.ok(differences.some(({ path, change }) => path === 'rss.xml' && change === 'changed'));
});

test('what is live is compared with what would be', async () => {
  const files = { 'a.md': article(good), 'b.md': article({ ...good, title: 'B' }) };
  const live = await build({ cwd: articlesFolder(files), url, now });
  const cwd = articlesFolder({
    ...files,
    'b.md': article({ ...good, title: 'B', id: 'tag:example.org,2021:b' }),
  });
  for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
    const { code, err } = feedwright(
      ['check', '--url', url, '--strict', '--against', join(live.site.out, file)],
      cwd,
    );
    assert.is(code, 1);
    assert.match(err, /b\.md:5:5 error FW068/);
    assert.not.match(err, /a\.md/);
  }
});

test('a problem is shown where it is, whatever other problems stand around it', () => {
  const body = ['![](a.png)', '', '[gone](gone/)', '', 'Text about a.png.', ''].join('\n');
  const cwd = articlesFolder({ 'a.md': article(good, body), 'a.png': 'x' });
  const { err } = feedwright(['check', '--url', url], cwd);
  const lines = article(good, body).split('\n');
  const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
  assert.match(err, new RegExp(`a\\.md:${lineOf('![](a.png)')}:\\d+ warning FW064`));
  assert.match(err, new RegExp(`a\\.md:${lineOf('gone/')}:\\d+ warning FW062`));
});

test('--skip-invalid publishes the others, and tells which are left out', async () => {
  const files = {
    'a.md': article(good),
    'b.md': '---\ntitle: [\n---\n',
    'c.md': article({ ...good, date: 'soon' }),
    'd.md': article({ ...good, slug: 'a' }),
  };
  const stopped = await build({ cwd: articlesFolder(files), url, now });
  assert.equal([stopped.ok, stopped.files.length], [false, 0]);
  const report = await build({ cwd: articlesFolder(files), url, now, skipInvalid: true });
  assert.ok(report.ok);
  assert.equal(
    report.articles.map(({ source }) => source.path),
    ['a.md'],
  );
  const invalid = report.leftOut.filter(({ reason }) => reason === 'invalid').map(({ file }) => file);
  assert.equal(invalid.sort(), ['b.md', 'c.md', 'd.md']);
  assert.equal(report.diagnostics.map(({ code }) => code).sort(), ['FW001', 'FW012', 'FW020']);
  const ran = feedwright(['--skip-invalid', '--url', url], articlesFolder(files));
  assert.is(ran.code, 0, ran.err);
  assert.match(ran.out, /invalid \(3\): /);
});

test('--diff fails where the output is not what a build would write', async () => {
  const cwd = articlesFolder({ 'a.md': article(good) });
  const diff = () => feedwright(['check', '--diff', '--url', url], cwd);
  assert.is(feedwright(['--url', url], cwd).code, 0);
  assert.equal([diff().code, diff().err], [0, '']);
  writeFileSync(join(cwd, 'dist/rss.xml'), 'x');
  rmSync(join(cwd, 'dist/atom.xml'));
  assert.is(diff().code, 1);
  assert.match(diff().err, `${join(cwd, 'dist')} differs from what a build would write:\n`);
  assert.match(diff().err, /changed rss\.xml/);
  assert.match(diff().err, /new atom\.xml/);
});

const wrong = {
  'a, b.md': article({ ...good, date: 'soon: 100%' }),
  'c.md': article({ ...good, sumary: 'x' }),
};

test('problems for programs: JSON, GitHub, SARIF, JUnit', () => {
  const cwd = articlesFolder(wrong);
  const run = (format: string) => {
    const { code, out } = feedwright(['check', '--url', url, '--format', format], cwd);
    assert.is(code, 1, format);
    return out;
  };
  const json = JSON.parse(run('json'));
  assert.equal(
    json.map(({ code, file }: Record<string, string>) => [code, file]),
    [
      ['FW012', 'articles/a, b.md'],
      ['FW060', 'articles/c.md'],
    ],
  );
  const [error = '', warning = ''] = run('github').split('\n');
  assert.match(error, '::error file=articles/a%2C b.md,line=3,col=7,title=FW012 invalid date::');
  assert.match(error, '"soon: 100%25"');
  assert.match(warning, '::warning file=articles/c.md,line=5,col=9,');
  const [sarif] = JSON.parse(run('sarif')).runs;
  assert.is(sarif.results[0].locations[0].physicalLocation.artifactLocation.uri, 'articles/a%2C%20b.md');
  assert.equal(
    [sarif.results[1].level, sarif.tool.driver.rules[sarif.results[1].ruleIndex].id],
    ['warning', 'FW060'],
  );
  const junit = parseXml(run('junit'));
  assert.equal([junit.attributes.tests, junit.attributes.failures], ['2', '1']);
  assert.is(junit.children[0]?.children[0]?.attributes.classname, 'articles/a, b.md');
});

test('GitHub Actions get annotations by themselves, and an unknown format is wrong usage', () => {
  const cwd = articlesFolder(wrong);
  const ran = feedwright(['check', '--url', url], cwd, { GITHUB_ACTIONS: 'true' });
  assert.match(ran.out, '::error file=articles/a%2C b.md');
  assert.match(ran.err, 'articles/a, b.md'.slice(9));
  assert.is(feedwright(['check', '--url', url, '--format', 'xml'], cwd).code, 2);
});

test.run();
