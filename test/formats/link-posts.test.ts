/** Link posts: articles about a page elsewhere have two addresses. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { itemsOf, published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('link posts');
const files = {
  'a.md': article({ title: 'A', date: '2026-01-02', link: 'https://elsewhere.example/x?a=1&b=2' }),
  'b.md': article({ title: 'B', date: '2026-01-01' }),
};
const elsewhere = 'https://elsewhere.example/x?a=1&#x26;b=2';

test('lead to their own page, and name the other one as related', async () => {
  const report = await buildFiles(files, { verify: true });
  const rss = published(report, 'rss.xml');
  assert.match(rss, '<link>https://example.org/a/</link>');
  assert.match(rss, `<atom:link rel="related" href="${elsewhere}"/>`);
  const atom = published(report, 'atom.xml');
  assert.match(atom, '<link rel="alternate" type="text/html" href="https://example.org/a/"/>');
  assert.match(atom, `<link rel="related" href="${elsewhere}"/>`);
});

test('with linkPosts: target they lead elsewhere, keep their ids, and name their page as related', async () => {
  const report = await buildFiles(files, { linkPosts: 'target', verify: true });
  const rss = published(report, 'rss.xml');
  assert.match(rss, `<link>${elsewhere}</link>`);
  assert.match(rss, '<guid isPermaLink="true">https://example.org/a/</guid>');
  assert.match(rss, '<atom:link rel="related" href="https://example.org/a/"/>');
  assert.match(rss, '<link>https://example.org/b/</link>');
  const atom = published(report, 'atom.xml');
  assert.match(atom, '<id>https://example.org/a/</id>');
  assert.match(atom, `<link rel="alternate" type="text/html" href="${elsewhere}"/>`);
  assert.match(atom, '<link rel="related" href="https://example.org/a/"/>');
});

test('JSON Feed has a place for each', async () => {
  for (const linkPosts of ['page', 'target'] as const) {
    const [a] = itemsOf(await buildFiles(files, { linkPosts }));
    assert.equal(
      [a?.url, a?.external_url],
      ['https://example.org/a/', 'https://elsewhere.example/x?a=1&b=2'],
    );
  }
});

test.run();
