import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PublishedArticle } from '../../src/articles/article.js';
import { changedAt, newestEntry } from '../../src/formats/entry-moments.js';

const test = suite('moments of entries');
const day = Date.UTC(2021, 8, 2, 10);

function entry(id: string, date: number, updated?: number): PublishedArticle {
  const moments = { date: new Date(date), offsets: { date: 180, updated: 60 } };
  return { id, ...moments, ...(updated ? { updated: new Date(updated) } : {}) } as PublishedArticle;
}

const changed = (article: PublishedArticle) => changedAt(article).date.getTime();

test('is what its author wrote', () => {
  assert.equal(changedAt(entry('a', day, day + 5000)), { date: new Date(day + 5000), offset: 60 });
  assert.is(changedAt(entry('a', day)).offset, 180);
});

test('what was written of the publication stays; the rest is made of the id', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `https://example.org/${index}/`);
  for (const [date, unwritten] of [
    [day, 60_000],
    [day + 7000, 1000],
    [day + 7250, 1],
  ] as const) {
    const added = ids.map((id) => changed(entry(id, date)) - date);
    assert.ok(
      added.every((part) => part >= 0 && part < unwritten),
      `${unwritten}: ${added}`,
    );
    if (unwritten > 1) assert.ok(new Set(added).size > ids.length / 2, 'ids tell them apart');
    assert.equal(
      added,
      ids.map((id) => changed(entry(id, date)) - date),
    );
  }
});

test('that of a feed is the newest of its entries', () => {
  const entries = [entry('a', day), entry('b', day - 1e6, day + 1e6), entry('c', day + 5e5)];
  assert.is(newestEntry(entries)?.date.getTime(), day + 1e6);
  assert.is(newestEntry([]), undefined);
});

test.run();
