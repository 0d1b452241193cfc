import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildRequest, build, UsageError } from '../../src/index.js';
import { published } from '../support/published.js';
import { article, articlesFolder, buildFiles, everyFeed, now } from '../support/site-folder.js';

const test = suite('which feeds there are');

const files = {
  'a.md': article({ title: 'A', date: '2021-01-04', section: 'Health', tags: ['x'], author: 'Ann' }),
  'b.md': article({ title: 'B', date: '2021-01-03', section: 'Health', tags: ['y'], author: ['Ann', 'Bob'] }),
  'c.md': article({
    title: 'C',
    date: '2021-01-02',
    section: 'Здоровье',
    enclosure: { url: 'https://e.org/c.mp3', length: 1 },
  }),
};

const outline = (feeds: readonly { path: string; articles: readonly { title: string }[] }[]) =>
  feeds.map(({ path, articles }) => `${path} ${articles.map(({ title }) => title).join('')}`);

test('one for everything, and for each section, tag and author', async () => {
  const report = await buildFiles(files, { feeds: everyFeed });
  assert.equal(outline(report.feeds), [
    ' ABC',
    'sections/health/ AB',
    'sections/zdorove/ C',
    'tags/x/ A',
    'tags/y/ B',
    'authors/ann/ AB',
    'authors/bob/ B',
  ]);
  for (const { path } of report.feeds) {
    for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'index.html']) {
      assert.ok(existsSync(join(report.site.out, path, name)), path + name);
    }
  }
  const feed = JSON.parse(published(report, 'sections/health/feed.json'));
  assert.equal(
    [feed.title, feed.feed_url, feed.home_page_url],
    [
      'Example: Health',
      'https://example.org/sections/health/feed.json',
      'https://example.org/sections/health/',
    ],
  );
});

test('languages: from the folder and the front matter, and each section in each of them', async () => {
  const report = await buildFiles({
    'news.md': article({ title: 'N', date: '2021-01-02', section: 'Health' }),
    'ru/news.md': article({ title: 'Н', date: '2021-01-02', section: 'Health' }),
    'other.md': article({ title: 'O', date: '2021-01-01', lang: 'de' }),
  });
  assert.equal(outline(report.feeds), [
    ' N',
    'de/ O',
    'ru/ Н',
    'sections/health/ N',
    'ru/sections/health/ Н',
  ]);
  assert.equal(
    report.articles.map(({ path }) => path),
    ['news/', 'ru/news/', 'other/'],
  );
  const page = published(report, 'news/index.html');
  assert.match(page, '<link rel="alternate" hreflang="ru" href="https://example.org/ru/news/">');
  assert.match(page, '<link rel="alternate" hreflang="en" href="https://example.org/news/">');
  assert.match(published(report, 'sitemap.xml'), 'hreflang="ru" href="https://example.org/ru/news/"');
  assert.match(published(report, 'ru/index.html'), 'Новые статьи');
});

test('a site with one language has no folder for it', async () => {
  const report = await buildFiles(files, { language: 'ru' });
  assert.equal(
    report.feeds.filter(({ kind }) => kind === 'language'),
    [],
  );
  assert.match(published(report, 'index.html'), '<html lang="ru">');
});

test('settings choose the kinds, from how many articles on, titles and limits', async () => {
  const report = await buildFiles(files, {
    feeds: {
      tags: false,
      authors: { minArticles: 2, limit: 1 },
      sections: { names: { Здоровье: { title: 'Your health', description: 'Be well' } } },
      collections: [{ slug: 'podcast', title: 'To listen', where: { has: 'audio' }, limit: 9 }],
    },
  });
  assert.equal(outline(report.feeds), [
    ' ABC',
    'sections/health/ AB',
    'sections/zdorove/ C',
    'authors/ann/ AB',
    'podcast/ C',
  ]);
  const named = JSON.parse(published(report, 'sections/zdorove/feed.json'));
  assert.equal([named.title, named.description], ['Example: Your health', 'Be well']);
  assert.is(JSON.parse(published(report, 'authors/ann/feed.json')).items.length, 1);
  try {
    await buildFiles(files, { feeds: { tag: true } } as never);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, UsageError);
    assert.match((error as UsageError).message, /feeds\.tag is not a setting.*\n.*"tags"/);
  }
});

test('tags and authors have feeds from three articles on, and those that were published or are set up stay', async () => {
  const three = Object.fromEntries(
    [1, 2, 3].map((day) => [
      `${day}.md`,
      article({
        ...{ title: `${day}`, date: `2021-01-0${day}`, author: day < 3 ? ['Ann', 'Bob'] : 'Ann' },
        tags: ['often', ...(day < 3 ? ['seldom'] : []), ...(day < 2 ? ['Rare', 'Was'] : [])],
      }),
    ]),
  );
  const paths = async (feeds?: object, cwd?: string) => {
    const request = { feeds, ...(cwd ? { cwd, url: 'https://example.org', now } : {}) } as BuildRequest;
    const report = cwd ? await build(request) : await buildFiles(three, request);
    return { cwd: report.site.root, paths: report.feeds.map(({ path }) => path).filter(Boolean) };
  };
  assert.equal((await paths()).paths, ['tags/often/', 'authors/ann/']);
  const named = await paths({ tags: { names: { rare: { formerly: ['was'] } } } });
  assert.equal(named.paths, ['tags/often/', 'tags/rare/', 'tags/was/', 'authors/ann/']);
  const first = await paths(everyFeed);
  assert.is(first.paths.length, 6);
  assert.equal((await paths(undefined, first.cwd)).paths.toSorted(), first.paths.toSorted());
});

test('those of tags and authors have summaries, and ten at most; sections are whole, and end where the limit is', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${index}.md`,
      article({
        ...{ title: `T${index}`, date: `2021-01-${10 + index}`, section: 'S', tags: ['t'], author: 'Ann' },
        summary: 'Short.',
      }),
    ]),
  );
  const counts = async (settings: BuildRequest) => {
    const report = await buildFiles(many, settings);
    return ['', 'sections/s/', 'tags/t/', 'authors/ann/'].map((path) => {
      const { items } = JSON.parse(published(report, `${path}feed.json`));
      return `${items.length}${items[0].content_html ? ' whole' : ''}`;
    });
  };
  assert.equal(await counts({}), ['12 whole', '12 whole', '10', '10']);
  assert.equal(await counts({ limit: 4 }), ['4 whole', '4 whole', '4', '4']);
  const feeds = { tags: { limit: 11, content: 'full' }, authors: { limit: 12 } } as const;
  assert.equal(await counts({ feeds }), ['12 whole', '12 whole', '11 whole', '12']);
  assert.equal(await counts({ content: 'summary' }), ['12', '12', '10', '10']);
});

test('two names with one folder share a feed, and are told', async () => {
  const articles = {
    'a.md': article({ title: 'A', date: '2021-01-02', tags: ['Open data', 'C++', 'C#', 'C', '🎉'] }),
    'b.md': article({ title: 'B', date: '2021-01-01', tags: ['open-data'] }),
  };
  const report = await buildFiles(articles, { feeds: everyFeed });
  assert.equal(
    report.diagnostics.map(({ code, file }) => `${code} ${file}`),
    ['FW024 a.md'],
  );
  assert.match(
    report.diagnostics[0]?.message ?? '',
    /"open-data" and "Open data" have the same address, open-data\//,
  );
  assert.equal(
    outline(report.feeds).filter((line) => line.startsWith('tags/')),
    ['tags/1f389/ A', 'tags/c/ A', 'tags/c-plus-plus/ A', 'tags/c-sharp/ A', 'tags/open-data/ AB'],
  );
});

test('a section that becomes empty keeps its feeds; one of a kind that is switched off does not', async () => {
  const cwd = articlesFolder(files);
  const request = { cwd, url: 'https://example.org', now };
  await build(request);
  rmSync(join(cwd, 'articles/c.md'));
  const report = await build(request);
  assert.equal(JSON.parse(published(report, 'sections/zdorove/feed.json')).items, []);
  assert.match(published(report, 'sections/zdorove/index.html'), 'There are no articles yet.');
  await build({ ...request, feeds: { sections: false } });
  assert.not.ok(existsSync(join(cwd, 'dist/sections')));
});

test('a feed of a tag that has too few articles now still has those', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2021-09-02', tags: ['x', 'y'] }),
    'b.md': article({ title: 'B', date: '2021-09-01', tags: ['X'] }),
    'c.md': article({ title: 'C', date: '2021-08-01', tags: ['y'] }),
  };
  const first = await buildFiles(files, { feeds: everyFeed });
  const later = await build({
    cwd: first.site.root,
    url: 'https://example.org',
    now,
    title: 'Example',
    feeds: { tags: { minArticles: 3 } },
  });
  const feed = later.feeds.find(({ path }) => path === 'tags/x/');
  assert.equal(
    feed?.articles.map(({ title }) => title),
    ['A', 'B'],
  );
});

test('a collection takes what fits in every respect, and of each list one', async () => {
  const mixed = {
    ...files,
    'ru/d.md': article({ title: 'D', date: '2021-01-01', section: 'Health', tags: ['x'], author: 'Ann' }),
  };
  const collections = [
    { slug: 'ann', title: 'Ann', where: { authors: ['Ann'] } },
    { slug: 'bob', title: 'Bob', where: { authors: ['Bob', 'Nobody'] } },
    { slug: 'russian', title: 'R', where: { language: 'ru' } },
    { slug: 'english', title: 'E', where: { language: 'en', authors: ['Ann'] } },
    { slug: 'both', title: 'B', where: { tags: ['x', 'y'], sections: ['Health'] } },
    { slug: 'none', title: 'N', where: { tags: ['y'], language: 'ru' } },
    { slug: 'heard', title: 'H', where: { has: 'audio' as const } },
  ];
  const report = await buildFiles(mixed, { feeds: { collections } });
  const kinds = report.feeds.filter(({ kind }) => kind === 'collection');
  assert.equal(outline(kinds), [
    'ann/ ABD',
    'bob/ B',
    'russian/ D',
    'english/ AB',
    'both/ ABD',
    'none/ ',
    'heard/ C',
  ]);
});

test('a name that the settings call a former one is told where articles still have it', async () => {
  const used = {
    'a.md': article({ title: 'A', date: '2021-09-02', section: 'Health' }),
    'b.md': article({ title: 'B', date: '2021-09-01', section: 'Medicine' }),
  };
  const names = { Medicine: { formerly: ['Health', 'Sport'] } };
  const report = await buildFiles(used, { feeds: { sections: { names } } });
  assert.equal(
    report.diagnostics.map(({ code, file, message }) => [code, file, /"\w+"/.exec(message)?.[0]]),
    [['FW027', 'a.md', '"Health"']],
  );
  const { 'b.md': renamed } = used;
  const gone = await buildFiles({ 'b.md': renamed }, { feeds: { sections: { names } } });
  assert.equal(gone.diagnostics, []);
});

test('a collection cannot have a folder that the site uses itself, or that no disk takes', async () => {
  for (const slug of [
    'archive',
    'authors',
    'covers',
    'older',
    'sections',
    'subscribe',
    'tags',
    'con',
    'A',
    'a/b',
  ])
    await buildFiles(files, { feeds: { collections: [{ slug, title: 'T', where: {} }] } }).then(
      () => assert.unreachable(slug),
      (error: unknown) => assert.match(String(error), /folder|every file system|lower case/, slug),
    );
});

test('a collection of articles with a picture, or with a recording', async () => {
  const told = {
    'p.md': article({ title: 'P', date: '2021-09-03', image: 'https://example.org/i.png' }),
    'v.md': article({
      ...{ title: 'V', date: '2021-09-02' },
      enclosure: { url: 'https://example.org/v.mp4', type: 'video/mp4', length: 1 },
    }),
    'n.md': article({ title: 'N', date: '2021-09-01', link: 'https://example.net/' }),
  };
  const collections = (['image', 'audio', 'video', 'enclosure', 'link'] as const).map((has) => ({
    ...{ slug: has, title: has, where: { has } },
  }));
  const { feeds } = await buildFiles(told, { feeds: { collections } });
  assert.equal(outline(feeds.filter(({ kind }) => kind === 'collection')), [
    ...['image/ P', 'audio/ ', 'video/ V', 'enclosure/ V', 'link/ N'],
  ]);
});

test('everything and languages have archives; theirs alone hold whole articles', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [
      `${index % 2 ? 'ru/' : ''}${index}.md`,
      article(
        { title: `T${index}`, date: `2021-01-0${index + 1}`, section: 'S', summary: 'Short.' },
        'Whole body.\n',
      ),
    ]),
  );
  const collections = [{ slug: 'best', title: 'Best', where: { sections: ['S'] } }];
  const archivesWith = async (settings: BuildRequest) => {
    const report = await buildFiles(many, { limit: 1, ...settings });
    const archives = report.files.map(({ path }) => path).filter((path) => path.endsWith('older/1/rss.xml'));
    const told = archives.map((path) => {
      const isWhole = published(report, path).includes('Whole body.');
      return `${path.slice(0, -'older/1/rss.xml'.length)}${isWhole ? ' whole' : ''}`;
    });
    return told.sort();
  };
  assert.equal(await archivesWith({ feeds: { collections } }), [' whole', 'ru/ whole']);
  assert.equal(await archivesWith({ archiveContent: 'full', feeds: { sections: { archives: true } } }), [
    ...[' whole', 'ru/ whole', 'ru/sections/s/ whole', 'sections/s/ whole'],
  ]);
  assert.equal(await archivesWith({ archives: false }), []);
  assert.equal(await archivesWith({ feeds: { languages: { archives: false } } }), [' whole']);
  const feeds = {
    sections: { archives: true },
    collections: [{ ...collections[0], archives: true }],
  } as never;
  assert.equal(await archivesWith({ feeds }), [
    ...[' whole', 'best/', 'ru/ whole', 'ru/sections/s/', 'sections/s/'],
  ]);
});

test('two collections of one folder are told, and neither is dropped', async () => {
  const collections = [
    { slug: 'same', title: 'One', where: {} },
    { slug: 'same', title: 'Other', where: {} },
  ];
  await buildFiles(files, { feeds: { collections } }).then(
    () => assert.unreachable(),
    (error) => assert.match(String(error), /would be published twice|same/),
  );
});

test.run();
