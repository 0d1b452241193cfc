import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireOrdinary, withinBudget } from '../../src/text/budget.js';
import { TooDeep } from '../../src/text/too-deep.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';

const test = suite('texts that take long');

/** Texts that took from seconds to minutes; each is published, or is one article's problem. */
const texts: Record<string, { name?: string; text: string; code?: string }> = {
  'headings that are never closed': { name: 'b.html', text: '<h1>'.repeat(200_000), code: 'FW034' },
  'the beginnings of a page': { name: 'b.html', text: `<p>x</p>${'<body '.repeat(200_000)}`, code: 'FW034' },
  'a word before an at sign': { text: `${'a'.repeat(100_000)}@`, code: 'FW035' },
  'underlines in a word': { text: '_a__b'.repeat(20_000), code: 'FW035' },
  'many stars': { text: `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`, code: 'FW035' },
  'an address in an address': { text: 'http://a.b/('.repeat(20_000), code: 'FW035' },
  'containers that are never closed': { text: ':::note\n'.repeat(10_000) },
  'beginnings of shortcodes': { text: '{{< '.repeat(40_000) },
  'ends of summaries': { text: '<!-- more -->\n'.repeat(20_000) },
  'lists in lists': {
    text: Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    code: 'FW034',
  },
  'a tag of a template, read in too many ways': {
    text: `{{< x {${'\t'.repeat(2400)}=\`\`'${'\n'.repeat(2400)} >}}`,
  },
  'underlined headings': { text: 'a\n-\n'.repeat(10_000) },
  'comments that are never closed': { text: '<!-- '.repeat(50_000) },
  'tags that are never closed': { text: '<a '.repeat(50_000) },
};

for (const [what, { name = 'b.md', text, code }] of Object.entries(texts)) {
  test(`${what} do not stop a build`, async () => {
    const files = {
      'a.md': article({ title: 'A', date: '2021-09-02' }),
      [name]: article({ title: 'B', date: '2021-09-03' }, text),
    };
    const { ok, diagnostics, articles } = await buildFiles(files, {
      skipInvalid: true,
      levels: { FW042: 'off', FW043: 'off' },
      feeds: everyFeed,
    });
    assert.ok(ok);
    assert.equal(
      diagnostics.map((each) => each.code),
      code ? [code] : [],
    );
    assert.is(articles.length, code ? 1 : 2);
  });
}

const isTooDeep = (error: Error) => error instanceof TooDeep;

test('long words in code, and pictures as data, are ordinary', () => {
  const word = 'x'.repeat(20_000);
  assert.not.throws(() => requireOrdinary(`\`\`\`\n${word}\n\`\`\`\n`));
  assert.not.throws(() => requireOrdinary(`![a](data:image/png;base64,${word})\n`));
  assert.not.throws(() => requireOrdinary('word '.repeat(20_000)));
  assert.throws(() => requireOrdinary(`text ${word}\n`), /a word of 20000 characters/);
  assert.throws(() => requireOrdinary(`${'- '.repeat(20_000)}x\n`), isTooDeep);
  assert.throws(() => requireOrdinary(`Text.\n\n  ${'* + '.repeat(200)}x\n`), isTooDeep);
  for (const rule of ['- '.repeat(500), '* '.repeat(500), '-'.repeat(500)])
    assert.not.throws(() => requireOrdinary(`${rule}\n`));
  assert.not.throws(() => requireOrdinary(`Text ${'- '.repeat(300)}x\n`));
});

test('what never ends is ended', () => {
  const forever = () => {
    for (;;);
  };
  assert.throws(() => withinBudget(20_000, forever), /takes too long/);
  assert.is(
    withinBudget(20_000, () => 5),
    5,
  );
  assert.throws(
    () =>
      withinBudget(20_000, () => {
        throw new Error('as it was');
      }),
    /as it was/,
  );
});

test.run();
