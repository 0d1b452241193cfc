import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Article } from '../../src/articles/article.js';
import { fieldsOf } from '../../src/articles/article.js';
import { discover } from '../../src/articles/discover.js';
import { readArticle } from '../../src/articles/read-article.js';
import { Config } from '../../src/dialects/config.js';
import { plain } from '../../src/dialects/plain.js';
import { FileTracker } from '../../src/platform/fingerprints.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('reading an article');
const reading = {
  timezone: 'UTC',
  language: 'en',
  dateFormats: [],
  folderLanguages: ['en', 'ru'],
  conventions: plain.conventions(new Config(), undefined),
  files: new FileTracker(),
};

function read(content: string | Uint8Array, path = 'post.md') {
  const root = folderWith({ [path]: content });
  const source = discover(root).sources.find((found) => found.path === path);
  if (!source) throw new Error(`${path} was not found`);
  return readArticle(source, reading);
}

function articleFrom(content: string, path?: string): Article {
  const { article, diagnostics } = read(content, path);
  if (!article) throw new Error(JSON.stringify(diagnostics));
  return article;
}

function fields(lines: string): Article {
  return articleFrom(`---\n${lines}\n---\nBody\n`);
}

test('every name of a field means the same', () => {
  const names: [keyof Article, string[], string][] = [
    ['date', ['date', 'published', 'publishDate', 'pubDate'], '2021-09-02'],
    ['updated', ['updated', 'lastmod', 'modified', 'last_modified_at', 'updatedDate'], '2021-09-02'],
    ['summary', ['summary', 'description', 'excerpt', 'abstract', 'deck'], 'In short'],
    ['authors', ['author', 'authors'], 'Ann'],
    ['sections', ['section', 'category', 'categories'], 'Health'],
    ['tags', ['tags', 'keywords', 'topics'], 'a'],
    ['image', ['image', 'cover', 'heroImage', 'featured_image'], 'a.jpg'],
    ['language', ['language', 'lang', 'locale'], 'ru'],
    ['expires', ['expires', 'expiryDate'], '2021-09-02'],
    ['permalink', ['permalink', 'url', 'path'], '/a/'],
    ['link', ['link', 'external_url'], 'https://example.com/'],
    ['id', ['id', 'guid'], 'tag:example.org,2021:a'],
    ['enclosures', ['enclosure', 'attachments'], 'a.mp3'],
  ];
  for (const [property, aliases, value] of names) {
    const read = aliases.map((name) => JSON.stringify(fields(`${name}: ${value}`)[property]));
    assert.is(new Set(read).size, 1, `${property}: ${read.join(' ')}`);
    assert.not.equal(read[0], undefined, property);
    assert.not.equal(read[0], '[]', property);
  }
});

test('titles: the field, the first heading, the name of the file', () => {
  assert.is(fields('title: "AT&T <b>"').title, 'AT&T <b>');
  assert.is(fields('title: 1.10').title, '1.10');
  assert.is(articleFrom('Intro\n\n## The *first* `heading` &amp; more\n').title, 'The first heading & more');
  assert.is(articleFrom('<p>x</p><h1>A <em>page</em></h1>', 'p.html').title, 'A page');
  assert.is(articleFrom('```\n# no heading\n```\n', '2021-09-02-my_first-post.md').title, 'My first post');
  assert.is(fields('title: |\n  two\n  lines').title, 'two lines');
});

test('authors: text, lists, groups', () => {
  const ann = { name: 'Ann Lee', email: 'ann@example.org', url: 'https://example.org/ann' };
  assert.equal(fields('author: Ann Lee <ann@example.org> (https://example.org/ann)').authors, [ann]);
  assert.equal(
    fields('authors:\n  - Ann\n  - name: Bob\n    avatar: https://example.org/b.png\n  - Ann').authors,
    [{ name: 'Ann' }, { name: 'Bob', avatar: 'https://example.org/b.png' }],
  );
  assert.equal(fields('author: Ann Lee, Bob Ray, Jr., Cy').authors, [
    { name: 'Ann Lee' },
    { name: 'Bob Ray, Jr.' },
    { name: 'Cy' },
  ]);
  assert.equal(fields('author: {title: Ann, email: a@b.c}').authors, [{ name: 'Ann', email: 'a@b.c' }]);
});

test('sections and tags: lists and texts with commas', () => {
  assert.equal(fields('tags: one, two three ,one').tags, ['one', 'two three']);
  assert.equal(fields('tags: [a, 2, "c, d"]').tags, ['a', '2', 'c, d']);
  assert.equal(fields('category: Health, care\ncategories: [News, Health]').sections, [
    'Health, care',
    'News',
    'Health',
  ]);
});

test('enclosures: an address, a group, a list', () => {
  assert.equal(fields('enclosure: a.mp3').enclosures, [{ url: 'a.mp3' }]);
  assert.equal(
    fields(
      'attachments:\n  - url: https://example.org/a.mp3\n    mime_type: audio/mpeg\n    size_in_bytes: 12\n    duration: "1:02:03"',
    ).enclosures,
    [{ url: 'https://example.org/a.mp3', type: 'audio/mpeg', length: 12, duration: 3723 }],
  );
});

test('drafts in the words of all tools', () => {
  for (const lines of ['draft: true', 'draft: yes', 'draft: "true"', 'published: false']) {
    assert.is(fields(lines).draft, true, lines);
  }
  for (const lines of ['draft: false', 'published: true', 'published: 2021-09-02', 'title: x']) {
    assert.is(fields(lines).draft, false, lines);
  }
});

test('dates from the name and the folders, where there is no field', () => {
  assert.is(articleFrom('x', '2021-09-02-a.md').date?.toISOString(), '2021-09-02T00:00:00.000Z');
  assert.is(articleFrom('x', 'blog/2021/09/02/a.md').date?.toISOString(), '2021-09-02T00:00:00.000Z');
  assert.is(articleFrom('x', '2021-09-02-a/index.md').slug, 'a');
  assert.is(fields('path: 2014/09/15/Rust-1.0').date?.toISOString(), '2014-09-15T00:00:00.000Z');
  assert.is(
    articleFrom('---\ndate: 2020-01-01\n---\nx', '2021-09-02-a.md').date?.toISOString(),
    '2020-01-01T00:00:00.000Z',
  );
  assert.is(articleFrom('x', 'a.md').date, undefined);
});

test('the language of a folder, and translations', () => {
  const { language, inLanguageFolder, translationKey } = articleFrom('x', 'ru/news/a.md');
  assert.equal([language, inLanguageFolder, translationKey], ['ru', true, 'news/a']);
  assert.is(articleFrom('x', 'news/a.md').translationKey, 'news/a');
  assert.is(articleFrom('x', 'go/a.md').language, 'en');
  assert.is(fields('lang: ru_RU').language, 'ru-RU');
});

test('a BOM, CRLF and blank lines do no harm', () => {
  const article = articleFrom('\ufeff\r\n---\r\ntitle: A\r\ntags:\r\n  - b\r\n---\r\nBody\r\n');
  assert.equal([article.title, article.tags, article.body.line], ['A', ['b'], 7]);
});

test('unknown fields are kept for programs', () => {
  assert.equal(fieldsOf(fields('layout: post\nmood: {today: fine}')).mood, { today: 'fine' });
});

test('characters that no feed can hold are removed, with a warning', () => {
  const { article, diagnostics } = read('---\ntitle: "A\\u0003B\\ud800C"\n---\nx\u0003y\n');
  assert.is(article?.title, 'ABC');
  assert.equal(
    diagnostics.map(({ code, line, level }) => [code, line, level]),
    [
      ['FW030', 4, 'warning'],
      ['FW030', 2, 'warning'],
    ],
  );
});

test('problems have file, line and column, and come all at once', () => {
  const { article, diagnostics } = read(
    '---\ntitle: [a]\ndate: 31.02.2021\ndraft: perhaps\nlang: klingonisch\n---\n',
  );
  assert.is(article, undefined);
  assert.equal(
    diagnostics.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`).sort(),
    ['FW010 post.md:2:8', 'FW010 post.md:4:8', 'FW012 post.md:3:7', 'FW050 post.md:5:7'],
  );
});

test('a file that is not UTF-8 is told', () => {
  const { diagnostics } = read(new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]));
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['FW031'],
  );
});

test.run();
