import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { article, buildFiles, now } from '../support/site-folder.js';

const test = suite('what is published, where, and under which id');

/** Builds, and gives the addresses below the site. */
async function addresses(files: Record<string, string>, settings = {}) {
  const report = await buildFiles(files, settings);
  assert.equal(report.diagnostics, []);
  return report.articles.map(({ path }) => path);
}

async function codesOf(files: Record<string, string>, settings = {}) {
  const { diagnostics, ok } = await buildFiles(files, settings);
  return { ok, codes: diagnostics.map(({ code, file }) => `${code} ${file}`) };
}

test('drafts, future and expired articles, and those without date, are left out with the reason', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2026-11-23T11:59:59Z' }),
    'b.md': article({ title: 'B', date: '2026-11-23T12:00:01Z' }),
    'c.md': article({ title: 'C', date: '2021-01-01', draft: true }),
    'd.md': article({ title: 'D', date: '2021-01-01', expires: '2026-11-23' }),
    'e.md': article({ title: 'E' }),
  };
  const { articles, leftOut } = await buildFiles(files);
  assert.equal(
    articles.map(({ title }) => title),
    ['A'],
  );
  assert.equal(
    leftOut.map(({ file, reason }) => `${file} ${reason}`),
    ['b.md future', 'c.md draft', 'd.md expired', 'e.md no date', 'README.md not an article'],
  );
  const all = await buildFiles(files, { drafts: true, future: true });
  assert.equal(
    all.articles.map(({ title }) => title),
    ['B', 'A', 'C'],
  );
});

test('newest first, ties in the order of the files', async () => {
  const { articles } = await buildFiles({
    'b.md': article({ title: 'B', date: '2021-01-01' }),
    'a.md': article({ title: 'A', date: '2021-01-01' }),
    'c.md': article({ title: 'C', date: '2021-01-02' }),
  });
  assert.equal(
    articles.map(({ title }) => title),
    ['C', 'A', 'B'],
  );
});

test('addresses: the pattern, and what it can hold', async () => {
  const files = {
    'News/2021/a_b.md': article({ title: 'T', date: '2021-02-03 04:05', section: 'Здоровье' }),
  };
  assert.equal(await addresses(files), ['a_b/']);
  const pattern = '/:language/:section/:path/:year-:month-:day/:i_month:i_day/:hour:minute/:slug.html';
  assert.equal(await addresses(files, { permalink: pattern }), [
    'en/zdorove/news/2021/2021-02-03/23/0405/a_b.html',
  ]);
  assert.equal(
    await addresses({ 'a.md': article({ date: '2021-02-03' }) }, { permalink: '/:section/:slug/' }),
    ['a/'],
  );
});

test("the year of an address is the site's, not that of Greenwich", async () => {
  const files = { 'a.md': article({ date: '2021-12-31T22:30:00Z' }) };
  assert.equal(await addresses(files, { permalink: '/:year/:slug/', timezone: 'Europe/Moscow' }), [
    '2022/a/',
  ]);
});

test("addresses of the article's own", async () => {
  const one = async (permalink: string, settings = {}) =>
    (await addresses({ 'a.md': article({ date: '2021-02-03', permalink }) }, settings))[0];
  assert.is(await one('/2021/x/'), '2021/x/');
  assert.is(await one('about.html'), 'about.html');
  assert.is(await one('/:year/y'), '2021/y');
  assert.is(await one('https://example.org/z/'), 'z/');
  assert.is(
    await one('/2021/02/привет мир/'),
    '2021/02/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82%20%D0%BC%D0%B8%D1%80/',
  );
});

test('addresses that lead out of the site or trick the disk are refused', async () => {
  for (const permalink of [
    '/../x/',
    '/a/%2e%2e/x/',
    '//evil.example/x/',
    'https://evil.example/x/',
    'https://example.org.evil.example/',
    'javascript:alert(1)',
    '/a\\b/',
    '/a//b/',
    '/C:/x/',
    '/x\u0000y/',
    '/a?b/',
    '/a#b/',
    `/${'x'.repeat(300)}/`,
  ]) {
    const { ok, codes } = await codesOf({ 'a.md': article({ date: '2021-02-03', permalink }) });
    // U+0000 is removed where the text comes in; the others are told as they are.
    assert.ok(permalink.includes('\u0000') || (!ok && codes[0] === 'FW022 a.md'), `${permalink}: ${codes}`);
  }
});

test('a site in a folder of its host', async () => {
  const { articles, site } = await buildFiles(
    { 'a.md': article({ date: '2021-01-01' }) },
    { url: 'https://example.org/en/blog' },
  );
  assert.equal(
    [site.url, articles[0]?.url],
    ['https://example.org/en/blog/', 'https://example.org/en/blog/a/'],
  );
});

test('two articles with the same address, or one id, are an error that names both', async () => {
  const address = await buildFiles({
    'x/a.md': article({ date: '2021-01-02' }),
    'y/a.md': article({ date: '2021-01-01' }),
    'z/b.md': article({ date: '2020-01-01', permalink: '/A/index.html' }),
  });
  assert.equal(
    address.diagnostics.map(({ code, file }) => `${code} ${file}`),
    // The oldest one has it.
    ['FW020 x/a.md', 'FW020 y/a.md'],
  );
  assert.match(address.diagnostics[0]?.message ?? '', /x\/a\.md and z\/b\.md/);
  assert.equal(address.files, []);
  const id = await codesOf({
    'a.md': article({ date: '2021-01-02', id: 'tag:x,2021:1' }),
    'b.md': article({ date: '2021-01-01', id: 'tag:x,2021:1' }),
  });
  assert.equal(id.codes, ['FW021 a.md']);
});

test('an id is the address, or what the author gives, letter by letter', async () => {
  const { articles, diagnostics } = await buildFiles({
    'a.md': article({ date: '2021-01-05' }),
    'b.md': article({ date: '2021-01-04', id: 'HTTP://Example.ORG:80/%7e/../ü' }),
    'c.md': article({ date: '2021-01-03', guid: 'urn:uuid:1225C695-cfb8-4ebb-aaaa-80da344efa6a' }),
    'd.md': article({ date: '2021-01-02', id: 'post 17' }),
  });
  assert.equal(
    articles.map(({ id }) => id),
    [
      'https://example.org/a/',
      'HTTP://Example.ORG:80/%7e/../ü',
      'urn:uuid:1225C695-cfb8-4ebb-aaaa-80da344efa6a',
      'urn:feedwright:post%2017',
    ],
  );
  assert.equal(
    diagnostics.map(({ code, line }) => `${code} ${line}`),
    ['FW023 3'],
  );
});

test('an enclosure beside the article is measured; another needs type and length', async () => {
  const sound = new Uint8Array(1234);
  const { articles, files } = await buildFiles({
    'p/a.md': article({ date: '2021-01-02', enclosure: 'talk.mp3', image: 'x.jpg' }),
    'p/talk.mp3': sound,
    'b.md': article({ date: '2021-01-01', enclosure: { url: 'https://cdn.example/b.ogg', length: 9 } }),
  });
  assert.equal(
    articles.map(({ enclosures }) => enclosures),
    [
      [{ url: 'https://example.org/a/talk.mp3', type: 'audio/mpeg', length: 1234 }],
      [{ url: 'https://cdn.example/b.ogg', type: 'audio/ogg', length: 9 }],
    ],
  );
  assert.ok(files.some(({ path, bytes }) => path === 'a/talk.mp3' && bytes === 1234));
  const missing = await codesOf({ 'a.md': article({ date: '2021-01-02', enclosure: 'none.mp3' }) });
  assert.equal(missing.codes, ['FW040 a.md']);
});

test('files outside of the articles are never published', async () => {
  const { files } = await buildFiles({
    'a.md': article(
      { date: '2021-01-02', image: '../../etc/passwd' },
      '![x](../secret.png) ![y](_hidden/y.png) ![z](%2e%2e/secret.png)',
    ),
    '../secret.png': 'x',
    '_hidden/y.png': 'y',
  });
  assert.equal(
    files.map(({ path }) => path).filter((path) => /secret|passwd|hidden/.test(path)),
    [],
  );
});

test('an article expires at its moment, and not before', async () => {
  for (const [expires, count] of [
    [new Date(now.getTime() - 1), 0],
    [now, 0],
    [new Date(now.getTime() + 1), 1],
  ] as const) {
    const { articles } = await buildFiles({
      'a.md': article({ title: 'A', date: '2021-01-01', expires: expires.toISOString() }),
    });
    assert.is(articles.length, count, expires.toISOString());
  }
});

test('an article is of the future until its moment', async () => {
  for (const [date, count] of [
    [new Date(now.getTime() + 1), 0],
    [now, 1],
  ] as const) {
    const { articles } = await buildFiles({ 'a.md': article({ title: 'A', date: date.toISOString() }) });
    assert.is(articles.length, count, date.toISOString());
  }
});

test('addresses that servers take for one are twins', async () => {
  for (const [one, other] of [
    ['/a', '/a/'],
    ['/a.html', '/a/'],
    ['/a/index.html', '/a'],
    ['/A/', '/a/'],
  ]) {
    const { codes } = await codesOf({
      'a.md': article({ date: '2021-01-02', permalink: one }),
      'b.md': article({ date: '2021-01-01', permalink: other }),
    });
    assert.equal(codes, ['FW020 a.md'], `${one} ${other}`);
  }
});

test('an enclosure is on the web', async () => {
  for (const url of ['ftp://example.org/a.mp3', 'file:///a.mp3', 'data:audio/mpeg,x', 'javascript:1']) {
    const { codes } = await codesOf({
      'a.md': article({ date: '2021-01-02', enclosure: { url, type: 'audio/mpeg', length: 1 } }),
    });
    assert.equal(codes, ['FW040 a.md'], url);
  }
});

test.run();
