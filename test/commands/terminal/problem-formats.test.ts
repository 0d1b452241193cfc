import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { printDiagnostics } from '../../../src/commands/terminal/print-diagnostics.js';
import { problemFormats } from '../../../src/commands/terminal/problem-formats.js';
import { problemOutputFrom, reportProblems } from '../../../src/commands/terminal/report-problems.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { UsageError } from '../../../src/diagnostics/usage-error.js';
import { fakeTerminal } from '../../support/fake-terminal.js';
import { parseXml } from '../../support/xml.js';

const test = suite('problems for people and programs');

const problems: Diagnostic[] = [
  {
    code: 'FW012',
    level: 'error',
    file: 'x/a, b:c%.md',
    line: 3,
    column: 7,
    message: 'Wrong <&"> 100%\nin two lines.',
    hint: 'Mend it.',
    excerpt: 'date:\t\u001b[31mnever',
  },
  { code: 'FW040', level: 'warning', file: 'b.md', line: 1, column: 1, message: 'Odd.', hint: 'Look.' },
  {
    code: 'FW040',
    level: 'warning',
    file: 'x/a, b:c%.md',
    line: 9,
    column: 2,
    message: 'Odd.',
    hint: 'Look.',
  },
];

const written = (name: string, folder = 'articles/') =>
  problemFormats.find((format) => format.name === name)?.write(problems, folder) ?? '';

test('for people: the place, the line with a mark under it, what to do, and a count', () => {
  const terminal = fakeTerminal();
  printDiagnostics(problems, terminal);
  assert.equal(terminal.printed.err, [
    'x/a, b:c%.md:3:7 error FW012',
    '  Wrong <&"> 100%\\nin two lines.',
    '     3 | date: �[31mnever',
    '       |       ^',
    '  → Mend it.',
    'b.md:1:1 warning FW040',
    '  Odd.',
    '  → Look.',
    'x/a, b:c%.md:9:2 warning FW040',
    '  Odd.',
    '  → Look.',
    '1 error, 2 warnings',
  ]);
  const quiet = fakeTerminal();
  printDiagnostics([], quiet);
  assert.equal(quiet.printed.err, []);
});

test('github: commands whose properties and messages are escaped as its runner wants them', () => {
  assert.equal(written('github').split('\n').slice(0, 2), [
    '::error file=articles/x/a%2C b%3Ac%25.md,line=3,col=7,title=FW012 invalid date::Wrong <&"> 100%25%0Ain two lines.%0AMend it.',
    '::warning file=articles/b.md,line=1,col=1,title=FW040 incomplete enclosure::Odd.%0ALook.',
  ]);
});

test('json: each problem with its page of documentation', () => {
  const entries = JSON.parse(written('json'));
  assert.is(entries.length, 3);
  assert.equal(
    [entries[0].file, entries[0].line, entries[0].column, entries[0].level],
    ['articles/x/a, b:c%.md', 3, 7, 'error'],
  );
  assert.match(entries[0].help, /docs\/problems\.md#fw012$/);
  assert.is(JSON.parse(written('json', ''))[1].file, 'b.md');
});

test('sarif: a rule for each code, a result for each problem', () => {
  const { version, runs } = JSON.parse(written('sarif'));
  assert.is(version, '2.1.0');
  const [{ tool, results }] = runs;
  assert.equal(
    tool.driver.rules.map(({ id }: { id: string }) => id),
    ['FW012', 'FW040'],
  );
  assert.equal(
    results.map(({ ruleId, ruleIndex, level }: Record<string, unknown>) => [ruleId, ruleIndex, level]),
    [
      ['FW012', 0, 'error'],
      ['FW040', 1, 'warning'],
      ['FW040', 1, 'warning'],
    ],
  );
  assert.equal(results[0].locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: 'articles/x/a%2C%20b%3Ac%25.md' },
        region: { startLine: 3, startColumn: 7 },
      },
    },
  ]);
  assert.is(results[1].message.text, 'Odd. Look.');
});

test('junit: a suite for each file, a case for each problem', () => {
  const xml = written('junit');
  parseXml(xml);
  assert.match(xml, '<testsuites name="feedwright" tests="3" failures="1">');
  assert.match(xml, '<testsuite name="articles/x/a, b:c%.md" tests="2" failures="1">');
  assert.match(xml, '<testsuite name="articles/b.md" tests="1" failures="0">');
  assert.match(xml, '<failure message="Wrong &#x3C;&#x26;&#x22;&#x3E; 100%\nin two lines.">');
  assert.match(xml, '<system-out>Odd.\nLook.</system-out>');
  assert.is(xml.match(/<testcase /g)?.length, 3);
});

test('a format is known, or wrong usage; without one problems are for people', () => {
  assert.equal(problemOutputFrom({}), { format: 'pretty', isVerbose: false });
  for (const format of ['pretty', 'json', 'github', 'sarif', 'junit']) {
    assert.equal(problemOutputFrom({ format, verbose: true }), { format, isVerbose: true });
  }
  assert.throws(
    () => problemOutputFrom({ format: 'xml' }),
    (error: unknown) => error instanceof UsageError && /--format xml/.test(error.problems[0]?.message ?? ''),
  );
});

test('whoever reads standard output, problems go where they belong', () => {
  const tell = (format: string, env = {}, list = problems) => {
    const terminal = fakeTerminal({ env });
    const isTaken = reportProblems(list, '/project/my/articles', { format, isVerbose: false }, terminal);
    return { isTaken, ...terminal.printed };
  };
  const pretty = tell('pretty');
  assert.equal([pretty.isTaken, pretty.out, pretty.err.length], [false, [], 12]);
  const json = tell('json');
  assert.equal([json.isTaken, json.err], [true, []]);
  assert.is(JSON.parse(json.out.join('\n'))[1].file, 'my/articles/b.md');
  const annotated = tell('pretty', { GITHUB_ACTIONS: 'true' });
  assert.equal([annotated.isTaken, annotated.out.length, annotated.err.length], [false, 3, 12]);
  assert.match(annotated.out[1] ?? '', '::warning file=my/articles/b.md,');
  assert.equal(tell('pretty', { GITHUB_ACTIONS: 'false' }).out, []);
  assert.equal(tell('pretty', { GITHUB_ACTIONS: 'true' }, []).out, []);
});

test.run();
