import { suiteInBrowser } from '../support/browser.js';
import { hostileSite, visitAll, withoutPolicy } from './hostile-site.js';

const test = suiteInBrowser('hostile articles');

test('no vector runs where pages have no policy, on those of articles and lists', async () => {
  const { out, paths } = await hostileSite();
  const pages = paths.filter((path) => path.endsWith('.html') && !/^(tags|sections|authors)\//.test(path));
  withoutPolicy(out, pages);
  await visitAll(out, pages);
});

test.run();
