import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findAsset, isRelative, withoutEmptyParts } from '../../src/articles/assets.js';
import { FileTracker } from '../../src/platform/fingerprints.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('files beside articles');

const root = folderWith({
  'a/post.md': '',
  'a/pic.png': 'x',
  'a/ünï cödé.pdf': 'xyz',
  'a/page.html': '<p>',
  'a/.hidden.png': 'x',
  'a/_draft/b.png': 'x',
  'top.png': 'xx',
});
mkdirSync(join(root, 'a/folder.png'));
symlinkSync('/etc/hostname', join(root, 'a/link.png'));

/** What an address in an article names: its place on the site, or the code of why it is not published. */
function find(url: string, more = {}): string | undefined {
  const found = findAsset(url, {
    articlesRoot: root,
    siteUrl: 'https://example.org/sub/',
    articleFile: join(root, 'a/post.md'),
    articleUrl: 'https://example.org/sub/blog/post/',
    copies: true,
    allowed: [],
    files: new FileTracker(),
    ...more,
  });
  return found && ('code' in found ? found.code : `${found.path} ${found.bytes}`);
}

const cases: [url: string, found: string | undefined][] = [
  ['pic.png', 'blog/post/pic.png 1'],
  ['./pic.png', 'blog/post/pic.png 1'],
  ['pic.png?v=1&w=22', 'blog/post/pic.png 1'],
  ['pic.png#part', 'blog/post/pic.png 1'],
  ['%C3%BCn%C3%AF%20c%C3%B6d%C3%A9.pdf', 'blog/post/ünï cödé.pdf 3'],
  ['../top.png', 'blog/top.png 2'],
  ['none.png', undefined],
  ['/pic.png', undefined],
  ['//example.org/pic.png', undefined],
  ['https://example.org/pic.png', undefined],
  ['#pic.png', undefined],
  ['?pic.png', undefined],
  ['', undefined],
  ['folder.png', undefined],
  ['page.html', 'FW045'],
  ['link.png', 'FW046'],
];

for (const [url, found] of cases) test(`${url || 'nothing'} is ${found}`, () => assert.is(find(url), found));

test('nothing that is hidden, or above the articles, is found', () => {
  for (const url of ['.hidden.png', '_draft/b.png', '../../x.png', '../../../etc/hostname'])
    assert.not.match(String(find(url)), / \d/, url);
});

test('settings allow more kinds', () => {
  assert.is(find('page.html', { allowed: ['html'] }), 'blog/post/page.html 3');
});

test('a relative address has neither a scheme nor a host, and names something', () => {
  for (const url of ['a', './a', '../a', 'a/b?c#d', 'ä']) assert.is(isRelative(url), true, url);
  for (const url of ['/a', '//a', 'http:a', 'mailto:x', '#a', '?a', ''])
    assert.is(isRelative(url), false, url);
});

test('empty parts of a path are none, and a query keeps its own', () => {
  assert.is(withoutEmptyParts('a//b///c.svg'), 'a/b/c.svg');
  assert.is(withoutEmptyParts('a//b?x=c//d'), 'a/b?x=c//d');
  assert.is(withoutEmptyParts('a//b#c//d'), 'a/b#c//d');
});

test.run();
