import * as assert from 'uvu/assert';
import { build } from '../src/index.js';
import { sharedPath, suiteOverCorpus } from './support/available.js';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from './support/profile.js';
import { published } from './support/published.js';
import { folderWith, now } from './support/site-folder.js';

const nodejs = suiteOverCorpus('the blog of Node.js', 'corpora/nodejs-blog');

nodejs('every post is published, or listed with its reason', async () => {
  const cwd = folderWith({});
  const report = await build({
    cwd,
    articles: sharedPath('corpora/nodejs-blog'),
    url: 'https://nodejs.org/en/blog',
    now,
  });
  assert.ok(report.ok, JSON.stringify(report.diagnostics.slice(0, 5)));
  assert.is(report.articles.length, 1049);
  assert.equal(report.leftOut, [{ file: 'index.md', reason: 'no date' }]);
  assert.equal(problemsOfRss(published(report, 'rss.xml')), []);
  assert.equal(problemsOfAtom(published(report, 'atom.xml')), []);
  assert.equal(problemsOfJsonFeed(published(report, 'feed.json')), []);
});

nodejs.run();
