import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fullArticle, fullSettings, hostile, plainArticle } from '../support/full-article.js';
import { published } from '../support/published.js';
import { buildFiles } from '../support/site-folder.js';

const test = suite('JSON Feed 1.1');

async function build(files: Record<string, string>, settings = {}) {
  const report = await buildFiles(files, settings);
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  return JSON.parse(published(report, 'feed.json'));
}

test('everything in it that settings and article can fill', async () => {
  const feed = await build({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  const { items, ...head } = feed;
  assert.equal(head, {
    version: 'https://jsonfeed.org/version/1.1',
    title: `Site ${hostile}`,
    home_page_url: 'https://example.org/',
    feed_url: 'https://example.org/feed.json',
    description: `About ${hostile}`,
    icon: 'https://example.org/logo.png',
    favicon: 'https://example.org/icon.png',
    language: 'en',
    authors: [{ name: `Editor ${hostile}`, url: 'https://example.org/e' }],
    hubs: [{ type: 'WebSub', url: 'https://hub.example.org/?a=1&b=2' }],
  });
  const [{ content_html, ...first }, second] = items;
  assert.match(content_html, '<em>emphasis</em>');
  assert.equal(first, {
    id: 'HTTP://Example.org/%7Eid?a=1&b=<2>',
    url: 'https://example.org/a/',
    external_url: 'https://example.com/elsewhere?a=1&b=2',
    title: `Title ${hostile}`,
    summary: `Summary ${hostile}`,
    image: 'https://example.org/i.png?a=1&b=2',
    date_published: '2021-09-02T10:00:00+03:00',
    date_modified: '2021-09-05T10:00:00+03:00',
    authors: [{ name: `Ann ${hostile}`, url: 'https://example.org/ann?a=1&b=2' }, { name: 'Bob Ray' }],
    tags: [`Health & ${hostile}`, `tag ${hostile}`, 'plain'],
    attachments: [
      {
        url: 'https://example.org/a.mp3?x=1&y=2',
        mime_type: 'audio/mpeg',
        title: `Sound ${hostile}`,
        size_in_bytes: 1234,
      },
      { url: 'https://example.org/b.pdf', mime_type: 'application/pdf', size_in_bytes: 99 },
    ],
  });
  assert.equal([second.language, second.date_modified, second.tags], ['ru', undefined, undefined]);
});

test('summaries alone are text, and a feed without items has an empty list', async () => {
  const [item] = (await build({ 'a.md': fullArticle }, { content: 'summary' })).items;
  assert.equal(
    [item.content_text, item.content_html, item.summary],
    [`Summary ${hostile}`, undefined, undefined],
  );
  assert.equal((await build({}, { levels: { FW082: 'off' } })).items, []);
});

test.run();
