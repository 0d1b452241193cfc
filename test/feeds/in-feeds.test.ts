/** `feed` in front matter: how feeds show one article, whatever their settings say. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { itemsOf, published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('feed in front matter');
const text = 'A long text.\n\nIts second paragraph.\n';
const posts = (feed?: unknown) => ({
  'a.md': article(
    { title: 'A', date: '2026-01-02', section: 'Health', ...(feed === undefined ? {} : { feed }) },
    text,
  ),
  'b.md': article({ title: 'B', date: '2026-01-01', section: 'Health' }, text),
});
const formats = ['rss.xml', 'atom.xml', 'feed.json'];

for (const feed of [false, 'false', 'none']) {
  test(`${JSON.stringify(feed)}: it has a page, and is in no feed`, async () => {
    const report = await buildFiles(posts(feed), { verify: true });
    for (const folder of ['', 'sections/health/'])
      for (const name of formats) assert.not.match(published(report, folder + name), />A<|"title":"A"/);
    assert.match(published(report, 'a/index.html'), /Its second paragraph/);
    assert.match(published(report, 'archive/2026/index.html'), /href="[^"]*a\/"[^>]*>A</);
    assert.match(published(report, 'sitemap.xml'), /example\.org\/a\//);
  });
}

test('summary: feeds of whole texts have its summary alone', async () => {
  const report = await buildFiles(posts('summary'), { verify: true });
  const [a, b] = itemsOf(report);
  assert.equal([a?.content_html, a?.content_text], [undefined, 'A long text.']);
  assert.match(String(b?.content_html), /second paragraph/);
  assert.is(published(report, 'rss.xml').match(/<content:encoded>/g)?.length, 1);
  assert.is(published(report, 'atom.xml').match(/<content /g)?.length, 1);
});

test('full: feeds of summaries have all of it', async () => {
  const report = await buildFiles(posts('full'), { content: 'summary', verify: true });
  const [a, b] = itemsOf(report);
  assert.match(String(a?.content_html), /second paragraph/);
  assert.is(b?.content_html, undefined);
});

test('true is what it would be without; anything else is a mistake in articles of our own', async () => {
  const [usual, same] = [await buildFiles(posts()), await buildFiles(posts(true))];
  for (const name of formats) assert.is(published(same, name), published(usual, name));
  const { diagnostics } = await buildFiles(posts('sometimes'));
  const [wrong] = diagnostics;
  assert.equal([wrong?.code, wrong?.line], ['FW010', 5]);
  assert.match(wrong?.message ?? '', /must be false, summary or full/);
  const jekyll = {
    '_config.yml': 'title: X\n',
    '_posts/2026-01-01-a.md': article({ title: 'A', feed: 'sometimes' }),
  };
  const foreign = await buildFiles(Object.fromEntries(Object.entries(jekyll)), {
    articles: 'articles',
    preset: 'jekyll',
  });
  assert.equal(
    foreign.diagnostics.filter(({ code }) => code === 'FW010'),
    [],
  );
});

test('a section whose articles are all in no feed has none', async () => {
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2026-01-02', section: 'Notes', feed: false }),
  });
  assert.equal(
    report.feeds.map(({ path }) => path),
    [''],
  );
});

test.run();
