/** What each setting may be; and what is said of what it may not be. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { explainSettings } from '../../src/site/explain-settings.js';
import { settingsSchema } from '../../src/site/settings.js';

const test = suite('each setting');

/** A setting with values that it takes, and values that it does not take. */
const cases: [name: string, good: unknown[], bad: unknown[]][] = [
  ['articles', ['posts'], ['', 1]],
  ['preset', ['hugo', 'plain'], ['wordpress']],
  ['out', ['dist'], ['']],
  ['url', ['https://example.org', 'http://a/b/'], ['example.org', 'ftp://a', 'https://a?b', 'https://a#b']],
  ['title', ['T'], ['', 1]],
  ['language', ['en', 'pt-br', 'zh-Hans'], ['x y', '']],
  [
    'languages',
    [{}, { ru: {} }, { 'pt-BR': { title: 'T', description: 'D', words: { tags: 'x' } } }],
    [{ 'pt-br': {} }, { ru: { name: 'x' } }, { ru: { title: '' } }],
  ],
  ['timezone', ['UTC', 'Asia/Tokyo'], ['Mars/One', '']],
  ['limit', [1, 10_000], [0, 10_001, 1.5, '5']],
  ['content', ['full', 'summary'], ['half']],
  ['permalink', ['/:slug/', '/a/:year/'], ['a', '/_a/', '/.a', '/a\\b', '/a\nb']],
  ['words', [{ tags: 'x' }], [{ nothing: 'x' }, { tags: 1 }]],
  ['archiveContent', ['full', 'summary'], [true]],
  ['archives', [true, false], ['yes']],
  ['maxBytes', [10_000], [9_999, 10_000.5]],
  ['pages', [true], [1]],
  ['css', ['a.css'], ['']],
  [
    'templates',
    [{ header: 'a.js' }, { article: 'a.js', list: 'b.js' }],
    [{ footer: 'a.js' }, { header: '' }],
  ],
  ['news', [{ name: 'N' }], [{}, { name: '' }]],
  ['assets', [[], ['html', 'x7']], [['.html'], ['HTML'], [''], ['a'.repeat(21)]]],
  ['levels', [{ FW012: 'off' }, { FW040: 'error' }], [{ FW999: 'off' }, { FW012: 'fatal' }]],
  ['hosting', ['nginx', 'netlify'], ['geocities']],
  ['maxOldAsNew', [0, 5], [-1, 1.5]],
  [
    'author',
    ['Ann', { name: 'Ann' }, { name: 'A', email: 'a@b', url: 'https://a', avatar: 'https://b' }],
    ['', {}, { name: 'A', url: 'a' }, { name: 'A', more: 1 }],
  ],
  ['hub', ['https://hub.example/'], ['hub']],
  ['cloud', ['http://cloud.example/x'], ['cloud']],
  ['ttl', [1, 1440], [0, 1.5]],
  ['categories', [['A']], [[''], 'A']],
  ['dateFormats', [['yyyy']], [['']]],
  [
    'html',
    [
      {},
      { tags: ['math', 'x-y'] },
      { attributes: { a: ['download', 'data-*', 'stylex', 'tox'] } },
      { frames: ['a.example'] },
    ],
    [
      ...['script', 'style', 'iframe', 'form', 'object', 'use', 'MATH', 'a b'].map((tag) => ({
        tags: [tag],
      })),
      ...['onclick', 'on', 'style', 'srcdoc', 'formaction', 'action', 'to', 'Href', 'a b'].map((name) => ({
        attributes: { a: [name] },
      })),
      { tag: [] },
    ],
  ],
  [
    'fediverse',
    ['@town@social.example', '@a.b-c@x.y.z'],
    [
      'town@social.example',
      '@town',
      '@town@social',
      '@to wn@social.example',
      '@@social.example',
      '@a@b..c',
      '@a@b.c d',
    ],
  ],
  [
    'feeds',
    [
      { sections: false },
      { tags: { make: true, minArticles: 1, limit: 10_000, archives: false } },
      { authors: { names: { Ann: { title: 'A', description: 'D', limit: 1 } } } },
      { collections: [{ slug: 'best', title: 'B', where: {} }] },
    ],
    [
      { section: true },
      { tags: { minArticles: 0 } },
      { tags: { limit: 0 } },
      { tags: { limit: 10_001 } },
      { authors: { names: { Ann: { title: '' } } } },
      { authors: { names: { Ann: { limit: 0 } } } },
      { authors: { names: { Ann: { limit: 1.5 } } } },
      { collections: [{ slug: '', title: 'B', where: {} }] },
      { collections: [{ slug: '../x', title: 'B', where: {} }] },
    ],
  ],
];

for (const [name, good, bad] of cases) {
  test(`${name}: takes what it may be`, () => {
    for (const value of good) {
      const { success, error } = settingsSchema.safeParse({ [name]: value });
      assert.ok(success, `${JSON.stringify(value)}: ${error}`);
    }
  });
  test(`${name}: takes nothing else`, () => {
    for (const value of bad)
      assert.not.ok(settingsSchema.safeParse({ [name]: value }).success, JSON.stringify(value));
  });
}

/** What is said of wrong settings: one sentence for each mistake. */
const said: [settings: Record<string, unknown>, ...messages: string[]][] = [
  [{ limit: 'many' }, 'limit is "many", but must be a number.'],
  [{ limit: 1.5 }, 'limit is 1.5, but must be a whole number.'],
  [{ limit: 0 }, 'limit is 0, but must be at least 1.'],
  [{ limit: 20_000 }, 'limit is 20000, but must be at most 10000.'],
  [{ title: '' }, 'title is "", but must be non-empty text.'],
  [{ title: [] }, 'title is [], but must be text.'],
  [{ pages: 'no' }, 'pages is "no", but must be true or false.'],
  [{ categories: 'x' }, 'categories is "x", but must be a list.'],
  [{ categories: ['a', 1] }, 'categories[1] is 1, but must be text.'],
  [{ news: 'x' }, 'news is "x", but must be a group of settings.'],
  [{ content: 'half' }, 'content is "half", but must be one of "full", "summary".'],
  [{ permalink: 'x' }, 'permalink is "x", but must be text that begins with "/".'],
  [{ author: 7 }, 'author is 7, but must be text, or a group of settings.'],
  [{ author: { name: 'A', url: 'x' } }, 'author.url is "x", but must be an absolute http or https address.'],
];

for (const [settings, ...messages] of said) {
  test(`${JSON.stringify(settings)} is told in a sentence`, () => {
    const { error } = settingsSchema.safeParse(settings);
    assert.ok(error);
    assert.equal(
      explainSettings(error, settings, 'x.yaml', settingsSchema).map(({ message }) => message),
      messages.map((message) => `x.yaml: ${message}`),
    );
  });
}

test.run();
