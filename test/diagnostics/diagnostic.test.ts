import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Diagnostic,
  diagnose,
  hasErrors,
  markPlace,
  sortDiagnostics,
  withLevels,
} from '../../src/diagnostics/diagnostic.js';
import { linesOf } from '../../src/diagnostics/lines.js';
import { nearest } from '../../src/diagnostics/nearest.js';

const test = suite('problems');
const problem = (more: Partial<Diagnostic>): Diagnostic => ({
  code: 'FW040',
  level: 'warning',
  file: 'a.md',
  line: 1,
  column: 1,
  message: 'm',
  hint: 'h',
  ...more,
});

test('what is not said comes from the code, and the place is the beginning', () => {
  const made = diagnose('FW012', { file: 'a.md', message: 'm' });
  assert.equal([made.level, made.line, made.column, 'excerpt' in made], ['error', 1, 1, false]);
  assert.ok(made.hint.length > 10);
  const full = diagnose('FW012', {
    file: 'a.md',
    message: 'm',
    hint: 'h',
    place: { line: 2, column: 3 },
    text: 'a\nbcd\ne',
  });
  assert.equal(full, {
    code: 'FW012',
    level: 'error',
    file: 'a.md',
    line: 2,
    column: 3,
    message: 'm',
    hint: 'h',
    excerpt: 'bcd',
  });
  assert.is(diagnose('FW012', { file: 'a.md', message: 'm', excerpt: 'x', text: 'y' }).excerpt, 'x');
});

test('a line that is shown has 300 characters at most', () => {
  assert.is(markPlace(`a\n${'b'.repeat(400)}`, { line: 2, column: 5 }).excerpt, 'b'.repeat(300));
});

test('errors come first, then files, lines, columns, codes and messages', () => {
  const sorted = [
    problem({ level: 'error', file: 'b.md' }),
    problem({ level: 'error', file: 'b.md', line: 2 }),
    problem({}),
    problem({ column: 2 }),
    problem({ line: 2, code: 'FW039' as never }),
    problem({ line: 2 }),
    problem({ line: 2, message: 'n' }),
    problem({ line: 10 }),
    problem({ file: 'b.md' }),
  ];
  for (let turn = 0; turn < sorted.length; turn += 1) {
    const mixed = [...sorted.slice(turn), ...sorted.slice(0, turn)].reverse();
    assert.equal(sortDiagnostics(mixed), sorted);
  }
});

test('settings say how bad a problem is', () => {
  const list = [problem({}), problem({ code: 'FW012', level: 'error' })];
  const levels = (given: Parameters<typeof withLevels>[1]) =>
    withLevels(list, given).map(({ code, level }) => `${code} ${level}`);
  assert.equal(levels({}), ['FW040 warning', 'FW012 error']);
  assert.equal(levels({ FW040: 'error', FW012: 'off' }), ['FW040 error']);
  assert.equal(levels({ FW012: 'warning' }), ['FW040 warning', 'FW012 warning']);
  assert.equal([hasErrors(list), hasErrors(list.slice(0, 1)), hasErrors([])], [true, false, false]);
});

test('places and lines of a text', () => {
  const lines = linesOf('ab\n\ncd');
  assert.equal([0, 1, 2, 3, 4].map(lines.line.bind(lines)), ['', 'ab', '', 'cd', '']);
  for (const [index, line, column] of [
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [5, 3, 2],
    [6, 3, 3],
  ] as const)
    assert.equal(lines.placeAt(index), { line, column });
  assert.is(linesOf('ab\n').line(2), '');
});

test('the nearest name is near', () => {
  const names = ['build', 'check', 'title', 'limit'];
  for (const [word, name] of [
    ['biuld', 'build'],
    ['chek', 'check'],
    ['titel', 'title'],
    ['LIMIT', 'limit'],
    ['xyz', undefined],
    ['', undefined],
  ] as const)
    assert.is(nearest(word, names), name, word);
  assert.is(nearest('a', []), undefined);
  // A table of both lengths would fill the memory.
  assert.is(nearest('x'.repeat(5_000_000), ['title', 'date']), undefined);
});

test.run();
