/** Notes, as on microblogs: articles without a title. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { itemsOf, published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('notes');
const long =
  'Just saw the **first ferry** of the year [leave the harbour](https://example.net/), and nobody waved to it.\n\nA second paragraph.\n';
const note = { 'a.md': article({ title: false, date: '2026-01-02' }, long) };

test('have no title in RSS and JSON Feed, and the beginning of their text in Atom, which demands one', async () => {
  const report = await buildFiles(note, { verify: true });
  const [item = ''] = published(report, 'rss.xml').split('<item>').slice(1);
  assert.not.match(item, '<title');
  assert.match(item, '<description>Just saw the first ferry');
  const [json] = itemsOf(report);
  assert.is(json?.title, undefined);
  assert.match(String(json?.content_html), '<strong>first ferry</strong>');
  const [, entry = ''] = published(report, 'atom.xml').split('<entry>');
  assert.match(entry, '<title>Just saw the first ferry of the year leave the harbour, and…</title>');
});

test('stand in lists with the beginning of their text and without a heading, and on their page by readers for the blind alone', async () => {
  const report = await buildFiles(note);
  const list = published(report, 'index.html');
  assert.match(list, 'harbour, and nobody waved to it.');
  assert.not.match(list, '<h2><a class="u-url');
  const page = published(report, 'a/index.html');
  assert.match(page, '<h1 class="fw-unseen">Just saw');
  assert.not.match(page, /<h1 class="p-name"/);
  assert.match(page, 'A second paragraph.');
});

test('with the setting, an article with neither a title nor a heading is one', async () => {
  const files = {
    'note.md': article({ date: '2026-01-03' }, 'Short.\n'),
    'heading.md': article({ date: '2026-01-02' }, '# A heading\n\nText.\n'),
    'titled.md': article({ title: 'A title', date: '2026-01-01' }, 'Text.\n'),
  };
  const titles = async (notes: boolean) =>
    itemsOf(await buildFiles(files, { notes, verify: true })).map(({ title }) => title);
  assert.equal(await titles(true), [undefined, 'A heading', 'A title']);
  assert.equal(await titles(false), ['Note', 'A heading', 'A title']);
});

test('without any text they keep a title: RSS wants one of the two', async () => {
  const report = await buildFiles(
    { 'a.md': article({ title: false, date: '2026-01-02', image: 'https://example.net/a.jpg' }, '') },
    { verify: true, contentImage: false },
  );
  const [, item = ''] = published(report, 'rss.xml').split('<item>');
  assert.match(item, /<title>|<description>/);
});

test('a title that is the word "false" is one', async () => {
  const [item] = itemsOf(await buildFiles({ 'a.md': article({ title: 'false', date: '2026-01-02' }) }));
  assert.is(item?.title, 'false');
});

test('notes in HTML are called by their first paragraph', async () => {
  const body = '<p>A <b>short</b> note &amp; more.</p>\n<p>Else.</p>\n';
  const report = await buildFiles({ 'a.html': article({ title: false, date: '2026-01-02' }, body) });
  assert.match(published(report, 'atom.xml'), '<title>A short note &#x26; more.</title>');
});

test.run();
