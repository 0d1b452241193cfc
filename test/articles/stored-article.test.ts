import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { discover } from '../../src/articles/discover.js';
import { readArticle } from '../../src/articles/read-article.js';
import { articleText, copyOf, storedArticle } from '../../src/articles/stored-article.js';
import { recognise } from '../../src/dialects/recognise.js';
import { build } from '../../src/index.js';
import { FileTracker } from '../../src/platform/fingerprints.js';
import { fullArticle, plainArticle } from '../support/full-article.js';
import { article, articlesFolder, buildFiles, now } from '../support/site-folder.js';

const test = suite('stored articles');

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
    const text = articleText(read);
    if (!text) return assert.unreachable(source.path);
    const stored = storedArticle(text.plan, (part) => text[part], source);
    const known = Object.entries(read).filter(([, value]) => value !== undefined);
    for (const [name, value] of known) {
      assert.equal(Reflect.get(stored, name), value, name);
      names.add(name);
    }
    const copied = Object.entries(copyOf(stored)).filter(([, value]) => value !== undefined);
    assert.equal(Object.fromEntries(copied), Object.fromEntries(known));
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
      assert.equal({ ...article }, fresh[0]);
      assert.equal(structuredClone(article), fresh[0]);
    }
  }
});

test('a published article that is written down has everything', async () => {
  const { articles } = await buildFiles({ 'a.md': fullArticle });
  const { title, language, fields, url } = JSON.parse(JSON.stringify(articles[0]));
  const [published] = articles;
  assert.equal([title, language, url], [published?.title, published?.language, published?.url]);
  assert.is(fields.title, title);
});

test.run();
