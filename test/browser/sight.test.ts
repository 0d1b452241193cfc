import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as assert from 'uvu/assert';
import { duringVisit, suiteInBrowser, type Visit } from '../support/browser.js';

const test = suiteInBrowser('people with low vision');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const kinds = [
  '',
  'ru/',
  '2021/innomed-2021/',
  '2021/week-in-five-minutes/',
  '2021/ferry-returns/',
  'sections/health/',
  'tags/medicine/',
  'authors/pavel-kern/',
  'archive/',
  'archive/2021/',
  'subscribe/',
];

const withSite = (check: (site: Visit) => Promise<void>) => duringVisit(dist, check);

const textSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    () => Reflect.get(window, 'axe').run() as Promise<axe.AxeResults>,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('text grows in two steps, and both switches are remembered on the next page', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor()).newPage();
    await page.goto(`${origin}/`);
    const normal = await textSize(page);
    await page.getByLabel('Large', { exact: true }).check();
    const large = await textSize(page);
    await page.getByLabel('Largest').check();
    const largest = await textSize(page);
    assert.ok(normal < large && large < largest, `${normal} ${large} ${largest}`);
    await page.getByLabel('High contrast').check();
    assert.is(await ground(page), 'rgb(0, 0, 0)');
    await page.goto(`${origin}/ru/2021/innomed-2021/`);
    assert.ok((await textSize(page)) > normal * 1.5);
    assert.is(await ground(page), 'rgb(0, 0, 0)');
    await page.reload();
    assert.is(await page.getByLabel('Самый крупный').isChecked(), true);
  }));

test('the switches come first on the way by keyboard', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor()).newPage();
    await page.goto(`${origin}/2021/innomed-2021/`);
    const focused = () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    const before = await textSize(page);
    await page.keyboard.press('Tab');
    assert.is(await focused(), 'fw-skip');
    await page.keyboard.press('Tab');
    assert.is(await focused(), 'fw-size-normal');
    await page.keyboard.press('ArrowRight');
    assert.ok((await textSize(page)) > before);
    await page.keyboard.press('Tab');
    assert.is(await focused(), 'fw-contrast');
    await page.keyboard.press('Space');
    assert.is(await ground(page), 'rgb(0, 0, 0)');
  }));

test('the switches work without JavaScript', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor({ javaScriptEnabled: false })).newPage();
    await page.goto(`${origin}/`);
    const before = await textSize(page);
    await page.getByLabel('Largest').check();
    await page.getByLabel('High contrast').check();
    assert.ok((await textSize(page)) > before * 1.5);
    assert.is(await ground(page), 'rgb(0, 0, 0)');
    assert.not.ok(
      await page.locator('#fw-search').isVisible(),
      'search needs JavaScript, and hides without it',
    );
  }));

for (const look of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing on any kind of page, ${look}`, () =>
    withSite(async ({ origin, visitor }) => {
      const page = await (await visitor({ colorScheme: look === 'light' ? 'light' : 'dark' })).newPage();
      for (const path of kinds) {
        await page.goto(`${origin}/${path}`);
        if (look === 'contrast') await page.locator('#fw-contrast').check();
        assert.equal(await violations(page), [], path);
      }
    }));
}

test('the largest text in a narrow window is not cut off', () =>
  withSite(async ({ origin, visitor }) => {
    const page = await (await visitor({ viewport: { width: 320, height: 640 } })).newPage();
    for (const path of kinds) {
      await page.goto(`${origin}/${path}`);
      await page.locator('#fw-size-largest').check();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${path} is ${width} wide`);
    }
  }));

test.run();
