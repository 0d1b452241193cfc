import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fromPackage } from '../../src/site/package-settings.js';

const test = suite('settings that package.json implies');

const cases: [packageJson: unknown, settings: Record<string, unknown>][] = [
  [
    { name: 'news', description: 'D', homepage: 'https://e.org/x?a#b' },
    { title: 'news', description: 'D', url: 'https://e.org/x' },
  ],
  [{ author: 'Ann <ann@e.org>' }, { author: 'Ann <ann@e.org>' }],
  [{ author: { name: 'Ann', email: 'a@e.org', url: '' } }, { author: { name: 'Ann', email: 'a@e.org' } }],
  [{ author: { name: 'Ann', url: 'https://e.org' } }, { author: { name: 'Ann', url: 'https://e.org' } }],
  [{ author: { email: 'a@e.org' } }, {}],
  [{ author: '' }, {}],
  [{ homepage: 'e.org' }, {}],
  [{ homepage: 7, name: '' }, {}],
  [{ dependencies: {} }, {}],
  ['text', {}],
  [null, {}],
  [undefined, {}],
];

for (const [packageJson, settings] of cases) {
  test(`${JSON.stringify(packageJson)} implies ${JSON.stringify(settings)}`, () => {
    assert.equal(fromPackage(packageJson), settings);
  });
}

test.run();
