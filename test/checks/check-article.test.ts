/** What `check` tells of an article beyond a build, with the place of each problem; and what it does not tell. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { check } from '../../src/index.js';
import { articlesFolder, now } from '../support/site-folder.js';

const test = suite('closer looks at an article');
const title = 'A title';

/** Lines of front matter and a body, and what is told of them. */
const cases: [fields: string, body: string, ...told: string[]][] = [
  ['', 'Text.'],
  ['titel: x', 'Text.', 'FW060 4:8'],
  ['sumary: x', 'Text.', 'FW060 4:9'],
  ['dat: x', 'Text.'],
  ['layout: post', 'Text.'],
  ['series: x', 'Text.'],
  ['something_else: x', 'Text.'],
  ['pubDate: 2021-09-04', 'Text.', 'FW061 4:10'],
  ['pubDate: 2021-09-02', 'Text.'],
  ['publishDate: 2021-09-04', 'Text.'],
  ['updated: 2021-09-01', 'Text.', 'FW067 4:10'],
  ['updated: 2021-09-02', 'Text.'],
  ['updated: 2021-09-03', 'Text.'],
  ['', '[x](none.md)', 'FW062 6:5'],
  ['', '[x](none.md) and [y](none.md)', 'FW062 6:5'],
  ['', 'A ![x](none.png)', 'FW063 6:8'],
  ['', '[x](none.md?a=1.png) ![y](/none.png) [z](#here) [w](https://example.com/none)', 'FW062 6:5'],
];

for (const [fields, body, ...told] of cases) {
  test(`${fields || 'no more fields'}, ${body} is told: ${told.join(', ') || 'nothing'}`, async () => {
    const lines = [`title: ${title}`, 'date: 2021-09-02', ...(fields ? [fields] : ['slug: a'])];
    const cwd = articlesFolder({ 'a.md': `---\n${lines.join('\n')}\n---\n${body}\n` });
    const { diagnostics } = await check({
      cwd,
      url: 'https://example.org',
      now,
      levels: { FW064: 'off', FW065: 'off', FW066: 'off' },
    });
    assert.equal(
      diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`),
      told,
    );
  });
}

test('a date in the name of the file is that of the article, within two days', async () => {
  for (const [name, told] of [
    ['2021-09-02-a.md', []],
    ['2021-09-04-a.md', []],
    ['2021-09-05-a.md', ['FW061 3:7']],
    ['2021-08-30-a.md', ['FW061 3:7']],
  ] as const) {
    const cwd = articlesFolder({ [name]: `---\ntitle: ${title}\ndate: 2021-09-02\n---\nText.\n` });
    const { diagnostics } = await check({ cwd, url: 'https://example.org', now });
    assert.equal(
      diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`),
      told,
      name,
    );
  }
});

test('pictures without a text, no summary, and titles that are too long', async () => {
  const files = {
    'a.md': `---\ntitle: ${'x'.repeat(121)}\ndate: 2021-09-02\n---\n![](https://e.org/a.png)\n`,
    'b.md': `---\ntitle: ${'x'.repeat(120)}\ndate: 2021-09-02\nimage: { url: /p.png }\n---\nT ![b](https://e.org/a.png)\n`,
    'd.md': '---\ntitle: D\ndate: 2021-09-02\nsummary: x\n---\nText.\n',
    'c.html':
      '---\ntitle: C\ndate: 2021-09-02\nimage: /p.png\n---\n<p>T <img src="/a.png" alt=""> <img src="/b.png"></p>',
  };
  const { diagnostics } = await check({
    cwd: articlesFolder(files),
    url: 'https://example.org',
    now,
    levels: { FW065: 'warning' },
  });
  assert.equal(
    diagnostics.map(({ file, code, line, column }) => `${file} ${code} ${line}:${column}`),
    [
      'a.md FW065 1:1',
      'a.md FW066 2:8',
      'a.md FW064 5:19',
      'b.md FW065 1:1',
      'b.md FW064 4:8',
      'c.html FW065 1:1',
      'c.html FW064 6:43',
    ],
  );
});

test.run();
