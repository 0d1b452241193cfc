import * as assert from 'uvu/assert';
import { suiteInBrowser } from '../support/browser.js';
import { hostileSite, visitAll, withoutPolicy } from './hostile-site.js';

const test = suiteInBrowser('hostile names');

test('no vector runs where pages have no policy, on those of tags, sections and authors', async () => {
  const { out, paths } = await hostileSite();
  const pages = paths.filter((path) => path.endsWith('.html') && /^(tags|sections|authors)\//.test(path));
  for (const kind of ['tags', 'sections', 'authors'])
    assert.ok(pages.filter((path) => path.startsWith(`${kind}/`)).length > 20, kind);
  withoutPolicy(out, pages);
  await visitAll(out, pages);
});

test.run();
