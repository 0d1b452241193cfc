import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { asUri, readableAddress } from '../../src/platform/iri.js';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('addresses outside of ASCII');

test('a URI has A-labels and escapes; what is one already, or is no address, stays as it was written', () => {
  for (const [iri, uri] of [
    ['https://пример.рф/блог/', 'https://xn--e1afmkfd.xn--p1ai/%D0%B1%D0%BB%D0%BE%D0%B3/'],
    ['https://bücher.example:8080/ä?ö#ü', 'https://xn--bcher-kva.example:8080/%C3%A4?%C3%B6#%C3%BC'],
    ['https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
    ['https://example.org/a b', 'https://example.org/a b'],
    ['https://пример.рф/\u0001', 'https://пример.рф/\u0001'],
    ['HTTPS://Example.org', 'HTTPS://Example.org'],
    ['https://example.org/%7Ea', 'https://example.org/%7Ea'],
    ['заметка.md', 'заметка.md'],
    ['https://пример .рф/', 'https://пример .рф/'],
  ] as const)
    assert.is(asUri(iri), uri);
});

test('people read letters', () => {
  for (const [uri, text] of [
    ['https://xn--e1afmkfd.xn--p1ai/%D0%B1%D0%BB%D0%BE%D0%B3/', 'https://пример.рф/блог/'],
    ['https://xn--bcher-kva.example:8080/%C3%A4', 'https://bücher.example:8080/ä'],
    ['https://example.org/%E0%A4%A', 'https://example.org/%E0%A4%A'],
    ['/a%20b', '/a b'],
  ] as const)
    assert.is(readableAddress(uri), text);
});

test('every document has URIs, pages have text', async () => {
  const report = await buildFiles(
    {
      'a.md': article(
        {
          title: 'A',
          date: '2021-09-02',
          section: 'Здоровье',
          permalink: 'https://пример.рф/блог/новости/',
          link: 'https://пример.рф/другое',
          author: { name: 'Анна', url: 'https://пример.рф/анна' },
        },
        '[Link](https://пример.рф/ссылка) and <a href="https://пример.рф/html">HTML</a>.\n',
      ),
    },
    { url: 'https://пример.рф/блог', hub: 'https://хаб.рф/', hosting: 'netlify' },
  );
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  const documents = report.files.filter(({ path }) => /\.(xml|json|opml|txt|html)$|^_headers/.test(path));
  for (const { path } of documents) {
    const text = published(report, path);
    for (const [written] of text.matchAll(/https?:[^\s"'<>,;]*/g))
      if (!path.endsWith('.html')) assert.match(written, /^[\u0021-\u007e]*$/, `${path}: ${written}`);
    for (const [, written] of text.matchAll(/(?:href|src|content)="(https?:[^"]*)"/g))
      assert.match(written ?? '', /^[\u0021-\u007e]*$/, `${path}: ${written}`);
    assert.not.match(text, /https:\/\/%/, path);
  }
  assert.is(report.articles[0]?.path, '%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/');
  const page = published(report, 'новости/index.html');
  assert.match(page, '>https://пример.рф/другое</a>');
  assert.match(page, 'href="https://xn--e1afmkfd.xn--p1ai/%D0%B4%D1%80%D1%83%D0%B3%D0%BE%D0%B5"');
  assert.is(report.site.title, 'Example');
  assert.match(
    published(report, 'rss.xml'),
    'href="https://xn--e1afmkfd.xn--p1ai/%D1%81%D1%81%D1%8B%D0%BB%D0%BA%D0%B0"',
  );
});

test.run();
