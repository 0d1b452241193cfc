import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requestFrom, siteRequestFrom, textFlag } from '../../src/commands/flags.js';
import { UsageError } from '../../src/diagnostics/usage-error.js';
import { fakeTerminal } from '../support/fake-terminal.js';

const test = suite('flags');
const request = (flags: Record<string, unknown>, env = {}) => requestFrom(flags, fakeTerminal({ env }));
const problemsOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
  return [];
};

test('nothing but what was given becomes a setting', () => {
  assert.equal(request({ _: ['build'] }), {
    cwd: '/project',
    untrusted: false,
    cache: true,
    articles: undefined,
    config: undefined,
    now: undefined,
  });
});

test('flags become settings of the same names', () => {
  const texts = {
    preset: 'hugo',
    url: 'https://example.org',
    title: 'T',
    description: 'D',
    language: 'ru',
    timezone: 'Europe/Moscow',
    permalink: '/:slug/',
    content: 'summary',
    out: 'public',
    hosting: 'nginx',
    host: 'apache',
    articles: 'posts',
    config: 'own.yaml',
  };
  const switches = {
    pages: false,
    archives: false,
    drafts: true,
    future: true,
    strict: true,
    frozen: false,
    verify: true,
    precompress: true,
    untrusted: true,
    cache: false,
  };
  const made = request({ ...texts, ...switches, 'skip-invalid': true, 'accept-identity-changes': false });
  assert.equal(made, {
    ...texts,
    ...switches,
    skipInvalid: true,
    acceptIdentityChanges: false,
    cwd: '/project',
    now: undefined,
  });
});

test('a number is one, and what is none is left for the settings to tell', () => {
  for (const [limit, value] of [
    ['5', 5],
    ['-5', -5],
    ['1.5', 1.5],
    ['5x', '5x'],
    ['x5', 'x5'],
    ['', ''],
    [true, true],
  ] as const)
    assert.is(request({ limit }).limit, value, String(limit));
});

test('a flag that was given twice is told, each', () => {
  const problems = problemsOf(() => request({ _: ['a', 'b'], url: ['a', 'b'], limit: ['1', '2'], out: 'x' }));
  assert.equal(problems, [
    { message: '--url was given more than once.', hint: 'Keep one of them.' },
    { message: '--limit was given more than once.', hint: 'Keep one of them.' },
  ]);
});

test('CI is careful, unless flags say otherwise', () => {
  const careful = ({ frozen, verify }: ReturnType<typeof request>) => [frozen, verify];
  assert.equal(careful(request({}, { CI: 'true' })), [true, true]);
  assert.equal(careful(request({ frozen: false, verify: false }, { CI: '1' })), [false, false]);
  for (const CI of ['', 'false', '0', undefined])
    assert.equal(careful(request({}, { CI })), [undefined, undefined], CI);
});

test('the moment is that of --now, else of SOURCE_DATE_EPOCH, else nobody says', () => {
  const epoch = { SOURCE_DATE_EPOCH: '1630576800' };
  assert.is(request({ now: '2021-09-02' }, epoch).now?.toISOString(), '2021-09-02T00:00:00.000Z');
  assert.is(request({}, epoch).now?.toISOString(), '2021-09-02T10:00:00.000Z');
  assert.is(request({}, { SOURCE_DATE_EPOCH: '' }).now, undefined);
  assert.match(problemsOf(() => request({ now: 'soon' }))[0]?.message ?? '', '--now soon is not a date.');
  for (const SOURCE_DATE_EPOCH of ['x', '-1', '1.5', ' 1', '1 ', '1234567890123'])
    assert.match(
      problemsOf(() => request({}, { SOURCE_DATE_EPOCH }))[0]?.message ?? '',
      'a number of seconds',
    );
});

test('a command that only looks at a site has the settings apart, and the clock', () => {
  const flags = { url: 'https://example.org', articles: 'posts', config: 'c.yaml', untrusted: true };
  const { now, ...made } = siteRequestFrom({ ...flags, now: '2021-09-02' }, fakeTerminal());
  assert.is(now.toISOString(), '2021-09-02T00:00:00.000Z');
  assert.equal(made, {
    cwd: '/project',
    config: 'c.yaml',
    untrusted: true,
    articles: 'posts',
    overrides: { url: 'https://example.org' },
  });
  assert.instance(siteRequestFrom({}, fakeTerminal()).now, Date);
});

test('a text is a text, or was not given', () => {
  assert.is(textFlag({ out: 'x' }, 'out'), 'x');
  assert.is(textFlag({}, 'out'), undefined);
  assert.throws(() => textFlag({ out: true }, 'out'));
});

test.run();
