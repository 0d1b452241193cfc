import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BuildRequest } from '../../src/index.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('addresses');

/** The path of an article, or the code of what is wrong. */
async function pathOf(
  fields: object,
  settings: BuildRequest = {},
  file = 'deep/er/a-name.md',
): Promise<string> {
  const text = article({ title: 'T', date: '2021-01-02T03:04:05Z', ...fields });
  const { articles, diagnostics } = await buildFiles({ [file]: text }, settings);
  const [found] = articles;
  return found && diagnostics.length === 0 ? found.path : diagnostics.map(({ code }) => code).join(' ');
}

/** Patterns, and what they make of one article. */
const patterns: [pattern: string, path: string][] = [
  ['/:slug/', 'a-name/'],
  ['/:title/', 'a-name/'],
  ['/:year/:month/:day/:slug/', '2021/01/02/a-name/'],
  ['/:i_month/:i_day/:slug', '1/2/a-name'],
  ['/:hour/:minute/:second/:slug.html', '03/04/05/a-name.html'],
  ['/:path/:slug/', 'deep/er/a-name/'],
  ['/:section/:slug/', 'good-health/a-name/'],
  ['/:language/:slug/', 'en/a-name/'],
  ['/:slug/:slug/', 'a-name/a-name/'],
  ['/x-:year-:slug', 'x-2021-a-name'],
  ['/:nothing/:slug/', 'FW022'],
];

for (const [permalink, path] of patterns) {
  test(`the pattern ${permalink} makes ${path}`, async () => {
    assert.is(await pathOf({ section: 'Good health' }, { permalink }), path);
  });
}

test('dates in addresses are those of the zone of the site', async () => {
  const settings = { permalink: '/:year/:month/:day/:hour/', timezone: 'Pacific/Kiritimati' };
  assert.is(await pathOf({ date: '2021-12-31T12:00:00Z' }, settings), '2022/01/01/02/');
});

test('a pattern without a section has no empty part', async () => {
  assert.is(await pathOf({}, { permalink: '/:section/:slug/' }), 'a-name/');
});

test('a language that has a folder stands in an address once', async () => {
  assert.is(await pathOf({}, {}, 'ru/a.md'), 'ru/a/');
  assert.is(await pathOf({}, { permalink: '/:language/:slug/' }, 'ru/a.md'), 'ru/a/');
  assert.is(await pathOf({}, { permalink: '/x/:slug/:language/' }, 'ru/a.md'), 'x/a/ru/');
  assert.is(await pathOf({ language: 'ru' }, {}, 'a.md'), 'a/');
  assert.is(await pathOf({ permalink: '/own/' }, {}, 'ru/a.md'), 'own/');
});

/** Permalinks of an article, and what becomes of them on a site in a folder. */
const permalinks: [permalink: string, path: string][] = [
  ['/about/', 'about/'],
  ['about', 'about'],
  ['/about.html', 'about.html'],
  ['https://example.org/news/about/', 'about/'],
  ['HTTPS://EXAMPLE.ORG/news/about/', 'about/'],
  ['https://example.org/about/', 'FW022'],
  ['https://other.example/news/about/', 'FW022'],
  ['//example.org/news/about/', 'FW022'],
  ['/ü/ß/', '%C3%BC/%C3%9F/'],
  ['/a b/', 'a%20b/'],
  ['/%D0%B0/', '%D0%B0/'],
  ['/a?b/', 'FW022'],
  ['/a#b/', 'FW022'],
  ['/..', 'FW022'],
  ['/a/./b/', 'FW022'],
  ['/a//b/', 'FW022'],
  [`/${'x'.repeat(200)}/`, `${'x'.repeat(200)}/`],
  [`/${'x'.repeat(201)}/`, 'FW022'],
  [`/${'я'.repeat(100)}/`, `${encodeURI('я'.repeat(100))}/`],
  [`/${'я'.repeat(101)}/`, 'FW022'],
];

for (const [permalink, path] of permalinks) {
  test(`the permalink ${permalink.slice(0, 40)} (${permalink.length}) is at ${path.slice(0, 40)}`, async () => {
    assert.is(await pathOf({ permalink }, { url: 'https://example.org/news/' }), path);
  });
}

test('where the tool ends addresses with a slash, a permalink does, too', async () => {
  for (const [url, path] of [
    ['/x', 'x/'],
    ['/x/', 'x/'],
    ['x', 'x/'],
  ] as const) {
    const { articles } = await buildFiles(
      { 'a.md': article({ title: 'T', date: '2021-01-02', url }), '../hugo.toml': 'title = "T"\n' },
      { preset: 'hugo' },
    );
    assert.is(articles[0]?.path, path, url);
  }
});

test.run();
