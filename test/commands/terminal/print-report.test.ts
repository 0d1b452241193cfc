import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BuildSummary } from '../../../src/build/build-summary.js';
import { printReport, printStats } from '../../../src/commands/terminal/print-report.js';
import { fakeTerminal } from '../../support/fake-terminal.js';

const test = suite('the report of a build');

const summary: BuildSummary = {
  ok: true,
  url: 'https://example.org/',
  out: '/project/dist',
  articlesFolder: '/project/articles',
  changes: { new: 3, changed: 2, unchanged: 10 },
  feeds: 1,
  documents: { count: 3, bytes: 999 },
  pages: { count: 1, bytes: 1000 },
  others: { count: 2, bytes: 1_500_000 },
  sizes: [{ what: 'other files', bytes: 999_999 }],
  articles: 1,
  leftOut: [],
  overflowed: [],
  diagnostics: [],
};

const printed = (more: Partial<BuildSummary> = {}, cwd = '/project', isVerbose = false) => {
  const terminal = fakeTerminal({ cwd });
  printReport({ ...summary, ...more }, 1.234, terminal, isVerbose);
  return terminal.printed.out;
};

test('what was written, and how long it took', () => {
  assert.equal(printed(), [
    'Wrote dist: 15 files, 3 new, 2 changed, 10 unchanged',
    '  1 feed in 3 documents (rss.xml, atom.xml, feed.json), 999 B',
    '  1 page, 1.0 kB',
    '  2 other files, 1.5 MB',
    '1 article published for https://example.org/',
    '1.23 s',
  ]);
});

test('what there is none of is not named, and the output folder is seen from here', () => {
  const none = { count: 0, bytes: 0 };
  assert.equal(
    printed(
      { pages: none, others: none, feeds: 2, articles: 0, tool: { label: 'Hugo', by: 'hugo.toml' } },
      '/',
    ),
    [
      'Hugo site, recognized by hugo.toml',
      'Wrote project/dist: 15 files, 3 new, 2 changed, 10 unchanged',
      '  2 feeds in 3 documents (rss.xml, atom.xml, feed.json), 999 B',
      '0 articles published for https://example.org/',
      '1.23 s',
    ],
  );
  assert.match(printed({}, '/project/dist')[0] ?? '', 'Wrote .: ');
});

test('a build that failed says so, and nothing of files', () => {
  assert.equal(printed({ ok: false, tool: { label: 'Zola', by: 'zola.toml' } }), [
    'Zola site, recognized by zola.toml',
    'Nothing was published: correct the errors and run it again.',
    '1.23 s',
  ]);
});

test('files left out stand by their reasons, five of each at most, unless all are asked for', () => {
  const drafts = Array.from({ length: 22 }, (_, index) => ({
    file: `d${index}.md`,
    reason: 'draft' as const,
  }));
  const lines = printed({
    leftOut: [...drafts.slice(0, 20), { file: 'a\u001b.md', reason: 'future' }, ...drafts.slice(20)],
  });
  assert.equal(lines.slice(5, 8), [
    '23 files left out:',
    '  draft (22): d0.md, d1.md, d2.md, d3.md, d4.md, and 17 more',
    '  future (1): a\\u001b.md',
  ]);
  assert.equal(printed({ leftOut: drafts.slice(0, 1) }).slice(5, 7), [
    '1 file left out:',
    '  draft (1): d0.md',
  ]);
  const all = `  draft (22): ${drafts.map(({ file }) => file).join(', ')}`;
  assert.is(printed({ leftOut: drafts }, '/project', true)[7], all);
});

test('files with errors are counted in the last line, where the others are published', () => {
  const invalid = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ file: `${index}.md`, reason: 'invalid' as const }));
  const lastOf = (count: number, ok = true) => printed({ ok, leftOut: invalid(count) }).at(-1);
  assert.is(lastOf(1), '1.23 s, without 1 file that has errors (--strict stops there)');
  assert.is(lastOf(2), '1.23 s, without 2 files that have errors (--strict stops there)');
  assert.is(lastOf(2, false), '1.23 s');
});

test('where articles of the site itself have errors, the way around them is named', () => {
  const error = { level: 'error' as const, file: 'a.md', line: 1, column: 1, message: '', hint: '' };
  const failed = (code: 'FW012' | 'FW070') => printed({ ok: false, diagnostics: [{ ...error, code }] })[0];
  const usual = 'Nothing was published: correct the errors and run it again';
  assert.is(failed('FW012'), `${usual}, or publish the other articles with --skip-invalid.`);
  assert.is(failed('FW070'), `${usual}.`);
});

test('feeds that the budget of bytes cut, five at most, unless all are asked for', () => {
  const overflowed = Array.from({ length: 21 }, (_, index) => ({
    path: `t/${index}/`,
    articles: index + 1,
    isArchived: false,
  }));
  const lines = printed({ overflowed: [{ path: '', articles: 2, isArchived: true }, ...overflowed] });
  assert.is(lines[4], '  the main feed: 2 articles moved to the archive (maxBytes reached)');
  assert.is(lines[5], '  t/0/: 1 article not in the feed (maxBytes reached)');
  assert.is(lines[9], '  and 17 more feeds (--verbose lists all)');
  const last = '  t/20/: 21 articles not in the feed (maxBytes reached)';
  assert.is(printed({ overflowed }, '/project', true).at(-4), last);
});

test('what took more than a megabyte is told, and with --verbose all of it', () => {
  const sizes = [
    { what: 'article pages', bytes: 2_000_000 },
    { what: 'main feed', bytes: 1_000_000 },
    { what: 'other files', bytes: 999_999 },
  ];
  assert.is(printed({ sizes })[4], '  largest: article pages 2.0 MB, main feed 1.0 MB');
  assert.match(printed({ sizes }, '/project', true)[4] ?? '', /, other files 1000\.0 kB$/);
  assert.match(printed({ sizes: sizes.slice(2) })[4] ?? '', 'published for');
});

test('the times of phases, and what the cache had', () => {
  const terminal = fakeTerminal();
  const times = [
    { name: 'read' as const, seconds: 0.5 },
    { name: 'render' as const, seconds: 12 },
  ];
  const cache = { articles: { hits: 3, misses: 1 }, bodies: { hits: 0, misses: 4 } };
  printStats({ times, cache, summary } as never, terminal);
  const lines = terminal.printed.out;
  assert.equal(lines.slice(0, 6), [
    'read                          0.50 s',
    'render                        12.00 s',
    'Articles in the cache         3 of 4',
    'Bodies in the cache           0 of 4',
    'Changed since the last build  nothing',
    'Published                     1.5 MB',
  ]);
  assert.match(lines[6] ?? '', /^Memory at most {16}\d+\.\d MB$/);
  const cold = fakeTerminal();
  printStats({ times, report: {}, summary } as never, cold);
  assert.is(cold.printed.out.length, 4);
});

test.run();
