/** The key of a document is another one wherever the document would be. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PublishedArticle } from '../../src/articles/article.js';
import type { Bodies } from '../../src/body/rendered-body.js';
import { DigestKeys } from '../../src/build/document-keys.js';
import type { Feed } from '../../src/feeds/feed.js';
import { languagesOf } from '../../src/feeds/plan-feeds.js';
import type { BuildReport } from '../../src/index.js';
import { SiteIndex } from '../../src/pages/site-index.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';

const test = suite('keys of documents');

const files = {
  'a.md': article({ title: 'A', date: '2021-09-03', section: 'S' }),
  'b.md': article({ title: 'B', date: '2021-09-02', section: 'S', tags: ['t'], translationKey: 'k' }),
  'c.md': article({ title: 'C', date: '2021-09-01', section: 'S' }),
  'ru/b.md': article({ title: 'Б', date: '2020-09-02', translationKey: 'k' }),
  'far.md': article({ title: 'Far', date: '2010-09-02' }),
};
let report: BuildReport;
test.before(async () => {
  report = await buildFiles(files, { write: false, languages: { ru: {} }, feeds: everyFeed });
});

/** What articles, feeds and their bodies are in one case. */
interface Case {
  articles?: (each: PublishedArticle) => Partial<PublishedArticle>;
  feeds?: (each: Feed) => Partial<Feed>;
  file?: (each: PublishedArticle) => string | undefined;
  version?: (each: PublishedArticle) => string;
}

/** The keys of the page of B, of the part of a feed that holds B, and of the front page. */
function keys({ articles: change = () => ({}), feeds: alter = () => ({}), ...more }: Case = {}) {
  const { file = ({ title }) => title, version = ({ title }) => `body of ${title}` } = more;
  const articles = report.articles.map((each) => ({ ...each, ...change(each) }));
  const byUrl = new Map(report.articles.map((each, index) => [each, articles[index] ?? each]));
  const feeds = report.feeds.map((feed) => ({
    ...feed,
    articles: feed.articles.map((each) => byUrl.get(each) ?? each),
    ...alter(feed),
  }));
  const bodies = { facts: (each: PublishedArticle) => ({ version: version(each) }) } as unknown as Bodies;
  const index = new SiteIndex(report.site, feeds, articles, languagesOf(articles, report.site), {});
  const made = new DigestKeys(bodies, index, file);
  const own = articles.find(({ source }) => source.path === 'b.md');
  const [front] = feeds;
  const tag = feeds.find(({ path }) => path === 'tags/t/');
  if (!own || !front || !tag) throw new Error('The site lacks something.');
  return {
    page: made.page(own),
    part: made.part(tag, { path: tag.path, articles: tag.articles }),
    front: made.part(front, { path: '', articles: front.articles }),
    older: made.part(front, { path: 'older/1/', articles: front.articles.slice(0, 1), newer: '' }),
  };
}

const is =
  (path: string, more: Partial<PublishedArticle>): NonNullable<Case['articles']> =>
  ({ source }) =>
    source.path === path ? more : {};

test('where nothing changes, they are the same', () => {
  assert.equal(keys(), keys());
  for (const key of Object.values(keys())) assert.match(key ?? '', /^[0-9a-f]{40}$/);
});

const other = { url: 'https://example.org/other/' };
const changes: [what: string, change: Case, page: boolean, part: boolean][] = [
  ['the file of the article', { file: ({ title }) => (title === 'B' ? 'other' : title) }, true, true],
  ['its body', { version: ({ title }) => (title === 'B' ? 'other' : title) }, true, true],
  ['its id', { articles: is('b.md', { id: 'urn:x' }) }, true, true],
  ['its address', { articles: is('b.md', other) }, true, true],
  ['its picture', { articles: is('b.md', { image: { url: 'https://e.org/p.png' } }) }, true, true],
  [
    'its files',
    { articles: is('b.md', { enclosures: [{ url: 'https://e.org/a', type: 'a/b', length: 1 }] }) },
    true,
    true,
  ],
  ['the title of the one after', { articles: is('a.md', { title: 'Other' }) }, true, false],
  ['the address of the one after', { articles: is('a.md', other) }, true, false],
  ['the language of the one after', { articles: is('a.md', { language: 'de' }) }, true, true],
  ['the title of the one before', { articles: is('c.md', { title: 'Other' }) }, true, false],
  ['the title of its translation', { articles: is('ru/b.md', { title: 'Other' }) }, true, false],
  ['the title of one that is far away', { articles: is('far.md', { title: 'Other' }) }, false, false],
  [
    'the title of a feed',
    { feeds: ({ path }) => (path === 'sections/s/' ? { title: 'Other' } : {}) },
    true,
    true,
  ],
  [
    'the description of its feed',
    { feeds: ({ path }) => (path === 'tags/t/' ? { description: 'Other' } : {}) },
    false,
    true,
  ],
];

for (const [what, change, page, part] of changes) {
  test(`${what}: ${page ? 'another page' : 'the same page'}, ${part ? 'another feed' : 'the same feed'}`, () => {
    const [before, after] = [keys(), keys(change)];
    assert.equal([after.page !== before.page, after.part !== before.part], [page, part]);
  });
}

test('a trailer stands at the top of a podcast, so that it decides over each part', () => {
  const isPodcast = ({ path }: Feed) => (path === '' ? { podcast: {} as NonNullable<Feed['podcast']> } : {});
  const older = (title: string, type: 'full' | 'trailer', feeds: Case['feeds'] = isPodcast) =>
    keys({ feeds, articles: is('far.md', { title, episode: { type, transcripts: [] } }) }).older;
  assert.is(older('One', 'full'), older('Two', 'full'));
  assert.is.not(older('One', 'trailer'), older('Two', 'trailer'));
  assert.is(
    older('One', 'trailer', () => ({})),
    older('Two', 'trailer', () => ({})),
  );
});

test('what nobody remembers has none', () => {
  const { page, part } = keys({ file: () => undefined });
  assert.equal([page, part], [undefined, undefined]);
  assert.is(keys({ version: () => '' }).page, undefined);
});

test.run();
