import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fieldsOf } from '../../src/articles/article.js';
import { discover } from '../../src/articles/discover.js';
import { readArticle } from '../../src/articles/read-article.js';
import { readStoredArticle, storeArticle } from '../../src/articles/stored-article.js';
import { recognise } from '../../src/dialects/recognise.js';
import { build } from '../../src/index.js';
import { FileTracker } from '../../src/platform/fingerprints.js';
import { fullArticle, plainArticle } from '../support/full-article.js';
import { article, articlesFolder, buildFiles, now } from '../support/site-folder.js';

const test = suite('stored articles');
const defined = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

test('an article that was a text is what it was, field by field', () => {
  const fields = {
    title: 'T',
    expires: '2030-01-01',
    publishDate: '2020-01-01',
    permalink: '/x/',
    draft: true,
  };
  const cwd = articlesFolder({ 'a.md': fullArticle, 'b.md': plainArticle, 'c.md': article(fields) });
  const reading = { timezone: 'UTC', language: 'en', dateFormats: [], folderLanguages: ['en', 'ru'] };
  const names = new Set<string>();
  for (const source of discover(join(cwd, 'articles')).sources) {
    const read = readArticle(source, {
      ...reading,
      conventions: recognise(cwd, 'plain').conventions,
      files: new FileTracker(),
    }).article;
    if (!read) return assert.unreachable(source.path);
    const stored = storeArticle(read);
    for (const text of Object.values(stored)) assert.not.match(text, /[\t\n\r]/);
    assert.equal(defined(readStoredArticle(stored, source)), defined(read));
    for (const [name, value] of Object.entries(read)) if (value !== undefined) names.add(name);
  }
  assert.ok(
    ['date', 'updated', 'expires', 'publishFrom', 'image', 'link', 'id'].every((name) => names.has(name)),
  );
});

test('articles of a report, and those of its feeds, are plain data, also where they come from the cache', async () => {
  const cwd = articlesFolder({ 'a.md': fullArticle });
  const { articles: fresh } = await build({ cwd, url: 'https://example.org', now });
  for (let round = 0; round < 2; round += 1) {
    const { articles, feeds } = await build({ cwd, url: 'https://example.org', now });
    for (const article of [...articles, ...feeds.flatMap((feed) => feed.articles)]) {
      assert.is(Object.getPrototypeOf(article), Object.prototype);
      assert.equal(defined({ ...article }), defined(fresh[0] ?? {}));
      assert.equal(defined(structuredClone(article)), defined(fresh[0] ?? {}));
    }
  }
});

test('a published article that is written down has everything', async () => {
  const { articles } = await buildFiles({ 'a.md': fullArticle });
  const { title, language, url, frontMatter } = JSON.parse(JSON.stringify(articles[0]));
  const [published] = articles;
  assert.equal([title, language, url], [published?.title, published?.language, published?.url]);
  assert.is(fieldsOf({ frontMatter }).title, title);
});

test.run();
