/** The pages of all sections, tags and authors, the one for addresses without a page, and what each page leads to. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { published } from '../support/published.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';

const test = suite('lists');

const files = {
  'a.md': article({ title: 'A', date: '2021-01-03', section: 'Health', tags: ['b', 'a'], author: 'Ann' }),
  'b.md': article({ title: 'B', date: '2021-01-02', section: 'Health', tags: ['a'] }),
  'ru/c.md': article({ title: 'В', date: '2021-01-01', section: 'Здоровье' }),
};

/** What a list has: where each line leads, what it says, and how many articles there are. */
const lines = (page: string) => {
  const [, list = ''] = /<div class="fw-tags">\n<ul>\n([\s\S]*?)<\/ul>/.exec(page) ?? [];
  return [...list.matchAll(/<a href="([^"]*)">([^<]*)<\/a> <span class="fw-meta">(\d+)/g)].map((match) =>
    match.slice(1),
  );
};

test('name every section, tag and author of a language, with how many articles each has', async () => {
  const report = await buildFiles(files, { feeds: everyFeed });
  assert.equal(lines(published(report, 'sections/index.html')), [['../sections/health/', 'Health', '2']]);
  assert.equal(lines(published(report, 'tags/index.html')), [
    ['../tags/a/', 'a', '2'],
    ['../tags/b/', 'b', '1'],
  ]);
  assert.equal(lines(published(report, 'authors/index.html')), [['../authors/ann/', 'Ann', '1']]);
  const russian = published(report, 'ru/sections/index.html');
  assert.equal(lines(russian), [['../../ru/sections/zdorove/', 'Здоровье', '1']]);
  assert.match(russian, '<h1>Разделы</h1>');
  assert.not.ok(report.files.some(({ path }) => path === 'ru/tags/index.html'));
});

test('are two links away from every page', async () => {
  const report = await buildFiles(files, { feeds: everyFeed });
  const page = published(report, 'a/index.html');
  const [, foot = ''] = page.split('<footer');
  for (const path of ['sections/', 'tags/', 'authors/']) assert.match(foot, `<a href="../${path}">`);
  for (const path of ['archive/', 'subscribe/']) assert.match(page, `<a href="../${path}">`);
  assert.match(published(report, 'tags/a/index.html'), '<a href="../../tags/">Tags</a>');
});

test('describe themselves to search engines, as other pages do', async () => {
  const report = await buildFiles(files, { feeds: everyFeed, description: 'News of the town' });
  const described = (path: string) =>
    /<meta name="description" content="([^"]*)">/.exec(published(report, path))?.[1];
  assert.is(described('tags/index.html'), 'a, b');
  assert.is(described('sections/index.html'), 'Health');
  assert.is(described('archive/index.html'), 'News of the town');
  assert.match(described('subscribe/index.html') ?? '', /^A feed is a list of news/);
});

test('where there is no such feed, there is no list', async () => {
  const report = await buildFiles({ 'a.md': article({ title: 'A', date: '2021-01-03' }) });
  for (const path of ['sections/index.html', 'tags/index.html', 'authors/index.html'])
    assert.not.ok(report.files.some((file) => file.path === path));
  assert.not.match(published(report, 'index.html'), 'href="./sections/"');
});

test('an address without a page has one that works in every folder, and says so in the language of the site', async () => {
  const report = await buildFiles(files, { url: 'https://example.org/news', language: 'ru' });
  const page = published(report, '404.html');
  const addresses = [...page.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
  for (const address of addresses) assert.match(address, /^(https:\/\/example\.org\/news\/|\/news\/|#)/);
  assert.match(page, '<h1>Такой страницы нет</h1>');
  const english = await buildFiles(files);
  const [, inRussian = ''] = /<p lang="ru">([^\n]*)<\/p>/.exec(published(english, '404.html')) ?? [];
  assert.is(inRussian, 'Такой страницы нет. <a href="/ru/">Новые статьи</a>');
  assert.match(page, '<meta name="robots" content="noindex">');
  assert.not.match(page, 'rel="canonical"');
});

test('pages have an icon: that of the site, else ours where no other can be at the top of the host', async () => {
  const icon = async (settings: object) => {
    const report = await buildFiles(files, settings);
    const [, href] = /<link rel="icon" href="([^"]*)">/.exec(published(report, 'a/index.html')) ?? [];
    return [href, report.files.some(({ path }) => path === 'feedwright.svg')];
  };
  assert.equal(await icon({}), ['../feedwright.svg', true]);
  assert.equal(await icon({ icon: '/own.png' }), ['/own.png', false]);
  assert.equal(await icon({ url: 'https://example.org/news' }), [undefined, false]);
});

test('an article at the address of such a page takes its place', async () => {
  const report = await buildFiles(
    {
      ...files,
      'd.md': article({ title: 'Own page', date: '2020-01-01', permalink: '/404.html' }),
      'e.md': article({ title: 'Own tags', date: '2020-01-01', permalink: '/Tags/' }),
    },
    { feeds: everyFeed },
  );
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  assert.match(published(report, '404.html'), '<h1 class="p-name">Own page</h1>');
  assert.match(published(report, 'Tags/index.html'), '<h1 class="p-name">Own tags</h1>');
});

test('a note whose only line is a heading keeps it', async () => {
  const report = await buildFiles({ 'hi.md': article({ title: false, date: '2021-01-03' }, '# Hi\n') });
  assert.match(published(report, 'hi/index.html'), '<h1 id="hi">Hi</h1>');
});

test('the front page leads with the newest article that has a title', async () => {
  const report = await buildFiles({
    'note.md': article({ title: false, date: '2021-01-03' }, 'A note.\n'),
    'b.md': article({ title: 'Lead', date: '2021-01-02' }),
    'c.md': article({ title: 'Older', date: '2021-01-01' }),
  });
  const [, list = ''] = published(report, 'index.html').split('<ol class="fw-list fw-lead">');
  const order = ['Lead', 'A note.', 'Older'].map((text) => list.indexOf(text));
  assert.ok(
    order.every((at, index) => at > (order[index - 1] ?? 0)),
    order.join(),
  );
});

test('a picture of the front matter that is in the text, too, stands there with its caption', async () => {
  const image = {
    url: 'https://example.net/a.jpg?x=1&y=2',
    alt: 'A',
    caption: 'Words & more',
    credit: 'Ann',
  };
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-01-03', image }, `Text.\n\n![A](${image.url})\n`),
    'b.md': article({ title: 'B', date: '2021-01-02', image }, `![A](${image.url}) in a line.\n`),
  });
  const page = published(report, 'a/index.html');
  assert.is(page.match(/<img [^<>]*example\.net/g)?.length, 1);
  assert.match(page, /<figure><img [^<>]*><figcaption>Words &amp; more · Ann<\/figcaption><\/figure>/);
  assert.not.match(published(report, 'b/index.html'), '<figure>');
});

test('a first heading that repeats the title stands once', async () => {
  const body = (heading: string) => `# ${heading}\n\nText.\n`;
  const report = await buildFiles({
    'a.md': article(
      { title: 'The ferry & the *pier*', date: '2021-01-03' },
      body('The ferry &amp; the \\*pier\\*'),
    ),
    'b.md': article({ title: 'Ferry', date: '2021-01-02' }, body('Another')),
    'c.md': article({ title: 'Ferry', date: '2021-01-02' }, 'Text.\n\n# Ferry\n'),
  });
  const headings = (path: string) => published(report, path).match(/<h1/g)?.length;
  assert.equal(
    ['a', 'b', 'c'].map((path) => headings(`${path}/index.html`)),
    [1, 2, 2],
  );
  assert.match(published(report, 'a/index.html'), '<p>Text.</p>');
});

test.run();
