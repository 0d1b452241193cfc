import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { foreignRequests, suiteInBrowser, visit } from '../support/browser.js';

const test = suiteInBrowser('feeds in a browser');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const site = 'https://priozerye.example/';

for (const file of ['rss.xml', 'atom.xml']) {
  for (const folder of ['', 'ru/', 'sections/health/', 'tags/medicine/', 'authors/pavel-kern/']) {
    test(`${folder}${file} reads like a page`, async () => {
      const { origin, visitor, close } = await visit(dist);
      try {
        const page = await (await visitor({ viewport: { width: 800, height: 900 } })).newPage();
        const elsewhere = foreignRequests(page, origin);
        await page.route(`${site}**`, async (route) => {
          const response = await fetch(route.request().url().replace(site, `${origin}/`));
          await route.fulfill({
            status: response.status,
            contentType: 'text/html',
            body: await response.text(),
          });
        });
        const response = await page.goto(`${origin}/${folder}${file}`);
        assert.is(response?.headers()['content-type'], 'application/xml; charset=utf-8');
        const note = page.locator('.note');
        assert.ok(await note.isVisible());
        const shown = await page.evaluate(() => {
          const of = (name: string) => [...document.getElementsByTagName(name)];
          const items = of(document.documentElement.localName === 'rss' ? 'item' : 'entry');
          const looks = (element: Element | undefined) => {
            const { display, fontSize } = element
              ? getComputedStyle(element)
              : { display: 'none', fontSize: '0' };
            return { seen: display !== 'none', size: Number.parseFloat(fontSize) };
          };
          return items.map((item) => ({
            isNote: item.getElementsByTagName('title').length === 0,
            title: looks(item.getElementsByTagName('title')[0]),
            date: looks(item.querySelector('pubDate, published') ?? undefined),
            summary: looks(item.querySelector('description, summary') ?? undefined),
            content: looks(item.querySelector('*|encoded, content') ?? undefined),
          }));
        });
        assert.ok(shown.length > 0);
        for (const { isNote, title, date, summary, content } of shown) {
          assert.equal([title.seen, date.seen, summary.seen, content.seen], [!isNote, true, true, false]);
          assert.ok(isNote || title.size > summary.size);
        }
        assert.equal(elsewhere, []);
        await note.getByRole('link').first().click();
        assert.is(page.url(), site + folder);
        await page.locator('main h1').waitFor();
      } finally {
        await close();
      }
    });
  }
}

for (const [file, timezone] of [
  ['rss.xml', 'America/Los_Angeles'],
  ['atom.xml', 'Pacific/Auckland'],
] as const) {
  test(`items of ${file} lead to their articles, with the day in the reader's language and the site's zone`, async () => {
    const { origin, visitor, close } = await visit(dist);
    try {
      const page = await (await visitor({ locale: 'de', timezoneId: timezone })).newPage();
      await page.goto(`${origin}/${file}`);
      const item = page.locator('item, entry').filter({ hasText: 'InnoMed' }).first();
      const link = item.locator('a').first();
      assert.is(await link.getAttribute('href'), `${site}2021/innomed-2021/`);
      assert.match((await link.textContent()) ?? '', 'InnoMed');
      assert.is(await item.locator('pubDate, published').first().textContent(), '2. September 2021');
    } finally {
      await close();
    }
  });
}

test.run();
