import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { discover } from '../../src/articles/discover.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('discover');

test('articles at any depth, by their endings, in a fixed order', () => {
  const root = folderWith({
    'b.md': '',
    'a/z.markdown': '',
    'a/b/c.mdx': '',
    'page.HTML': '',
    'x.txt': '',
    'y.jpg': '',
  });
  assert.equal(
    discover(root).sources.map(({ path, format }) => [path, format]),
    [
      ['a/b/c.mdx', 'markdown'],
      ['a/z.markdown', 'markdown'],
      ['b.md', 'markdown'],
      ['page.HTML', 'html'],
    ],
  );
});

test('names with _ or ., READMEs and installed packages are kept out, and told', () => {
  const root = folderWith({
    'a.md': '',
    '_index.md': '',
    '.hidden.md': '',
    'README.md': '',
    'sub/readme.markdown': '',
    '_drafts/x.md': '',
    '.git/x.md': '',
    'node_modules/p/x.md': '',
  });
  const { sources, notArticles } = discover(root);
  assert.equal(
    sources.map(({ path }) => path),
    ['a.md'],
  );
  assert.equal(notArticles, ['.hidden.md', 'README.md', '_index.md', 'sub/readme.markdown']);
});

test('the output folder is no place for articles, and links are not followed', () => {
  const root = folderWith({ 'a.md': '', 'dist/index.html': '' });
  const elsewhere = folderWith({ 'secret.md': 'x' });
  symlinkSync(elsewhere, join(root, 'linked'));
  symlinkSync(join(elsewhere, 'secret.md'), join(root, 'linked.md'));
  const { sources, notArticles } = discover(root, undefined, [join(root, 'dist')]);
  assert.equal(
    sources.map(({ path }) => path),
    ['a.md'],
  );
  assert.equal(notArticles, ['linked.md']);
});

test.run();
