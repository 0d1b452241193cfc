import * as assert from 'uvu/assert';
import { suiteInBrowser, visit } from '../support/browser.js';
import { article, buildFiles } from '../support/site-folder.js';
import { xssVectors } from '../torture/xss-vectors.js';

const test = suiteInBrowser('hostile content');

test('no vector runs or reaches another host, on pages, lists and styled feeds', async () => {
  assert.ok(xssVectors.length >= 80, String(xssVectors.length));
  const files = Object.fromEntries(
    xssVectors.map((vector, index) => {
      const fields = { title: `${index} ${vector}`, date: '2021-09-02', summary: vector, slug: `v${index}` };
      const names = { tags: [vector], section: vector, author: { name: vector } };
      return [`v${index}.md`, article({ ...fields, ...names }, `${vector}\n\nText.\n`)];
    }),
  );
  const hostile = '</title><script>window.hacked=1</script>"><img src=x onerror="window.hacked=1">';
  const report = await buildFiles(files, {
    title: hostile,
    description: hostile,
    copyright: hostile,
    feeds: { tags: { minArticles: 1 } },
    // An address that runs code is refused in settings already; texts are not.
    words: { search: hostile, subscribe: hostile },
  });
  assert.ok(report.ok, JSON.stringify(report.diagnostics.filter(({ level }) => level === 'error')));
  const { origin, visitor, close } = await visit(report.site.out);
  try {
    const page = await (await visitor()).newPage();
    const hacked: string[] = [];
    page.on('request', (request) => {
      if (/evil\.example/.test(request.url()) && !request.isNavigationRequest()) hacked.push(request.url());
    });
    page.on('dialog', (dialog) => {
      hacked.push(`dialog ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
    const pages = report.files.filter(({ path }) => /(^|\/)(index\.html|rss\.xml|atom\.xml)$/.test(path));
    const own = pages.filter(({ path }) => !/^(tags|sections|authors)\//.test(path));
    assert.ok(own.length > xssVectors.length);
    for (const { path } of own) {
      await page.goto(`${origin}/${path.replace(/index\.html$/, '')}`, { waitUntil: 'load' });
      const ran = await page.evaluate(async () => {
        for (const element of document.querySelectorAll<HTMLElement>('main a, main p, .note a')) {
          for (const name of ['pointerover', 'mouseover', 'focus'])
            element.dispatchEvent(new Event(name, { bubbles: true }));
        }
        const links = [...document.querySelectorAll('a')].map((link) => link.href);
        const dangerous = links.filter((href) => /^\s*(javascript|vbscript|data):/i.test(href));
        return { hacked: Reflect.has(window, 'hacked'), dangerous, at: location.href };
      });
      assert.equal([ran.hacked, ran.dangerous], [false, []], path);
      assert.ok(ran.at.startsWith(origin), `${path} led to ${ran.at}`);
    }
    assert.equal(hacked, []);
  } finally {
    await close();
  }
});

test.run();
