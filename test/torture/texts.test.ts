import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';
import { all, one, parseXml } from '../support/xml.js';

const test = suite('texts through every format and parser');

/** Any text; what no feed can hold is taken out, and white space becomes one blank. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ']]>',
    '&amp;',
    '&#x26;',
    '<b>x</b>',
    '{{x}}',
    '\u202e',
    'é',
    '\ud83d',
    '\ufffe',
    '%00',
    '\u0085',
    '-->',
    '\u2028',
  ),
);
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/g,
      '',
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const runs = Number(process.env.FEEDWRIGHT_FUZZ ?? 40);
/** The same texts each time, unless others are wanted. */
const seed = Number(process.env.FEEDWRIGHT_SEED ?? 20_261_125);

test('what comes out is what went in', async () => {
  const rssParser = new RssParser();
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, anyText, async (title, summary, tag, name) => {
      const fields = {
        title: `T${title}`,
        summary: `S${summary}`,
        tags: [`G${tag}`],
        authors: [{ name: `N${name}` }],
      };
      const report = await buildFiles(
        { 'a.md': article({ ...fields, date: '2021-09-02' }) },
        { pages: false },
      );
      assert.ok(report.ok, JSON.stringify(report.diagnostics));
      const [item] = report.articles;
      if (!item) return assert.unreachable();
      const wanted = [item.title, item.summary, item.tags[0], item.authors[0]?.name];
      const rss = published(report, 'rss.xml');
      const atom = published(report, 'atom.xml');
      // A strict parser of XML.
      const strict = one(one(parseXml(rss), 'channel'), 'item');
      const texts = ['title', 'description', 'category', 'dc:creator'].map(
        (element) => all(strict, element)[0]?.text,
      );
      // A description is HTML, and the others are text.
      texts[1] = decodeHTML(texts[1] ?? '');
      assert.equal(texts, wanted, 'strict');
      // feedsmith, for all three formats.
      const fromRss = parseFeed(rss);
      if (fromRss.format === 'rss') {
        const [entry] = fromRss.feed.items ?? [];
        assert.equal(
          [entry?.title, entry?.description, entry?.categories?.[0]?.name, entry?.dc?.creators?.[0]].map(
            (text, place) => plain(place === 1 ? decodeHTML(text ?? '') : (text ?? '')),
          ),
          wanted.map((text) => plain(text ?? '')),
          'feedsmith, RSS',
        );
      }
      const entry = one(parseXml(atom), 'atom:entry');
      assert.equal(
        [one(entry, 'atom:title').text, one(entry, 'atom:summary').text],
        wanted.slice(0, 2),
        'Atom',
      );
      const json = JSON.parse(published(report, 'feed.json')).items[0];
      assert.equal([json.title, json.summary, json.tags[0], json.authors[0].name], wanted, 'JSON Feed');
      const loose = (await rssParser.parseString(rss)).items[0];
      assert.is(plain(loose?.title ?? ''), plain(item.title), 'rss-parser');
      // What went in, without what no feed can hold.
      assert.is(plain(item.title), plain(`T${title}`), 'title');
      assert.is(plain(item.tags[0] ?? ''), plain(`G${tag}`), 'tag');
    }),
    { numRuns: runs, seed },
  );
});

test.run();
