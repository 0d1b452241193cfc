import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('navigation');

const inSection = (name: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${name}-${index}.md`,
      article({ title: `${name} ${index}`, date: `2026-01-${index + 10}`, section: name }),
    ]),
  );

/** Names of the sections in the header of a page. */
async function named(files: Readonly<Record<string, string>>, page = 'index.html'): Promise<string[]> {
  const [, nav = ''] =
    /<nav class="fw-nav"[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(published(await buildFiles(files), page)) ?? [];
  return [...nav.matchAll(/sections\/[^>]*>([^<]*)</g)].map(([, name = '']) => name);
}

test('names the larger sections first, and does not change when one of them gets an article', async () => {
  const files = { ...inSection('Health', 5), ...inSection('Culture', 4), ...inSection('Art', 1) };
  assert.equal(await named(files), ['Culture', 'Health', 'Art']);
  assert.equal(await named({ ...files, ...inSection('Culture', 6) }), ['Culture', 'Health', 'Art']);
});

test('names ten sections at most', async () => {
  const files = Object.assign(
    {},
    ...Array.from({ length: 12 }, (_, index) => inSection(`S${index + 10}`, index < 2 ? 1 : 2)),
  );
  assert.equal(
    await named(files),
    Array.from({ length: 10 }, (_, index) => `S${index + 12}`),
  );
});

test.run();
