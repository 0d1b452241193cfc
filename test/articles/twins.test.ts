/** Which of two articles is told that claim the same. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PublishedArticle } from '../../src/articles/article.js';
import { findTwins } from '../../src/articles/twins.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('twins');
let any: PublishedArticle | undefined;
test.before(async () => {
  const { articles } = await buildFiles(
    { 'a.md': article({ title: 'A', date: '2021-09-02' }) },
    { write: false },
  );
  [any] = articles;
});

/** An article of a day of September 2021 at an address, with that as its id unless it has one of its own. */
function made(file: string, day: number, path: string, id?: string): PublishedArticle {
  if (!any) throw new Error('Nothing was built.');
  const url = `https://example.org/${path}`;
  const source = Object.assign(Object.create(any.source), { path: file });
  return { ...any, source, date: new Date(Date.UTC(2021, 8, day)), path, url, id: id ?? url };
}

/** The file that is told, the code, and the file it names. */
function told(articles: readonly PublishedArticle[], known: Record<string, string> = {}): string[] {
  return findTwins(articles, new Map(Object.entries(known))).map(
    ({ file, code, message }) => `${file} ${code} ${/ and (\S+) both/.exec(message)?.[1]}`,
  );
}

const url = (path: string) => `https://example.org/${path}`;

test('articles with addresses and ids of their own are no twins', () => {
  assert.equal(
    told([made('old.md', 1, 'a/'), made('new.md', 2, 'b/'), made('own.md', 3, 'c/', 'urn:x')]),
    [],
  );
});

test('of two with one address the newer is told', () => {
  const [old, fresh] = [made('old.md', 1, 'a/'), made('new.md', 2, 'a/')];
  assert.equal(told([old, fresh]), ['new.md FW020 old.md']);
  assert.equal(told([fresh, old]), ['new.md FW020 old.md']);
});

test('of two with one address that which was published there is the first', () => {
  const [old, fresh] = [made('old.md', 1, 'a/'), made('new.md', 2, 'a/')];
  assert.equal(told([old, fresh], { [url('a/')]: 'new.md' }), ['old.md FW020 new.md']);
  assert.equal(told([old, fresh], { [url('a/')]: 'old.md' }), ['new.md FW020 old.md']);
  assert.equal(told([old, fresh], { [url('a/')]: 'gone.md' }), ['new.md FW020 old.md']);
});

test('addresses that some disks take for one are one', () => {
  for (const [one, other] of [
    ['Post/', 'post/'],
    ['post/', 'post.html'],
    ['post/index.html', 'post/'],
  ] as const)
    assert.equal(told([made('old.md', 1, one), made('new.md', 2, other)]), ['new.md FW020 old.md'], one);
});

test('of two with one id the newer is told, unless it has it by its address, or was published with it', () => {
  const [old, fresh] = [made('old.md', 1, 'a/', 'urn:1'), made('new.md', 2, 'b/', 'urn:1')];
  assert.equal(told([old, fresh]), ['new.md FW021 old.md']);
  assert.equal(told([old, fresh], { 'urn:1': 'new.md' }), ['old.md FW021 new.md']);
  const copy = made('copy.md', 1, 'a/', url('b/'));
  assert.equal(told([copy, made('own.md', 2, 'b/')]), ['copy.md FW021 own.md']);
});

test('of three each one but the first is told', () => {
  const three = ['one.md', 'two.md', 'three.md'].map((file, index) => made(file, index + 1, 'a/'));
  assert.equal(told(three), ['two.md FW020 one.md', 'three.md FW020 one.md']);
});

test.run();
