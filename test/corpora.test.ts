import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { build } from '../src/index.js';
import { sharedPath, suiteOverCorpus } from './support/available.js';
import { checkLinks } from './support/check-links.js';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from './support/profile.js';
import { published } from './support/published.js';
import { folderWith, now } from './support/site-folder.js';

const nodejs = suiteOverCorpus('the blog of Node.js', 'corpora/nodejs-blog');
const folder = sharedPath('corpora/nodejs-blog');
const checks: Readonly<Record<string, (document: string) => string[]>> = {
  'rss.xml': problemsOfRss,
  'atom.xml': problemsOfAtom,
  'feed.json': problemsOfJsonFeed,
};

function buildCorpus() {
  return build({ cwd: folderWith({}), articles: folder, url: 'https://nodejs.org/en/blog', now });
}

/** The blog is built once, for all tests. */
const building = existsSync(folder) ? buildCorpus() : Promise.reject(new Error(`${folder} is not there`));
building.catch(() => undefined);

nodejs('every post is published, or listed with its reason, and every document is valid', async () => {
  const report = await building;
  assert.ok(report.ok, JSON.stringify(report.diagnostics.slice(0, 5)));
  assert.is(report.articles.length, 1049);
  assert.equal(report.leftOut, [{ file: 'index.md', reason: 'no date' }]);
  for (const { path } of report.files) {
    const check = checks[path.slice(path.lastIndexOf('/') + 1)];
    if (check) assert.equal(check(published(report, path)), [], path);
  }
});

nodejs('no link is dead that the articles do not write so themselves', async () => {
  const { site, articles } = await building;
  const { problems, urls } = checkLinks(site.out, site.url);
  assert.ok(urls.size > articles.length);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const own = problems.filter((problem) => {
    const url = /https:\S+/.exec(problem)?.[0];
    return !url || !sources.includes(new URL(url).pathname.split('/').slice(-2).join('/'));
  });
  assert.equal(own, []);
});

nodejs.run();
