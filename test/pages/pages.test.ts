import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BuildReport } from '../../src/index.js';
import { hostile } from '../support/full-article.js';
import { published } from '../support/published.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';

const test = suite('pages');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The HTML standard and WCAG; rules of style are off, as is one that does not know `search` or `type` of links. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off' },
});

async function problemsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

test('every page of the sample is valid HTML', async () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  assert.ok(pages.length > 60);
  for (const path of pages) assert.equal(await problemsOf(readFileSync(join(dist, path), 'utf8')), [], path);
});

test('hostile text leaves pages valid', async () => {
  const fields = { title: hostile, summary: hostile, tags: [hostile], section: hostile, author: hostile };
  const hostileArticle = article({ ...fields, date: '2021-01-02', slug: 'a' });
  const report = await buildFiles({ 'a.md': hostileArticle }, { feeds: everyFeed });
  for (const { path } of report.files.filter((file) => file.mediaType === 'text/html')) {
    assert.equal(await problemsOf(published(report, path)), [], path);
  }
});

test('every article of a feed is on one of its pages, whether or not the feed has archives', async () => {
  const count = 415;
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString();
      const fields = { title: `T${index}`, date, section: 'S', tags: ['t'], summary: `About ${index}.` };
      return [`a${String(index).padStart(3, '0')}.md`, article(fields)];
    }),
  );
  const linked = (html: string) => [...html.matchAll(/href="[./]*\/a(\d+)\/"/g)].map(([, number]) => number);
  const pagesOf = (report: BuildReport, path: string) => {
    const pages = [published(report, `${path}index.html`)];
    for (;;) {
      const older = /rel="prev" href="[./]*\/((?:[a-z]+\/)*older\/\d+\/)"/.exec(pages.at(-1) ?? '')?.[1];
      if (!older) return pages;
      pages.push(published(report, `${older}index.html`));
    }
  };
  const report = await buildFiles(files, { limit: 5 });
  for (const [path, summaries, pages] of [
    ['', 5, undefined],
    ['sections/s/', 5, 3],
    ['tags/t/', 5, 3],
  ] as const) {
    const found = pagesOf(report, path);
    const numbers = found.flatMap(linked);
    assert.equal(
      numbers,
      Array.from({ length: count }, (_, index) => String(count - 1 - index).padStart(3, '0')),
      path,
    );
    if (pages) assert.is(found.length, pages, path);
    assert.is(found.join('').split('class="p-summary"').length - 1, summaries, path);
    for (const page of found) assert.equal(await problemsOf(page), [], path);
  }
  // A page that is full does not change as newer articles come.
  const more = { ...files, 'new.md': article({ title: 'N', date: '2025-01-01', section: 'S', tags: ['t'] }) };
  const later = await buildFiles(more, { limit: 5 });
  for (const path of ['tags/t/older/1/index.html', 'sections/s/older/1/index.html'])
    assert.is(published(later, path), published(report, path));
});

test('a page says in which direction its language is written, and what stands in it in another one', async () => {
  const files = {
    'a.md': article({ title: 'خبر', date: '2021-09-02' }, 'نص.\n'),
    'en/b.md': article({ title: 'News', date: '2021-09-01', translationKey: 'a' }, 'Text.\n'),
    'c.md': article({ title: 'ידיעה', date: '2021-08-31', lang: 'he' }, 'טקסט.\n'),
  };
  const settings = { language: 'ar', languages: { en: {} } };
  const mixed = await buildFiles(files, { ...settings, feeds: { languages: false } });
  assert.match(published(mixed, 'index.html'), '<li class="h-entry" lang="en" dir="ltr">');
  assert.match(published(mixed, 'index.html'), '<li class="h-entry" lang="he">');
  const report = await buildFiles(files, settings);
  const front = published(report, 'index.html');
  assert.match(front, '<html lang="ar" dir="rtl">');
  assert.match(front, ' lang="en" dir="ltr" hreflang="en">English</a>');
  assert.match(published(report, 'en/index.html'), '<html lang="en">');
  assert.match(published(report, 'en/index.html'), ' lang="ar" dir="rtl" hreflang="ar">العربية</a>');
  assert.match(published(report, 'rss.xml'), 'class="note" dir="rtl">');
  assert.match(published(report, 'en/rss.xml'), 'class="note">');
  for (const path of ['index.html', 'en/index.html', 'a/index.html'])
    assert.equal(await problemsOf(published(report, path)), [], path);
});

test('the head of an article tells previews, search engines and readers what they take', async () => {
  const files = {
    'a.md': article({
      title: 'A',
      date: '2021-09-02',
      section: 'Health',
      image: 'https://example.org/i.jpg',
    }),
    'b.md': article({ title: 'B', date: '2021-09-01' }),
  };
  const report = await buildFiles(files, {
    image: '/logo.png',
    fediverse: '@town@social.example',
    me: ['https://social.example/@town'],
  });
  const [a, b, front] = ['a/index.html', 'b/index.html', 'index.html'].map((path) => published(report, path));
  assert.match(a ?? '', '<meta name="twitter:card" content="summary_large_image">');
  assert.match(b ?? '', '<meta name="twitter:card" content="summary">');
  assert.match(a ?? '', '<meta name="fediverse:creator" content="@town@social.example">');
  const feeds = [...(a ?? '').matchAll(/type="application\/rss\+xml" title="([^"]*)"/g)].map(
    ([, title]) => title,
  );
  assert.equal(feeds, ['Example', 'Example: Health']);
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(b ?? '')?.[1] ?? '');
  assert.equal(
    [data.author, data.publisher.logo],
    [undefined, { '@type': 'ImageObject', url: 'https://example.org/logo.png' }],
  );
  assert.match(front ?? '', '<link rel="me" href="https://social.example/@town">');
  assert.not.match(a ?? '', 'rel="me"');
  for (const html of [a, b, front]) assert.equal(await problemsOf(html ?? ''), []);
});

test('the front page and its stylesheet are small', () => {
  const bytes = ['index.html', 'feedwright.css'].map((path) => readFileSync(join(dist, path)).length);
  assert.ok(bytes.reduce((sum, size) => sum + size, 0) < 50_000, String(bytes));
});

test('pages of a preview load themselves again, others never do', async () => {
  const files = { 'a.md': article({ title: 'A', date: '2021-09-02' }) };
  for (const preview of [true, false]) {
    const report = await buildFiles(files, { preview });
    const page = published(report, 'a/index.html');
    assert.is(page.includes('<script src="../feedwright-reload.js" defer></script>'), preview);
    assert.is(
      report.files.some(({ path }) => path === 'feedwright-reload.js'),
      preview,
    );
  }
});

test.run();
