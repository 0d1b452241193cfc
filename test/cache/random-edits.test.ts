import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { editAtRandom } from './random-edits.js';

const test = suite('the cache under random edits');

const sites: Readonly<Record<string, Record<string, string>>> = {
  plain: { 'feedwright.config.json': '{"url": "https://example.org"}', 'feedwright.lock': '# new\n' },
  Eleventy: {
    'feedwright.config.json': '{"url": "https://example.org"}',
    'eleventy.config.js': 'export default {};',
  },
};

for (const [name, files] of Object.entries(sites)) {
  test(`with and without it a ${name} site is the same, whatever is edited`, async () => {
    const { failures, hits } = await editAtRandom(files, 120, 11);
    assert.equal(failures, []);
    assert.ok(hits > 100, `the cache was used ${hits} times`);
  });
}

test.run();
