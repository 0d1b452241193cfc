/** The first build in a folder, by the command line: what is left out, what is told, and what is printed of it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedwright } from '../support/run-cli.js';
import { article, folderWith } from '../support/site-folder.js';

const test = suite('first run');
const url = ['--url', 'https://example.org', '--no-cache'];
const good = article({ title: 'A', date: '2021-09-02' });
const bad = '---\ntitle: [\n---\nText.\n';

test("in another tool's folder a file that cannot be read is left out, unless warnings fail", () => {
  const cwd = folderWith({ 'hugo.toml': '', 'content/a.md': good, 'content/b.md': bad });
  const { code, out, err } = feedwright(['build', ...url], cwd);
  assert.is(code, 0, err);
  assert.match(err, 'content/b.md:');
  assert.match(out, '1 article published');
  assert.match(out, /, without 1 file that has errors \(--strict stops there\)\n$/);
  const strict = feedwright(['build', ...url, '--strict'], cwd);
  assert.is(strict.code, 1);
  assert.match(strict.out, 'Nothing was published');
});

test('with articles of its own it is all or nothing, and the way around is named', () => {
  const cwd = folderWith({ 'articles/a.md': good, 'articles/b.md': bad });
  const { code, out } = feedwright(['build', ...url], cwd);
  assert.is(code, 1);
  assert.match(out, '--skip-invalid');
  const skipped = feedwright(['build', ...url, '--skip-invalid'], cwd);
  assert.is(skipped.code, 0);
  assert.match(skipped.out, 'without 1 file that has errors');
});

test('nothing to publish is an error with advice, unless the settings say otherwise', () => {
  for (const [files, message, hint] of [
    [{ 'articles/x.md': '# No date\n' }, 'no date (1)', 'date: 2021-09-02'],
    [{ 'articles/x.md': article({ date: '2021-09-02', draft: true }) }, 'draft (1)', '--drafts'],
    [{ 'articles/x.md': article({ date: '2121-09-02' }) }, 'future (1)', '--future'],
    [{ 'articles/x.rst': 'Title\n', 'articles/y.adoc': '= T\n' }, 'format not read (2)', 'Markdown and HTML'],
    [{ 'articles/x.txt': 'Title\n' }, 'There are no articles', 'feedwright build my-articles'],
    [{ 'hugo.toml': '', 'content/x.md': bad }, 'invalid (1)', 'Correct the errors'],
  ] as const) {
    const cwd = folderWith(files as Record<string, string>);
    const { code, err } = feedwright(['build', ...url], cwd);
    assert.is(code, 1, message);
    assert.match(err, 'FW082');
    assert.match(err, message);
    assert.match(err, hint);
  }
  const cwd = folderWith({ 'articles/README.md': '', 'feedwright.config.yaml': 'levels: { FW082: off }\n' });
  assert.is(feedwright(['build', ...url], cwd).code, 0);
});

test('many problems of a kind are three examples and a count, unless all are asked for', () => {
  const files = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [
      `articles/${index}.md`,
      article({ titel: `T${index}`, date: '2021-09-02', slug: `s${index}` }),
    ]),
  );
  const cwd = folderWith(files);
  const told = (...more: string[]) => feedwright(['build', ...url, ...more], cwd).err;
  assert.is(told().match(/Did you mean "title"\?/g)?.length, 3);
  assert.match(
    told(),
    'and 3 more warning FW060, unknown field that looks like a typo (--verbose shows all)',
  );
  assert.match(told(), '0 errors, 6 warnings');
  assert.is(told('--verbose').match(/Did you mean "title"\?/g)?.length, 6);
  assert.not.match(told('--verbose'), 'and 3 more');
});

test('five of a kind are all shown; in the folder of another tool a slip is what every article misses', () => {
  const five = (above: string, fields: object) =>
    Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [
        `${above}/${index}.md`,
        article({ date: '2021-09-02', slug: `${index}`, ...fields }),
      ]),
    );
  const told = (files: Record<string, string>) =>
    feedwright(['build', ...url], folderWith(files)).err.match(/FW060/g)?.length ?? 0;
  assert.is(told(five('articles', { titel: 'x' })), 5);
  assert.is(told(five('articles', { title: 'x', titel: 'x', sumary: 'y' })), 4);
  const hugo = (fields: object) => told({ 'hugo.toml': '', ...five('content', fields) });
  assert.is(hugo({ titel: 'x' }), 5);
  assert.is(hugo({ title: 'x', titel: 'x', sumary: 'y', sectionid: 'z' }), 0);
});

test('what is left out stands by its reason, and all of it where that is asked for', () => {
  const drafts = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [
      `articles/d${index}.md`,
      article({ title: 'D', date: '2021-09-02', draft: true }),
    ]),
  );
  const cwd = folderWith({ 'articles/a.md': good, 'articles/n.rst': 'x', ...drafts });
  const { out } = feedwright(['build', ...url], cwd);
  assert.match(out, 'draft (7): d0.md, d1.md, d2.md, d3.md, d4.md, and 2 more');
  assert.match(out, 'format not read (1): n.rst');
  assert.match(feedwright(['build', ...url, '--verbose'], cwd).out, 'd4.md, d5.md, d6.md');
});

test.run();
