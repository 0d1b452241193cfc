import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedSlug } from '../../src/feeds/feed-slug.js';

const test = suite('folders of feeds');

for (const [name, slug] of [
  ['Health', 'health'],
  ['Health & care', 'health-and-care'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['node.js', 'node-js'],
  ['.hidden', 'hidden'],
  ['_draft', 'draft'],
  ['Здоровье', 'zdorove'],
  ['aux', 'aux-feed'],
  ['💡!', '1f4a1-21'],
] as const) {
  test(`${JSON.stringify(name)} is ${slug}`, () => {
    for (let round = 0; round < 2; round += 1) assert.is(feedSlug(name), slug);
  });
}

test('a name that is too long is cut to 120 characters, and told from others by its end', () => {
  assert.is(feedSlug('x'.repeat(120)), 'x'.repeat(120));
  const [one, other] = [feedSlug(`${'x'.repeat(150)}1`), feedSlug(`${'x'.repeat(150)}2`)];
  assert.match(one, /^x{111}-[0-9a-f]{8}$/);
  assert.match(other, /^x{111}-[0-9a-f]{8}$/);
  assert.is.not(one, other);
});

test.run();
