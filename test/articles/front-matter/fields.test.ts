/** What front matter means, field by field; and what is told of a field that means nothing. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Article } from '../../../src/articles/article.js';
import { discover } from '../../../src/articles/discover.js';
import { readArticle } from '../../../src/articles/read-article.js';
import { Config } from '../../../src/dialects/config.js';
import { jekyll } from '../../../src/dialects/jekyll.js';
import { plain } from '../../../src/dialects/plain.js';
import { FileTracker } from '../../../src/platform/fingerprints.js';
import { folderWith } from '../../support/site-folder.js';

const test = suite('fields');
const own = plain.conventions(new Config(), undefined);
const foreign = { ...jekyll.conventions(new Config(), undefined), place: own.place };

/** Reads an article with these lines of front matter. */
function read(lines: string, { path = 'post.md', conventions = own, timezone = 'UTC' } = {}) {
  const root = folderWith({ [path]: `---\n${lines}\n---\nBody\n` });
  const [source] = discover(root).sources;
  if (!source) throw new Error(`${path} was not found`);
  const reading = {
    timezone,
    language: 'en',
    dateFormats: ['yyyyMMdd'],
    folderLanguages: ['en', 'ru'],
    conventions,
    files: new FileTracker(),
  };
  const { article, diagnostics } = readArticle(source, reading);
  return {
    article,
    told: diagnostics.map(({ code, level, line, column }) => `${code} ${level} ${line}:${column}`),
    diagnostics,
  };
}

/** Lines of front matter, and the value of a field that they give. */
const values: { [K in keyof Article]?: [lines: string, value: unknown][] } = {
  authors: [
    ['author: Ann Lee', [{ name: 'Ann Lee' }]],
    [
      'author: Ann Lee <ann@example.org> (https://example.org/ann)',
      [{ name: 'Ann Lee', email: 'ann@example.org', url: 'https://example.org/ann' }],
    ],
    ['author: Ann (https://example.org/ann)', [{ name: 'Ann', url: 'https://example.org/ann' }]],
    ['author: Ann <ann@example.org>', [{ name: 'Ann', email: 'ann@example.org' }]],
    ['author: <ann@example.org>', [{ name: '<ann@example.org>' }]],
    ['author: Ann <not an address>', [{ name: 'Ann <not an address>' }]],
    ['author: Ann (of the press)', [{ name: 'Ann (of the press)' }]],
    [
      'authors: Ann, Bob Ray, Jr., Cyd, PhD',
      [{ name: 'Ann' }, { name: 'Bob Ray, Jr.' }, { name: 'Cyd, PhD' }],
    ],
    ['authors: Ann (a, b), Bob [b], Dee', [{ name: 'Ann (a, b)' }, { name: 'Bob [b]' }, { name: 'Dee' }]],
    ['authors: [Ann, Bob, Ann, " "]', [{ name: 'Ann' }, { name: 'Bob' }]],
    [
      'authors: [[Ann], {title: Bob, mail: b@example.org, web: "https://b.example.org", picture: /b.png}]',
      [
        { name: 'Ann' },
        { name: 'Bob', email: 'b@example.org', url: 'https://b.example.org', avatar: '/b.png' },
      ],
    ],
    [
      'authors: {name: Ann, link: "mailto:a@example.org", image: "https://example.org/a.png"}',
      [{ name: 'Ann', url: 'mailto:a@example.org', avatar: 'https://example.org/a.png' }],
    ],
    ['authors: {email: a@example.org}', [{ email: 'a@example.org', name: 'a@example.org' }]],
    [
      'authors: {url: "https://a.example.org"}',
      [{ url: 'https://a.example.org', name: 'https://a.example.org' }],
    ],
    [`author: ${'x'.repeat(301)} <a@example.org>`, [{ name: `${'x'.repeat(301)} <a@example.org>` }]],
    ['author: 7', [{ name: '7' }]],
    ['author: ""', []],
  ],
  contributors: [
    ['title: x', undefined],
    ['contributors: []', undefined],
    ['contributors: [Ann, {name: Bob}]', [{ name: 'Ann' }, { name: 'Bob' }]],
  ],
  enclosures: [
    ['enclosure: a.mp3', [{ url: 'a.mp3' }]],
    [
      'enclosures: [a.mp3, {src: b.mp3, length: 12, type: audio/mpeg, title: B, duration: "1:02:03"}]',
      [{ url: 'a.mp3' }, { url: 'b.mp3', type: 'audio/mpeg', length: 12, title: 'B', duration: 3723 }],
    ],
    [
      'attachments: {file: c.mp3, size_in_bytes: 0, mime_type: a/b, duration_in_seconds: 62.5}',
      [{ url: 'c.mp3', type: 'a/b', length: 0, duration: 62.5 }],
    ],
    [
      'enclosure: {href: d.mp3, size: "5", mime: a/b, duration: "2:03"}',
      [{ url: 'd.mp3', type: 'a/b', length: 5, duration: 123 }],
    ],
    ['enclosure: {path: e.mp3, duration: soon}', [{ url: 'e.mp3' }]],
    ['enclosure: {url: " f.mp3 ", duration: "1:2:3:4"}', [{ url: 'f.mp3' }]],
  ],
  image: [
    ['image: a.jpg', { url: 'a.jpg' }],
    ['cover: [b.jpg, c.jpg]', { url: 'b.jpg' }],
    ['image: {src: d.jpg, alt: " D "}', { url: 'd.jpg', alt: 'D' }],
    ['image: {url: d.jpg, caption: C}', { url: 'd.jpg', alt: 'C', caption: 'C' }],
    ['image: {feature: e.jpg, title: T}', { url: 'e.jpg', alt: 'T' }],
    ['image: {teaser: f.jpg}', { url: 'f.jpg' }],
    ['image: {icon: star}', undefined],
    ['image: []', undefined],
    ['image: ""\ncover: g.jpg', { url: 'g.jpg' }],
  ],
  date: [
    ['date: 2021-09-02', new Date('2021-09-02')],
    ['date: 20210902', new Date('2021-09-02')],
    ['published: true\npubDate: 2021-09-02', new Date('2021-09-02')],
    ['published: 2021-09-02', new Date('2021-09-02')],
    ['date: ""', undefined],
    ['permalink: /2021/09/02/a/', new Date('2021-09-02')],
    ['permalink: /2021/13/02/a/', undefined],
    ['title: A', undefined],
  ],
  updated: [['lastmod: 2021-09-03', new Date('2021-09-03')]],
  expires: [['expiryDate: 2021-09-03', new Date('2021-09-03')]],
  publishFrom: [
    ['publishDate: 2021-09-03', new Date('2021-09-03')],
    ['date: 2021-09-03', undefined],
  ],
  tags: [
    ['tags: a, b c,  , a', ['a', 'b c']],
    ['tags: [a, 1, true, null, a]', ['a', '1', 'true']],
    ['keywords: a\ntags: b', ['b', 'a']],
    ['topics: {a: b}', []],
  ],
  sections: [
    ['section: Health, care', ['Health, care']],
    ['categories: Health, care', ['Health', 'care']],
    ['category: [A, B]\nsection: C', ['C', 'A', 'B']],
  ],
  language: [
    ['lang: ru', 'ru'],
    ['lang: pt-br', 'pt-BR'],
    ['title: A', 'en'],
  ],
  draft: [
    ['draft: yes', true],
    ['draft: " ON "', true],
    ['draft: 1', true],
    ['draft: "false"', false],
    ['draft: 0', false],
    ['published: false', true],
    ['published: "No"', true],
    ['published: off', true],
    ['published: true', false],
    ['title: A', false],
  ],
  link: [
    ['link: https://example.com/a', 'https://example.com/a'],
    ['external_url: HTTP://example.com', 'HTTP://example.com'],
  ],
  title: [
    ['title: " A\\n  b "', 'A b'],
    ['title: 7', '7'],
    ['title: true', 'true'],
    ['title: ""', 'Post'],
    ['date: 2021-09-02', 'Post'],
  ],
  slug: [
    ['slug: Own.slug~1', 'Own.slug~1'],
    ['slug: /a/b/', 'a/b'],
    ['slug: Own slug!', 'own-slug'],
    ['slug: ../a', 'a'],
    ['title: A', 'post'],
  ],
  id: [['guid: tag:example.org,2021:a', 'tag:example.org,2021:a']],
  summary: [['excerpt: "  In\\n short "', 'In short']],
  translationKey: [
    ['translationKey: k', 'k'],
    ['title: A', 'post'],
  ],
};

for (const [field, cases] of Object.entries(values)) {
  for (const [lines, value] of cases) {
    test(`${field}: ${JSON.stringify(lines.slice(0, 80))}`, () => {
      const { article, diagnostics } = read(lines);
      assert.ok(article || lines.includes('{a: b}'), JSON.stringify(diagnostics));
      if (article) assert.equal(article[field as keyof Article], value);
    });
  }
}

/** Lines of front matter, and what is told of them; the line of the first is 2. */
const problems: [lines: string, ...told: string[]][] = [
  ['title: [a]', 'FW010 error 2:8'],
  ['draft: maybe', 'FW010 error 2:8'],
  ['title: A\ndate: never', 'FW012 error 3:7'],
  ['title: A\nupdated:   never', 'FW012 error 3:12'],
  ['lang: not a tag', 'FW050 error 2:7'],
  ['link: /relative', 'FW041 warning 2:7'],
  ['link: "https://exa > mple.org/"', 'FW041 warning 2:7'],
  ['link: ftp://example.org/', 'FW041 warning 2:7'],
  ['image: "java script:x"', 'FW041 warning 2:8'],
  ['author: {name: A, url: "javascript:x"}', 'FW041 warning 2:9'],
  ['author: {name: A, avatar: "mailto:x@example.org"}', 'FW041 warning 2:9'],
  ['author: {x: 1}', 'FW010 error 2:9'],
  ['enclosure: {type: a/b}', 'FW040 error 2:12'],
  ['enclosure: {url: a.mp3, length: many}', 'FW010 error 2:12'],
  [`tags: [${Array.from({ length: 201 }, (_, index) => `t${index}`).join(', ')}]`, 'FW044 error 2:7'],
  [`tags: [${Array.from({ length: 200 }, (_, index) => `t${index}`).join(', ')}]`],
  [`authors: [${Array.from({ length: 201 }, (_, index) => `t${index}`).join(', ')}]`, 'FW044 error 2:10'],
  ['enclosure: a.mp3\nsoundbites: {start: 1, duration: 0}', 'FW010 error 3:13'],
  ['enclosure: a.mp3\nsoundbites: {start: 1, duration: 1}'],
  ['title: "a\\u0001b"', 'FW030 warning 2:8'],
  ['image: {url: "a\\u0001.png"}', 'FW030 warning 2:8'],
  ['date: [a]\ntitle: {b: c}', 'FW010 error 3:8', 'FW010 error 2:7'],
];

for (const [lines, ...told] of problems) {
  test(`${JSON.stringify(lines.slice(0, 80))} is told`, () => {
    assert.equal(read(lines).told, told);
  });
}

test('what is odd in an article of another tool is no error', () => {
  for (const [lines, told] of [
    ['title: [a]', ['FW010 warning 2:8']],
    ['lang: not a tag', ['FW050 warning 2:7']],
    ['enclosure: {type: a/b}', ['FW040 warning 2:12']],
    ['date: never', ['FW012 error 2:7']],
    ['titel: x\nsumary: y', ['FW060 warning 2:8']],
    ['datee: 2021-09-02\ntitle: x', ['FW060 warning 2:8']],
    ['titel: x\ntitle: y', []],
  ] as const)
    assert.equal(read(lines, { conventions: foreign }).told, told, lines);
});

test('names with white space between them, where the tool has such lists', () => {
  const { article } = read('tags: a b\ncategories: c, d e', { conventions: foreign });
  assert.equal(
    [article?.tags, article?.sections],
    [
      ['a', 'b'],
      ['c', 'd e'],
    ],
  );
});

test('a date is that of the site, where it names no zone', () => {
  const { article } = read('date: 2021-09-02', { timezone: 'Asia/Tokyo' });
  assert.is(article?.date?.toISOString(), '2021-09-01T15:00:00.000Z');
});

/** What the place of a file says. */
const places: [path: string, expected: Partial<Article>][] = [
  [
    '2021-09-02-a_b.md',
    { title: 'A b', slug: 'a_b', fileName: 'a_b', date: new Date('2021-09-02'), folders: [] },
  ],
  ['2021-09-02.md', { title: '2021 09 02', slug: '2021-09-02', date: new Date('2021-09-02') }],
  ['2021/09/02/a.md', { title: 'A', date: new Date('2021-09-02'), folders: ['2021', '09', '02'] }],
  ['2021/13/02/a.md', { date: undefined }],
  ['a/index.md', { title: 'A', slug: 'a', folders: [], translationKey: 'a/index' }],
  ['index.md', { title: 'Index', slug: 'index' }],
  ['ru/a.md', { language: 'ru', inLanguageFolder: true, translationKey: 'a', folders: [] }],
  ['en/a.md', { language: 'en', inLanguageFolder: false, translationKey: 'a', folders: [] }],
  ['fr/a.md', { language: 'en', inLanguageFolder: false, translationKey: 'fr/a', folders: ['fr'] }],
  ['ru.md', { language: 'en', title: 'Ru' }],
];

for (const [path, expected] of places) {
  test(`the place ${path}`, () => {
    const { article } = read('section: x', { path });
    for (const [field, value] of Object.entries(expected))
      assert.equal(article?.[field as keyof Article], value, field);
  });
}

test.run();
