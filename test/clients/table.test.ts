/**
 * What every reader has of one article with everything in it. The table in docs/for-aggregators.md is made of it:
 * FEEDWRIGHT_WRITE=1 writes it there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTML } from 'entities';
import * as assert from 'uvu/assert';
import { suiteWithPrograms } from '../support/available.js';
import { serve } from '../support/serve.js';
import { article, buildFiles } from '../support/site-folder.js';
import { type Format, formats, type Reader, type Received, readers } from './readers.js';

const title = 'The type Vec<T> & the <script> element';
const summary = 'What `Vec<T>` & <b>bold</b> mean; 5 > 3, &amp; as typed';
const picture = 'https://example.org/lead.jpg';
const enclosures = ['https://example.org/a.mp3?x=1&y=2', 'https://example.org/b.pdf'];
const everything = article(
  {
    title,
    date: '02.09.2021 01:00',
    updated: '2021-09-03T10:00:00+03:00',
    summary,
    authors: [{ name: 'Ann Lee', url: 'https://example.org/ann' }, 'Боб Рей'],
    section: 'Здоровье',
    tags: ['R&D', 'C++'],
    image: { url: picture, alt: 'A "lead" picture' },
    enclosures: [
      { url: enclosures[0], type: 'audio/mpeg', length: 1234 },
      { url: enclosures[1], type: 'application/pdf', length: 99 },
    ],
    id: 'tag:example.org,2021:a',
  },
  'A formula <math><mi>x</mi><mo>=</mo><mn>1</mn></math> and `if (a < b && c)`.\n',
);

/** What is looked for, and whether it arrived; nothing where a program has no place for it. */
const rows: Readonly<Record<string, (received: Received) => boolean | undefined>> = {
  title: (received) => received.title === title,
  summary: ({ summary: text, summaryIsText }) =>
    text === undefined ? undefined : (summaryIsText ? text : shown(text)) === summary,
  text: ({ content }) =>
    content === undefined
      ? undefined
      : /A formula .*and <code>if \(a &lt; b &amp;&amp; c\)<\/code>/s.test(content),
  formula: ({ content }) =>
    content === undefined ? undefined : /x.*=.*1/s.test(content.split('and')[0] ?? ''),
  'date and time': ({ published }) => published === Date.parse('2021-09-02T01:00:00+03:00'),
  'date as written': ({ day }) =>
    day === undefined ? undefined : /^(2021-09-02|Thu, 0?2 Sep 2021)/.test(day),
  'date of change': ({ updated }) =>
    updated === undefined ? undefined : updated === Date.parse('2021-09-03T10:00:00+03:00'),
  'displayed author': ({ author }) => (author === undefined ? undefined : author.includes('Ann Lee')),
  'all authors': ({ authors }) => same(authors, ['Ann Lee', 'Боб Рей']),
  categories: ({ categories }) => same(categories, ['Здоровье', 'R&D', 'C++']),
  'first enclosure': ({ enclosures: all }) => all && all[0] === enclosures[0],
  'all enclosures': ({ enclosures: all }) => all && enclosures.every((url) => all.includes(url)),
  'picture in the text': ({ content }) => (content === undefined ? undefined : content.includes(picture)),
  'picture as media': (received) =>
    received.picture === undefined ? undefined : received.picture === picture,
  id: ({ id }) => (id === undefined ? undefined : id === 'tag:example.org,2021:a'),
  link: ({ link }) => link === 'https://example.org/a/',
};

/** What HTML without tags shows; with tags it shows something else. */
function shown(html: string): string {
  return /<\w/.test(html) ? html : decodeHTML(html);
}

function same(found: readonly string[] | undefined, wanted: readonly string[]): boolean | undefined {
  return found && JSON.stringify(found) === JSON.stringify(wanted);
}

/** What readers make otherwise, though the document says it: each cell that is not as it should be, and why. */
const faults: readonly {
  reader: string;
  formats?: readonly Format[];
  rows: readonly string[];
  why: string;
}[] = [
  { reader: 'newsboat', rows: ['all enclosures'], why: 'It keeps one enclosure per item.' },
  {
    reader: 'feedparser (Python)',
    formats: ['RSS'],
    rows: ['all enclosures'],
    why: 'The others are in `media_content`.',
  },
  {
    reader: 'feedparser (Python)',
    formats: ['Atom'],
    rows: ['displayed author'],
    why: '`author` is the last of several authors; `authors` has all of them in order.',
  },
  {
    reader: 'rss2email',
    rows: ['date and time', 'date as written'],
    why: 'It dates emails by the last change, in UTC.',
  },
  {
    reader: 'rss2email',
    formats: ['Atom'],
    rows: ['displayed author'],
    why: 'It shows the last of several authors.',
  },
  {
    reader: 'rss-parser',
    rows: ['all enclosures'],
    formats: ['RSS'],
    why: 'It keeps one enclosure per item.',
  },
  {
    reader: 'rss-parser',
    formats: ['Atom'],
    rows: ['date as written'],
    why: 'It converts dates in Atom to UTC.',
  },
  {
    reader: 'feedparser (Node)',
    rows: ['title'],
    why: 'It removes anything that looks like a tag from plain text.',
  },
  {
    reader: 'feedparser (Node)',
    formats: ['RSS'],
    rows: ['date of change'],
    why: 'It does not support an RSS element for it.',
  },
  {
    reader: 'feedparser (Node)',
    formats: ['Atom'],
    rows: ['displayed author'],
    why: 'If an entry has several authors, it shows the author of the feed.',
  },
  {
    reader: 'feed-extractor',
    formats: ['RSS'],
    rows: ['summary'],
    why: 'It returns the HTML of `description` as text.',
  },
  {
    reader: 'feed-extractor',
    formats: ['Atom'],
    rows: ['summary', 'date and time'],
    why: 'It removes anything that looks like a tag from plain text, and returns `updated` as `published`.',
  },
  {
    reader: 'feed-extractor',
    formats: ['JSON Feed'],
    rows: ['summary'],
    why: 'It makes a summary from the text.',
  },
];

interface Column {
  reader: Reader;
  format: Format;
  cells: Map<string, string>;
}

/** The cells of a reader: `yes`, `–` where it has no place for that, or the number of what it makes otherwise. */
function cellsOf(received: Received, reader: string, format: Format): Map<string, string> {
  return new Map(
    Object.entries(rows).map(([row, look]) => {
      const arrived = look(received);
      const fault = faults.findIndex(
        (each) =>
          each.reader === reader && each.rows.includes(row) && (each.formats ?? [format]).includes(format),
      );
      if (arrived === true) assert.is(fault, -1, `${reader} has ${row} of ${format} now`);
      if (arrived === false)
        assert.ok(fault >= 0, `${reader}, ${format}: ${row} is not there: ${JSON.stringify(received)}`);
      return [row, arrived === undefined ? '–' : arrived ? 'yes' : `no (${fault + 1})`];
    }),
  );
}

function tableOf(columns: readonly Column[]): string {
  const head = ['', ...columns.map(({ reader, format }) => `${reader.name}, ${format}`)];
  const lines = Object.keys(rows).map((row) => [row, ...columns.map(({ cells }) => cells.get(row) ?? '')]);
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  return [...table, '', ...faults.map(({ why }, index) => `${index + 1}. ${why}`)].join('\n');
}

const needs = Object.assign({}, ...readers.map((reader) => reader.needs));
const test = suiteWithPrograms('readers', needs);

test('an article with everything arrives in every reader as the table says', async () => {
  const report = await buildFiles({ 'a.md': everything }, { timezone: 'Europe/Moscow' });
  assert.equal(report.diagnostics, []);
  const server = await serve(report.site.out);
  try {
    const columns: Column[] = [];
    for (const reader of readers) {
      for (const format of reader.formats) {
        const file = formats[format];
        const received = await reader.read(`${server.origin}/${file}`, join(report.site.out, file), format);
        columns.push({ reader, format, cells: cellsOf(received, reader.name, format) });
      }
    }
    const [begin, end] = ['<!-- readers -->\n', '\n<!-- /readers -->'];
    const docs = readFileSync('docs/for-aggregators.md', 'utf8');
    const [before = '', after = ''] = [docs.split(begin)[0], docs.split(end)[1]];
    const wanted = before + begin + tableOf(columns) + end + after;
    if (process.env.FEEDWRIGHT_WRITE) writeFileSync('docs/for-aggregators.md', wanted);
    else assert.is(docs, wanted);
  } finally {
    await server.close();
  }
});

test.run();
