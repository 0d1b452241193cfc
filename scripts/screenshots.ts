/**
 * Takes the pictures in docs/images from the sample: `npm run screenshots`, after `npm run build`. Needs Chromium.
 */
import { fileURLToPath } from 'node:url';
import { visit } from '../test/support/browser.js';
import { terminalPage } from './terminal-picture.js';

const project = fileURLToPath(new URL('..', import.meta.url));

/** One picture: which page, how wide the window is, and how it looks. */
interface Picture {
  name: string;
  path: string;
  width: 1280 | 390;
  look?: 'dark' | 'largest and high contrast';
}

const pictures: readonly Picture[] = [
  { name: 'index', path: '', width: 1280 },
  { name: 'index-dark', path: '', width: 1280, look: 'dark' },
  { name: 'index-phone', path: '', width: 390 },
  { name: 'index-ru', path: 'ru/', width: 1280 },
  { name: 'index-ru-phone-dark', path: 'ru/', width: 390, look: 'dark' },
  { name: 'large-contrast', path: 'ru/', width: 1280, look: 'largest and high contrast' },
  { name: 'article', path: '2021/innomed-2021/', width: 1280 },
  { name: 'feed', path: 'rss.xml', width: 1280 },
];

const { origin, visitor, close } = await visit(`${project}dist`);
for (const { name, path, width, look } of pictures) {
  const viewport = { width, height: width === 390 ? 844 : 800 };
  const colorScheme = look === 'dark' ? 'dark' : 'light';
  const page = await (await visitor({ viewport, colorScheme, locale: 'en' })).newPage();
  await page.goto(`${origin}/${path}`);
  if (look === 'largest and high contrast') {
    await page.locator('#fw-contrast').check();
    await page.locator('#fw-size-largest').check();
    await page.mouse.move(0, 0);
  }
  await page.screenshot({ path: `${project}docs/images/${name}.png` });
  console.log(`docs/images/${name}.png`);
}
const terminal = await (await visitor({ viewport: { width: 1040, height: 200 } })).newPage();
await terminal.setContent(terminalPage(project));
await terminal.screenshot({ path: `${project}docs/images/terminal.png`, fullPage: true });
console.log('docs/images/terminal.png');
await close();
