import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkLinks } from './support/check-links.js';
import { mediaTypeOf } from './support/media-type.js';
import { serve } from './support/serve.js';
import { article, buildFiles } from './support/site-folder.js';

const test = suite('links');
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const site = 'https://priozerye.example/';

test('every link on every page and in every feed of the sample leads somewhere, as what it says', async () => {
  const { problems, urls, documents } = checkLinks(dist, site);
  assert.equal(problems, []);
  assert.ok(documents > 200 && urls.size > 200, `${documents} documents, ${urls.size} addresses`);
  const server = await serve(dist);
  try {
    for (const url of urls.keys()) {
      const response = await fetch(url.replace(site, `${server.origin}/`));
      await response.arrayBuffer();
      const path = new URL(url).pathname;
      const expected = mediaTypeOf(path.endsWith('/') ? 'index.html' : path);
      const got = response.headers.get('content-type')?.replace(/;.*/, '');
      assert.equal([response.status, got], [200, expected], url);
    }
  } finally {
    await server.close();
  }
});

test('a link that leads nowhere would be found', async () => {
  const report = await buildFiles({
    'a.md': article({ title: 'A', date: '2021-01-02' }, '[gone](/gone/) and [place](#nowhere)\n'),
  });
  const { problems } = checkLinks(report.site.out, 'https://example.org/');
  for (const file of ['index.html', 'rss.xml', 'atom.xml', 'feed.json']) {
    const page = file === 'index.html' ? 'a/index.html' : file;
    assert.ok(problems.includes(`${page}: https://example.org/gone/ is not there`), page);
    assert.ok(problems.includes(`${page}: https://example.org/a/#nowhere has no such place`), page);
  }
});

test.run();
