/**
 * Takes the pictures in docs/images from the sample: `npm run screenshots`, after `npm run build`. Needs Chromium.
 */
import { fileURLToPath } from 'node:url';
import { visit } from '../test/support/browser.js';

const project = fileURLToPath(new URL('..', import.meta.url));

const pictures = [
  { name: 'index', path: '', height: 760 },
  { name: 'article', path: '2021/innomed-2021/', height: 760 },
  { name: 'feed', path: 'rss.xml', height: 620 },
  { name: 'large-contrast', path: 'ru/', height: 760, contrast: true },
];

const { origin, visitor, close } = await visit(`${project}dist`);
for (const { name, path, height, contrast } of pictures) {
  const page = await (await visitor({ viewport: { width: 1000, height } })).newPage();
  await page.goto(`${origin}/${path}`);
  if (contrast) {
    await page.locator('#fw-contrast').check();
    await page.locator('#fw-size-largest').check();
  }
  await page.screenshot({ path: `${project}docs/images/${name}.png` });
  console.log(`docs/images/${name}.png`);
}
await close();
