import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fileNameFor } from '../../src/articles/file-name.js';

const test = suite('names of the files of articles');

for (const [slug, name] of [
  ['a-b.c', 'a-b.c'],
  ['_draft', 'draft'],
  ['._..x', 'x'],
  ['__', 'article-1'],
  ['', 'article-1'],
  ['readme', 'readme-1'],
  ['readme-2', 'readme-2'],
  ['con', 'con-1'],
  ['...', 'article-1'],
  ['a'.repeat(90), 'a'.repeat(80)],
  [`${'a'.repeat(79)}-b`, 'a'.repeat(79)],
] as const) {
  test(`"${slug.slice(0, 20)}" is ${name.slice(0, 20)}`, () => assert.is(fileNameFor(slug), name));
}

test.run();
