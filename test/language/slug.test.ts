import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { slugify } from '../../src/language/slug.js';

const test = suite('slugs');

test('names become readable addresses, and stay what they are', () => {
  // These are promises to everybody who has linked to such an address: a change here breaks links.
  const lasting: Readonly<Record<string, string>> = {
    'Hello, World!': 'hello-world',
    'v14.16.0': 'v14.16.0',
    "The region's budget": 'the-regions-budget',
    Общество: 'obshchestvo',
    Здравоохранение: 'zdravoohranenie',
    'Щука и ёж: приём': 'shchuka-i-yozh-priyom',
    'Ђорђе – straße': 'djordje-strasse',
    '中文 標題': 'zhong-wen-biao-ti',
    '  --a--b..  ': 'a-b',
    '../../etc': 'etc',
    '🎉': '',
  };
  for (const [name, slug] of Object.entries(lasting)) assert.is(slugify(name), slug, name);
});

test.run();
