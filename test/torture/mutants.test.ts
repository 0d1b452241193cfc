import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mutateArticles } from './mutate-articles.js';

const test = suite('mutated articles');
const sample = fileURLToPath(new URL('../../articles', import.meta.url));

test('each is published, or told with its reason, and no document is broken', async () => {
  const originals = readdirSync(sample)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(join(sample, name)));
  const { articles, published, told, failures } = await mutateArticles(originals, 400);
  assert.equal(failures, []);
  assert.is(articles, 400);
  assert.ok(published > 100 && told > 100, `${published} published, ${told} told`);
});

test.run();
