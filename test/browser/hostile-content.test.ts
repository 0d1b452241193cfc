import * as assert from 'uvu/assert';
import { suiteInBrowser } from '../support/browser.js';
import { xssVectors } from '../torture/xss-vectors.js';
import { hostileSite, visitAll } from './hostile-site.js';

const test = suiteInBrowser('hostile content');

test('no vector runs or reaches another host, on pages, lists and styled feeds', async () => {
  assert.ok(xssVectors.length >= 80, String(xssVectors.length));
  const { out, paths } = await hostileSite();
  const own = paths.filter((path) => !/^(tags|sections|authors)\//.test(path));
  assert.ok(own.length > xssVectors.length);
  await visitAll(out, own);
});

test.run();
