/** `source:markdown`: the Markdown of an article beside its HTML, where it means the same elsewhere. */
import { parseRssFeed } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('source:markdown');
const text = '# One\n\nA *text* with [a link](https://example.org/x?a=1&b=2), `<code>` and ]]>.\n';

async function markdownOf(body: string, settings = {}, path = 'rss.xml', name = 'a.md') {
  const fields = { title: 'A', date: '2026-01-02', section: 'Health' };
  const report = await buildFiles(
    { [name]: article(fields, body) },
    { verify: true, sourceMarkdown: true, ...settings },
  );
  const feed = parseRssFeed(published(report, path));
  return feed.items?.[0]?.sourceNs?.markdown;
}

test('the Markdown is there as it was written', async () => {
  assert.is(await markdownOf(text), text.trim());
});

for (const [what, body] of [
  ['a relative link', 'See [this](other.md).\n'],
  ['a relative picture', '![x](x.png)\n'],
  ['a link below the site', 'See [this](/other/).\n'],
  ['a relative address in HTML', 'See <a href="x/">this</a>.\n'],
] as const)
  test(`not with ${what}, which would lead elsewhere`, async () => {
    assert.is(await markdownOf(body), undefined);
  });

test('not with templates, nor of HTML', async () => {
  const jekyll = { preset: 'jekyll' };
  assert.is(
    await markdownOf('{{ site.title }} says so.\n', jekyll, 'rss.xml', '_posts/2026-01-02-a.md'),
    undefined,
  );
  assert.is(await markdownOf('It says so.\n', jekyll, 'rss.xml', '_posts/2026-01-02-a.md'), 'It says so.');
  assert.is(await markdownOf('<p>Text.</p>\n', {}, 'rss.xml', 'a.html'), undefined);
});

test('only settings ask for it, and items of summaries have none', async () => {
  assert.is(await markdownOf(text, { sourceMarkdown: undefined }), undefined);
  assert.is(await markdownOf(text, { content: 'summary' }), undefined);
});

test('only the newest items of the feeds that most people subscribe to have it', async () => {
  assert.is(await markdownOf(text, {}, 'sections/health/rss.xml'), undefined);
  const many = Object.fromEntries(
    Array.from({ length: 5 }, (_, index) => [
      `${index}.md`,
      article({ title: `T${index}`, date: `2026-01-0${index + 1}` }, text),
    ]),
  );
  const report = await buildFiles(many, { limit: 2, verify: true, sourceMarkdown: true });
  assert.is(published(report, 'rss.xml').match(/<source:markdown>/g)?.length, 3);
  assert.not.match(published(report, 'older/1/rss.xml'), /source/);
  assert.not.match(published(report, 'atom.xml'), 'source');
});

test('its size counts in maxBytes', async () => {
  const long = 'word '.repeat(1500);
  const many = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `${index}.md`,
      article({ title: `T${index}`, date: `2026-01-0${index + 1}` }, long),
    ]),
  );
  const settings = { limit: 8, maxBytes: 60_000, archives: false };
  const itemsIn = async (sourceMarkdown: boolean) => {
    const rss = published(await buildFiles(many, { ...settings, sourceMarkdown }), 'rss.xml');
    assert.ok(Buffer.byteLength(rss) <= settings.maxBytes);
    return rss.match(/<item>/g)?.length;
  };
  assert.equal([await itemsIn(false), await itemsIn(true)], [6, 3]);
});

test.run();
