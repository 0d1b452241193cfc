/** Who publishes what, where two want the same place. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PublishedArticle } from '../../src/articles/article.js';
import { Places } from '../../src/pages/places.js';
import { ownPath } from '../../src/platform/output-path.js';

const test = suite('places');

const article = (name: string) =>
  ({ url: `https://example.org/${name}`, source: { path: `${name}.md` } }) as PublishedArticle;

/** Whether each is published, and the files of the articles that are told. */
function taken(...wanted: [path: string, owner: PublishedArticle | 'the site'][]) {
  const places = new Places();
  const published = wanted.map(([path, owner]) => places.take(ownPath(path), owner));
  return [published, places.diagnostics.map(({ code, file }) => `${code} ${file}`)];
}

const [a, b] = [article('a'), article('b')];

test('places of their own are theirs', () => {
  assert.equal(taken(['a/index.html', a], ['a/b/index.html', b], ['rss.xml', 'the site']), [
    [true, true, true],
    [],
  ]);
});

test('an article is told where its place is one of the site, whichever came first', () => {
  assert.equal(taken(['x', 'the site'], ['X', a])[0], [true, false]);
  assert.equal(taken(['X', a], ['x', 'the site']), [[true, false], ['FW022 a.md']]);
});

test('a file cannot be where another needs a folder', () => {
  assert.equal(taken(['one/two', a], ['one/two/three/four', 'the site']), [[true, false], ['FW022 a.md']]);
  assert.equal(taken(['one/two/three/four', 'the site'], ['one/two', a]), [[true, false], ['FW022 a.md']]);
  assert.equal(taken(['one/two', a], ['one/two/three', b]), [[true, false], ['FW022 b.md']]);
});

test('two articles, or two documents of the site, with one place are told by others', () => {
  assert.equal(taken(['x', a], ['x', b]), [[true, false], []]);
  assert.equal(taken(['x', 'the site'], ['x', 'the site']), [[true, true], []]);
});

test('a file beside articles gives way, and is published once', () => {
  const places = new Places();
  places.take(ownPath('a/index.html'), a);
  const asset = (path: string, file: string) => ({
    path: ownPath(path),
    file: `/articles/${file}`,
    bytes: 1,
  });
  const wanted = [
    ...[asset('a/i.png', 'i.png'), asset('a/i.png', 'i.png'), asset('a/I.png', 'other.png')],
    ...[asset('a/index.html', 'index.html'), asset('a/index.html/x.png', 'x.png')],
  ];
  const { assets, diagnostics } = places.free(wanted, '/articles');
  assert.equal(
    assets.map(({ file }) => file),
    ['/articles/i.png', '/articles/i.png'],
  );
  assert.equal(
    diagnostics.map(({ code, file, message }) => [
      code,
      file,
      /another file|something else/.exec(message)?.[0],
    ]),
    [
      ['FW046', 'other.png', 'another file'],
      ['FW046', 'index.html', 'something else'],
      ['FW046', 'x.png', 'something else'],
    ],
  );
});

test.run();
