import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hostile } from '../support/full-article.js';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

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
  const report = await buildFiles({ 'a.md': article({ ...fields, date: '2021-01-02', slug: 'a' }) });
  for (const { path } of report.files.filter((file) => file.mediaType === 'text/html')) {
    assert.equal(await problemsOf(published(report, path)), [], path);
  }
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
