import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { duringVisit, foreignRequests, suiteInBrowser, type Visit } from '../support/browser.js';

const test = suiteInBrowser('pages in a browser');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const site = 'https://priozerye.example/';

/** What Chromium tells of content that moved (Layout Instability). */
interface LayoutShift {
  value: number;
  sources: readonly { node: Node | null }[];
}

/** One page of every kind. */
const pages = {
  'front page': '',
  'front page of a language': 'ru/',
  article: '2021/innomed-2021/',
  'article with sound': '2021/week-in-five-minutes/',
  section: 'sections/health/',
  tag: 'tags/medicine/',
  author: 'authors/pavel-kern/',
  archive: 'archive/',
  'archive of a year': 'archive/2021/',
  'how to subscribe': 'subscribe/',
};

const withSite = (check: (site: Visit) => Promise<void>) => duringVisit(dist, check);

test('every kind of page opens without an error, a request elsewhere, or a shift of its layout', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor({ viewport: { width: 400, height: 800 } })).newPage();
    const elsewhere = foreignRequests(page, origin);
    const errors: string[] = [];
    page.on('console', (message) => {
      // A site without an icon of its own has none; browsers ask for one by themselves.
      const isIcon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isIcon) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // The parts of an audio player are the browser's own, and move within it.
          const { value, sources } = entry as PerformanceEntry & LayoutShift;
          if (sources.some(({ node }) => document.contains(node))) shifts.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [kind, path] of Object.entries(pages)) {
      const response = await page.goto(`${origin}/${path}`);
      assert.is(response?.status(), 200, kind);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
      assert.equal(await page.evaluate(() => Reflect.get(window, 'shifts')), [], kind);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.not.ok(tooWide, `${kind} scrolls sideways on a telephone`);
      assert.ok(await page.locator('main h1').textContent(), kind);
    }
    assert.equal([elsewhere, errors], [[], []]);
  }));

test('a feed reader finds the feeds of every page', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor()).newPage();
    for (const [kind, path] of Object.entries(pages)) {
      await page.goto(`${origin}/${path}`);
      const links = await page
        .locator('head link[rel="alternate"][title]')
        .evaluateAll((found) => found.map((link) => [link.getAttribute('href'), link.getAttribute('type')]));
      // The page of a feed offers each of its formats, others one of each feed.
      assert.ok(links.length >= (/front|section|tag|author/.test(kind) ? 3 : 1), kind);
      for (const [href = '', type] of links) {
        const answer = await fetch(String(href).replace(site, `${origin}/`));
        const body = await answer.text();
        assert.is(answer.status, 200, `${kind}: ${href}`);
        const root =
          { 'application/rss+xml': '<rss ', 'application/atom+xml': '<feed ' }[String(type)] ?? '{';
        assert.ok(body.includes(root), `${kind}: ${href} is not ${type}`);
      }
    }
  }));

test('search finds a Russian word, also without its accents and capitals', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor()).newPage();
    await page.goto(`${origin}/`);
    await page.getByLabel('Search').fill('ПРИОЗЕРЬ');
    await page.locator('.fw-found').getByText('No results.').waitFor();
    await page.getByLabel('Search').fill('слабовидящих');
    const hit = page.locator('.fw-found a');
    await hit.first().waitFor();
    assert.equal(await hit.allInnerTexts(), ['Читальня для слабовидящих открылась в Заречном']);
    await hit.first().click();
    assert.match(await page.title(), 'Читальня');
    await page.goto(`${origin}/ru/`);
    await page.getByLabel('Поиск').fill('чте');
    await hit.first().waitFor();
    assert.ok((await hit.count()) > 0);
  }));

test('results of the search are within the window, and Enter opens the first', () =>
  withSite(async ({ origin, visitor }) => {
    for (const width of [320, 390, 600, 1280]) {
      const page = await (await visitor({ viewport: { width, height: 800 } })).newPage();
      await page.goto(`${origin}/`);
      await page.getByLabel('Search').fill('ferry');
      const found = page.locator('.fw-found');
      await found.getByRole('link').first().waitFor();
      const box = await found.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= width, `${width}: ${JSON.stringify(box)}`);
      await page.getByLabel('Search').press('Enter');
      await page.waitForURL(/\/2021\//);
    }
  }));

test('feeds are found by their names, and it is said where there is none', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor()).newPage();
    await page.goto(`${origin}/subscribe/`);
    await page.getByLabel('Find a feed').fill('heal');
    assert.equal(await page.locator('main summary:visible').allInnerTexts(), ['Health']);
    await page.getByLabel('Find a feed').fill('zzz');
    await page.getByText('No results.').waitFor();
    assert.is(await page.locator('main summary:visible').count(), 0);
  }));

test('a button copies the address of a feed', () =>
  withSite(async ({ origin, visitor }) => {
    const context = await visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${origin}/subscribe/`);
    const feed = page.getByRole('group').filter({ hasText: 'Priozerye region news' }).first();
    await feed.locator('summary').click();
    await feed.getByRole('button', { name: 'Copy the address: Priozerye region news (Atom)' }).click();
    await feed.getByText('Copied').waitFor();
    assert.is(await page.evaluate(() => navigator.clipboard.readText()), `${site}atom.xml`);
  }));

test.run();
