/** The file that names everything that feedwright put into a folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FeedIdentity } from '../../src/feeds/feed.js';
import { ownPath } from '../../src/platform/output-path.js';
import {
  hashOfPieces,
  manifestName,
  manifestText,
  readManifest,
  shortened,
} from '../../src/publish/manifest.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('the manifest');

function read(text: string) {
  const out = folderWith({});
  writeFileSync(join(out, manifestName), text);
  const { files, feeds } = readManifest(out);
  return { files: Object.fromEntries(files), feeds };
}

const feeds: FeedIdentity[] = [
  { kind: 'all', name: '', path: '', only: 'en', former: ['en/'] },
  { kind: 'section', name: 'Здоровье', path: 'ru/sections/zdorove/', only: 'ru' },
  { kind: 'tag', name: 'New', path: 'tags/new/', first: 'tags/old/', former: ['tags/old/', 'tags/older/'] },
];
const files = new Map([
  [ownPath('b/index.html'), ['two', 'former']],
  [ownPath('a.html'), ['one']],
  [ownPath('_headers'), []],
]);

test('is read as it was written, a path a line, in order', () => {
  const text = manifestText(files, feeds);
  assert.equal(read(text), { files: Object.fromEntries(files), feeds });
  assert.match(text, '"_headers": "",\n  "a.html": "one",\n  "b/index.html": "two former"\n');
  assert.is(manifestText(new Map([...files].reverse()), feeds), text);
  assert.ok(text.endsWith('}\n'));
});

test('one of the first version has paths that nothing proves to be ours', () => {
  assert.equal(read('{"version": 1, "files": ["a.html", "b/c.xml"]}'), {
    files: { 'a.html': [], 'b/c.xml': [] },
    feeds: [],
  });
});

test('a path or a feed that nobody could have written is forgotten, the rest is not', () => {
  const odd = [
    ...[{ kind: 'nothing', name: 'A', path: 'a/' }, { kind: 'tag', name: 1, path: 'a/' }, 7, null],
    ...[
      { kind: 'tag', name: 'A', path: 'a/', only: 'no tag!' },
      { kind: 'tag', name: 'A', path: 'a/', first: '#/' },
    ],
    { kind: 'tag', name: 'A', path: 'a/', former: ['../a/'] },
  ];
  const text = JSON.stringify({
    version: 2,
    files: { '../a': 'x', '/etc/x': 'x', 'a/../b': 'x', '.git/config': 'x', 'a.html': 'x y' },
    feeds: [...odd, ...feeds],
  });
  assert.equal(read(text), { files: { 'a.html': ['x', 'y'] }, feeds });
});

test('one that is damaged, of another version or not there knows nothing', () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{"version": 3, "files": {}}',
    '{"version": 2}',
    '{"version": 2, "files": 1}',
  ])
    assert.equal(read(text), { files: {}, feeds: [] }, text);
  assert.is(readManifest(folderWith({})).files.size, 0);
});

test('a hash tells contents apart, whatever pieces they come in', () => {
  assert.is(hashOfPieces(['one ', Buffer.from('два')]), hashOfPieces(['one два']));
  assert.is.not(hashOfPieces(['one']), hashOfPieces(['One']));
  assert.is(hashOfPieces(['']).length, 22);
  assert.is(shortened('0123456789012345678901234567'), '0123456789012345678901');
});

test.run();
