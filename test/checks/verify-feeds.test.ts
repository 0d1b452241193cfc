import { writeFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type MeantItem, verifyFeed, verifyXml } from '../../src/checks/verify-feeds.js';
import { PublishError } from '../../src/index.js';
import { digestOf } from '../../src/platform/digest.js';
import { ownPath } from '../../src/platform/output-path.js';
import { textDocument } from '../../src/publish/document.js';
import { published } from '../support/published.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, buildFiles } from '../support/site-folder.js';

const test = suite('reading documents back');

const files = {
  'a.md': article({ title: 'Ends & means', date: '2021-09-02', summary: 'In <short>.' }, 'Text & *more*.\n'),
};
const types = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
};

async function site(): Promise<{ meant: MeantItem[]; textOf: (path: string) => string }> {
  const report = await buildFiles(files, { verify: true });
  const html = '<p>Text &amp; <em>more</em>.</p>';
  const meant = report.articles.map((one) => ({
    article: one,
    link: one.url,
    summary: 'In <short>.',
    html: digestOf(html),
  }));
  return { meant, textOf: (path) => published(report, path) };
}

/** What reading back says of a document in which something was replaced. */
function complaint(
  path: keyof typeof types,
  text: string,
  meant: readonly MeantItem[],
  texts?: boolean,
): string {
  try {
    verifyFeed(textDocument(ownPath(path), types[path], text), meant, texts);
    return '';
  } catch (error) {
    assert.instance(error, PublishError);
    return (error as PublishError).message;
  }
}

test('a document that says what was meant passes, in every format', async () => {
  const { meant, textOf } = await site();
  for (const path of ['rss.xml', 'atom.xml', 'feed.json'] as const)
    assert.is(complaint(path, textOf(path), meant), '');
});

for (const [path, changes] of Object.entries({
  'rss.xml': [
    [
      '<guid isPermaLink="true">https://example.org/a/',
      '<guid isPermaLink="true">https://example.org/b/',
      /the id/,
    ],
    ['<link>https://example.org/a/', '<link>https://example.org/b/', /the link/],
    [
      '</guid>\n<pubDate>Thu, 02 Sep 2021 00:00:00',
      '</guid>\n<pubDate>Thu, 02 Sep 2021 00:00:02',
      /the date/,
    ],
    ['<title>Ends', '<title>Beginnings', /the title "Beginnings & means"/],
    ['In &#x26;lt;short', 'In &#x26;lt;long', /another summary/],
    ['In &#x26;lt;short', 'In &#x3C;short', /another summary/],
    ['<em>more</em>', '<em>less</em>', /another text/],
    ['</item>', '</item><item></item>', /2 items instead of 1/],
    ['</channel>', '', /./],
    ['<content:encoded>', '<unbound:encoded>', /./],
  ],
  'atom.xml': [
    ['<id>https://example.org/a/', '<id>https://example.org/b/', /the id/],
    ['href="https://example.org/a/"', 'href="https://example.org/b/"', /the link/],
    ['<published>2021-09-02', '<published>2021-09-03', /the date/],
    ['<title>Ends', '<title>Beginnings', /the title/],
    ['In &#x3C;short', 'In &#x3C;long', /another summary/],
    ['<em>more</em>', '<em>less</em>', /another text/],
  ],
  'feed.json': [
    ['"id":"https://example.org/a/"', '"id":"x"', /the id/],
    ['"url":"https://example.org/a/"', '"url":"https://example.org/b/"', /the link/],
    ['"date_published":"2021-09-02', '"date_published":"2021-09-03', /the date/],
    ['"title":"Ends', '"title":"Beginnings', /the title/],
    ['In <short', 'In <long', /another summary/],
    ['<em>more</em>', '<em>less</em>', /another text/],
    ['version/1.1', 'version/1', /./],
  ],
} satisfies Record<string, [string, string, RegExp][]>)) {
  test(`${path}: every difference is found`, async () => {
    const { meant, textOf } = await site();
    const name = path as keyof typeof types;
    for (const [from, to, message] of changes) {
      assert.ok(textOf(name).includes(from), `${path} has no ${from}`);
      assert.match(complaint(name, textOf(name).replace(from, to), meant), message, `${from} to ${to}`);
    }
  });
}

test('titles and texts may be those of a plugin, but ids and links may not', async () => {
  const { meant, textOf } = await site();
  const text = textOf('rss.xml');
  assert.is(
    complaint('rss.xml', text.replace('<em>more</em>', '').replace('<title>Ends', '<title>'), meant, false),
    '',
  );
  assert.match(complaint('rss.xml', text.replaceAll('org/a/', 'org/b/'), meant, false), /the id/);
});

test('other documents in XML are read back, too', () => {
  const document = (text: string) => textDocument(ownPath('sitemap.xml'), 'application/xml', text);
  assert.not.throws(() => verifyXml(document('<a>&#x26;</a>')));
  for (const text of ['<a>', '<a>&b;</a>', '<a>\u0001</a>', '<x:a/>', ''])
    assert.throws(() => verifyXml(document(text)), /does not say what it should/, text);
});

test('CI reads back by itself', () => {
  const plugin = "{ name: 'spoiler', document: ({ path, text }) => path === 'sitemap.xml' ? '<a>' : text }";
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-09-02' }) });
  writeFileSync(
    `${cwd}/feedwright.config.mjs`,
    `export default { url: 'https://example.org', plugins: [${plugin}] };`,
  );
  assert.is(feedwright([], cwd).code, 0);
  const { code, err } = feedwright([], cwd, { CI: 'true' });
  assert.is(code, 1);
  assert.match(err, /sitemap\.xml does not say what it should/);
});

test.run();
