/** The recording of an article in a browser, with the script and without. */
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { duringVisit, suiteInBrowser } from '../support/browser.js';

const test = suiteInBrowser('the player in a browser');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const path = '2021/week-of-the-forum/';

test('a chapter and a line of the transcript start the recording there', () =>
  duringVisit(dist, async ({ origin, visitor }) => {
    const page = await (await visitor()).newPage();
    await page.goto(`${origin}/${path}`);
    const time = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime);
    const isPlaying = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => !audio.paused);
    await page.locator('.fw-chapters a').nth(2).click();
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) >= 11);
    assert.ok((await time()) < 18 && (await isPlaying()));
    assert.is(page.url(), `${origin}/${path}`);
    await page.locator('.fw-transcript summary').click();
    await page.locator('.fw-transcript .fw-time').first().click();
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 99) < 5);
  }));

test('without a script a chapter opens the recording there', () =>
  duringVisit(dist, async ({ origin, visitor }) => {
    const page = await (await visitor({ javaScriptEnabled: false })).newPage();
    await page.goto(`${origin}/${path}`);
    await page.locator('.fw-chapters a').nth(1).click();
    await page.waitForURL(/week-of-the-forum\.mp3#t=4/);
  }));

test.run();
