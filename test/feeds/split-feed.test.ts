/** Where a feed is cut: the edges of counts and bytes. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PublishedArticle } from '../../src/articles/article.js';
import { splitFeed } from '../../src/feeds/split-feed.js';

const test = suite('cutting a feed');

/** The head, then the archives from the oldest on, as the sizes of their articles; and how many did not fit. */
function split(sizes: readonly number[], limits: { items: number; bytes: number }, hasArchives: boolean) {
  const sizeOf = new Map(sizes.map((size) => [{} as PublishedArticle, size]));
  const { head, archives, overflowed } = splitFeed(
    [...sizeOf.keys()],
    limits,
    (article) => sizeOf.get(article) ?? 0,
    hasArchives,
  );
  const shown = (articles: readonly PublishedArticle[]) =>
    articles.map((article) => sizeOf.get(article)).join(' ');
  return [shown(head), ...archives.map(shown), overflowed];
}

test('without archives it is the newest, as many as both limits let in', () => {
  const limits = { items: 3, bytes: 10 };
  assert.equal(split([1, 2, 3, 4], limits, false), ['1 2 3', 0]);
  assert.equal(split([5, 5, 1], limits, false), ['5 5', 1]);
  assert.equal(split([5, 4, 1], limits, false), ['5 4 1', 0]);
  assert.equal(split([11, 1], limits, false), ['11', 1]);
  assert.equal(split([1, 10], limits, false), ['1', 1]);
  assert.equal(split([1], limits, false), ['1', 0]);
  assert.equal(split([], limits, false), ['', 0]);
});

test('with archives each article is in one document, and the head has its number, and less than twice that', () => {
  const limits = { items: 2, bytes: 1000 };
  assert.equal(split([1], limits, true), ['1', 0]);
  assert.equal(split([2, 1], limits, true), ['2 1', 0]);
  assert.equal(split([3, 2, 1], limits, true), ['3 2 1', 0]);
  assert.equal(split([4, 3, 2, 1], limits, true), ['4 3', '2 1', 0]);
  assert.equal(split([5, 4, 3, 2, 1], limits, true), ['5 4 3', '2 1', 0]);
  assert.equal(split([6, 5, 4, 3, 2, 1], limits, true), ['6 5', '2 1', '4 3', 0]);
  assert.equal(split([], limits, true), ['', 0]);
});

test('an archive is full where the next article would be too much, and one that is larger stands alone', () => {
  const limits = { items: 10, bytes: 20 };
  assert.equal(split([1, 5, 5], limits, true), ['1 5 5', 0]);
  assert.equal(split([9, 9, 5, 5], limits, true), ['9 9', '5 5', 2]);
  assert.equal(split([10, 5, 5], limits, true), ['10 5 5', 0]);
  assert.equal(split([10, 5, 6], limits, true), ['10 5', '6', 1]);
  assert.equal(split([1, 50, 1], limits, true), ['1', '1', '50', 2]);
  assert.equal(split([50], limits, true), ['50', 0]);
});

test('an archive stays as it is while newer articles come', () => {
  const limits = { items: 2, bytes: 20 };
  const sizes = [3, 9, 4, 8, 7, 2, 11, 5, 1, 6, 30, 2];
  const archives = (count: number) => split(sizes.slice(sizes.length - count), limits, true).slice(1, -1);
  for (let count = 1; count < sizes.length; count += 1) {
    const now = archives(count);
    assert.equal(archives(count + 1).slice(0, now.length), now, `${count} articles`);
  }
});

test.run();
