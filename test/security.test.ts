import { existsSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('SECURITY.md');
const text = readFileSync('SECURITY.md', 'utf8').replace(/\n {2,}/g, ' ');
const promises = text.split('\n').filter((line) => line.startsWith('- '));

test('every promise names a test, and each of them exists', () => {
  assert.ok(promises.length > 15);
  for (const promise of promises) {
    const [, named = ''] = /\((test\/.*)\)$/.exec(promise) ?? [];
    assert.ok(named, promise);
    for (const part of named.split('; ')) {
      const [file = '', ...titles] = part.split(/: (?=")|, (?=")/);
      assert.ok(existsSync(file), file);
      assert.ok(titles.length > 0, part);
      for (const title of titles) {
        const words = title.replace(/^"|"$/g, '');
        assert.ok(readFileSync(file, 'utf8').includes(words), `${file} has no test "${words}"`);
      }
    }
  }
});

test.run();
