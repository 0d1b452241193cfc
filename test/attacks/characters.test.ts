import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BuildReport, BuildRequest } from '../../src/index.js';
import { published } from '../support/published.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, buildFiles, everyFeed } from '../support/site-folder.js';
import { parseXml } from '../support/xml.js';

const test = suite('characters that no feed can hold');
const illegal = ['&#1;', '&#8;', '&#x1f;', '&#xFFFE;', '&#65535;', '&#4;', '&#11;'];

/** Parses every document in XML and in JSON that was published. */
function parseAll(report: BuildReport): void {
  for (const { path } of report.files) {
    if (/\.(xml|opml)$/.test(path)) parseXml(published(report, path));
    if (/\.json$/.test(path)) {
      const text = published(report, path);
      JSON.parse(text);
      assert.not.match(text, /\\u00(?:0[0-8bcef]|1[0-9a-f])|\\uffff/i, path);
    }
  }
}

/** Builds, looks at everything, and gives the codes of what was told. */
async function codesOf(files: Record<string, string>, settings: BuildRequest = {}): Promise<string[]> {
  const report = await buildFiles(files, {
    verify: true,
    news: { name: 'N' },
    hub: 'https://hub.example',
    feeds: everyFeed,
    ...settings,
  });
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  parseAll(report);
  return report.diagnostics.map(({ code }) => code);
}

const date = '2021-09-02';

for (const reference of illegal) {
  test(`${reference} in a body is removed and reported`, async () => {
    for (const body of [
      `Text ${reference} text.`,
      `# Heading ${reference}\n\nText`,
      `![alt ${reference}](https://example.org/a.png "title ${reference}")`,
      `<p title="${reference}">x${reference}</p>`,
      `[a](https://example.org/${reference})`,
      `| a${reference} |\n|---|\n| b |`,
    ]) {
      const codes = await codesOf({ 'a.md': article({ title: 'A', date }, body) });
      // In an address it is written as a percent-escape, which every format can hold.
      if (!body.startsWith('[a]')) assert.ok(codes.includes('FW030'), body);
    }
    await codesOf({ 'a.md': `---\ndate: ${date}\n---\n# Title ${reference}\n\nText` });
    await codesOf({ 'a.html': `---\ndate: ${date}\n---\n<h1>Title ${reference}</h1><p>${reference}</p>` });
  });
}

test('in code a reference is text, and stays', async () => {
  assert.equal(
    await codesOf({ 'a.md': article({ title: 'A', date }, '`&#1;` and\n\n```\n&#8;\n```\n') }),
    [],
  );
});

test('escapes in front matter are removed and reported, in every field', async () => {
  const fields = {
    title: 'T\u0007',
    summary: 'S\u0001',
    tags: ['t\u0002'],
    categories: ['s\u0003'],
    authors: [{ name: 'N\u0004', url: 'https://example.org/\u0005' }],
    image: { url: 'https://example.org/a.png', alt: 'A\u0006' },
    enclosures: [{ url: 'https://example.org/a.mp3', type: 'audio/mpeg\u0008', length: 5, title: 'E\u000b' }],
    id: 'urn:x:\u000c',
  };
  for (const [name, value] of Object.entries(fields)) {
    const codes = await codesOf({ 'a.md': article({ title: 'A', date, [name]: value }) });
    assert.ok(codes.includes('FW030'), name);
  }
});

test('settings and names of files are cleaned and reported', async () => {
  const codes = await codesOf(
    { 'a.md': article({ title: 'A', date }) },
    {
      title: 'Si\u0007te',
      description: '\u0001',
      copyright: '\ufffe',
      author: { name: 'A\u0002' },
      categories: ['\u0003c'],
    },
  );
  assert.ok(codes.filter((code) => code === 'FW030').length >= 5);
  assert.ok((await codesOf({ 'x\u0001y.md': `---\ndate: ${date}\n---\nText` })).includes('FW030'));
});

test('a reference to U+0004 does not end the summary', async () => {
  const report = await buildFiles({ 'a.md': article({ title: 'A', date }, 'One &#4; two.\n') });
  assert.match(published(report, 'rss.xml'), '<description>One two.</description>');
});

test('samples of code keep what ends summaries, and do not end them', async () => {
  for (const sample of [
    '```html\na\n<!-- more -->\nb\n```',
    '`<!-- more -->`',
    '- x\n\n  ```\n  <!-- more -->\n  ```',
  ]) {
    const report = await buildFiles({
      'a.md': article({ title: 'A', date }, `First.\n\n${sample}\n\nSecond.\n\n<!-- more -->\n\nThird.\n`),
    });
    const text = published(report, 'rss.xml');
    assert.match(text, '&lt;!-- more --&gt;', sample);
    assert.match(text, /<description>First\..*Second\.<\/description>/, sample);
  }
});

test('whatever an article says, everything published is well-formed and says what was meant', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.integer({ min: 0, max: 0x11ffff }).map((code) => `&#${code};`),
    fc.integer({ min: 0, max: 0x11ffff }).map((code) => `&#x${code.toString(16)};`),
    fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '<!-- more -->',
      '\u0004',
      'slot:1',
      '"slot:2"',
      '&amp;amp;',
      '\ud800',
      '`',
      '<b a="',
      '\n\n',
    ),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const fields = fc.record({
    title: text,
    summary: text,
    tags: fc.array(text, { maxLength: 2 }),
    section: text,
    author: text,
  });
  await fc.assert(
    fc.asyncProperty(fields, text, text, async (given, body, siteTitle) => {
      const shaped = `${body}\n\n# ${body}\n\n- ${body}\n\n[${body}](https://example.org "${body}")\n\n<p title='${body}'>${body}</p>`;
      const report = await buildFiles(
        { 'a.md': article({ ...given, title: given.title.trim() || 'A', date }, shaped) },
        { title: `S ${siteTitle}`, verify: true, cache: false, feeds: everyFeed },
      );
      if (report.ok) parseAll(report);
      else assert.ok(report.diagnostics.some(({ level }) => level === 'error'));
    }),
    { numRuns: 150, seed: 20261125 },
  );
});

test('names reach terminals, logs and feedwright.lock escaped', () => {
  const names = ['a\nb.md', 'a\tb.md', 'a\u001b[31mb.md', '::error::x.md', '\u202egnp.md'];
  const cwd = articlesFolder(
    Object.fromEntries(names.map((name, index) => [name, article({ title: `A${index}`, date })])),
  );
  writeFileSync(join(cwd, 'feedwright.lock'), '');
  writeFileSync(join(cwd, 'articles/::warning::bad.md'), article({ title: 'B', date: 'soon' }));
  const url = ['--url', 'https://example.org'];
  const failed = feedwright(url, cwd, { GITHUB_ACTIONS: 'true' });
  assert.is(failed.code, 1);
  for (const line of `${failed.out}\n${failed.err}`.split('\n')) {
    assert.not.match(line, /[\u0000-\u001f\u007f-\u009f\u202e]/);
    if (/^\s*::/.test(line)) assert.match(line, /^::(error|warning) file=articles\//);
  }
  assert.is(feedwright([...url, '--skip-invalid'], cwd).code, 0);
  const lock = readFileSync(join(cwd, 'feedwright.lock'), 'utf8');
  for (const line of lock.trimEnd().split('\n').slice(1))
    assert.ok(line.split('\t').length >= (line.startsWith('site\t') ? 2 : 5), line);
  assert.is(
    feedwright([...url, '--skip-invalid'], cwd, { CI: 'true' }).code,
    0,
    'the lock is read and the same again',
  );
});

test('a redirect from a former address stays inside, and is one line', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date }) });
  const item = (former: string) =>
    `item\thttps://example.org/a/\t2021-09-02T00:00:00.000Z\ta/\ta.md\t\t${former}`;
  writeFileSync(
    join(cwd, 'feedwright.lock'),
    `# x\n${item(['../../out/', 'x /y 200', '_x/', 'con/', 'old/'].join('\t'))}\n`,
  );
  const { code, err } = feedwright(['--url', 'https://example.org'], cwd);
  assert.is(code, 0, err);
  assert.match(err, /FW026/);
  assert.is(readFileSync(join(cwd, 'dist/_redirects'), 'utf8'), '/old/ /a/ 301\n');
  assert.not.ok(existsSync(join(cwd, 'out')));
  assert.equal(
    readdirSync(join(cwd, 'dist')).filter((name) => /^(con|_x|x)/.test(name)),
    [],
  );
});

test.run();
