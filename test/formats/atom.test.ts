import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fullArticle, fullSettings, hostile, plainArticle } from '../support/full-article.js';
import { published } from '../support/published.js';
import { buildFiles } from '../support/site-folder.js';
import { all, one, parseXml, type XmlElement } from '../support/xml.js';

const test = suite('Atom 1.0');

async function build(files: Record<string, string>, settings = {}) {
  const report = await buildFiles(files, settings);
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  const feed = parseXml(published(report, 'atom.xml'));
  return { feed, entries: all(feed, 'atom:entry') };
}

const text = (element: XmlElement, name: string) => one(element, `atom:${name}`).text;

test('the feed says what the settings say', async () => {
  const { feed } = await build({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  assert.is(feed.attributes['xml:lang'], 'en');
  assert.is(text(feed, 'id'), 'https://example.org/');
  assert.is(text(feed, 'title'), `Site ${hostile}`);
  assert.is(text(feed, 'subtitle'), `About ${hostile}`);
  assert.is(text(feed, 'updated'), '2021-09-05T10:00:00+03:00');
  assert.is(text(feed, 'rights'), `© ${hostile}`);
  assert.is(text(feed, 'logo'), 'https://example.org/logo.png');
  assert.is(text(feed, 'icon'), 'https://example.org/icon.png');
  const generator = one(feed, 'atom:generator');
  assert.is(generator.text, 'feedwright');
  assert.match(`${generator.attributes.uri} ${generator.attributes.version}`, /^https:\S+ \d+\.\d+\.\d+$/);
  const author = one(feed, 'atom:author');
  assert.equal(
    ['name', 'email', 'uri'].map((name) => text(author, name)),
    [`Editor ${hostile}`, 'e@example.org', 'https://example.org/e'],
  );
  assert.equal(one(feed, 'atom:category').attributes.term, `News ${hostile}`);
  assert.equal(
    all(feed, 'atom:link').map(({ attributes }) => attributes),
    [
      { rel: 'alternate', type: 'text/html', href: 'https://example.org/' },
      { rel: 'self', type: 'application/atom+xml', href: 'https://example.org/atom.xml' },
      { rel: 'hub', href: 'https://hub.example.org/?a=1&b=2' },
    ],
  );
});

test('an entry says what the article says', async () => {
  const { entries } = await build({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  const [entry] = entries;
  if (!entry) throw new Error('no entry');
  assert.is(text(entry, 'id'), 'HTTP://Example.org/%7Eid?a=1&b=<2>');
  assert.equal([text(entry, 'title'), one(entry, 'atom:title').attributes], [`Title ${hostile}`, {}]);
  assert.equal([text(entry, 'summary'), one(entry, 'atom:summary').attributes], [`Summary ${hostile}`, {}]);
  assert.is(text(entry, 'published'), '2021-09-02T10:00:00+03:00');
  assert.is(text(entry, 'updated'), '2021-09-05T10:00:00+03:00');
  assert.equal(
    all(entry, 'atom:author').map((author) => text(author, 'name')),
    [`Ann ${hostile}`, 'Bob Ray'],
  );
  assert.is(text(all(entry, 'atom:author')[0] ?? entry, 'uri'), 'https://example.org/ann?a=1&b=2');
  assert.equal(
    all(entry, 'atom:category').map(({ attributes }) => attributes),
    [`Health & ${hostile}`, `tag ${hostile}`, 'plain'].map((term) => ({ term })),
  );
  assert.equal(
    all(entry, 'atom:link').map(({ attributes }) => attributes),
    [
      { rel: 'alternate', type: 'text/html', href: 'https://example.org/a/' },
      {
        rel: 'enclosure',
        href: 'https://example.org/a.mp3?x=1&y=2',
        type: 'audio/mpeg',
        length: '1234',
        title: `Sound ${hostile}`,
      },
      { rel: 'enclosure', href: 'https://example.org/b.pdf', type: 'application/pdf', length: '99' },
      { rel: 'related', href: 'https://example.com/elsewhere?a=1&b=2' },
    ],
  );
  const content = one(entry, 'atom:content');
  assert.is(content.attributes.type, 'html');
  assert.match(content.text, '<code>]]&gt;</code> and ]]&gt; twice');
});

test('an entry in another language says so, and one without authors is by the site', async () => {
  const { entries } = await build({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  assert.equal(
    entries.map(({ attributes }) => attributes['xml:lang']),
    [undefined, 'ru'],
  );
  assert.is(
    text(one(entries[1] ?? ({ ...entries[0] } as XmlElement), 'atom:author'), 'name'),
    `Editor ${hostile}`,
  );
});

test('a feed without entries has what RFC 4287 wants, the same on every day', async () => {
  const { feed, entries } = await build({}, { levels: { FW082: 'off' } });
  assert.equal(
    [entries.length, text(feed, 'updated'), text(one(feed, 'atom:author'), 'name')],
    [0, '2005-12-01T00:00:00Z', 'Example'],
  );
});

test.run();
