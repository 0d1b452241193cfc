import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildReport, build } from '../../src/index.js';
import { article, articlesFolder, buildFiles, everyFeed, now } from '../support/site-folder.js';
import { all, one, parseXml } from '../support/xml.js';

const test = suite('the history of a feed');

/** Articles of consecutive days, oldest first, in two sections. */
function days(count: number, words = 5): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString();
      const fields = {
        title: `Day ${index}`,
        date,
        section: index % 3 ? 'Often' : 'Seldom',
        tags: ['t'],
        author: 'Ann',
      };
      return [`a${String(index).padStart(3, '0')}.md`, article(fields, `${'word '.repeat(words)}\n`)];
    }),
  );
}

const read = (report: BuildReport, url: string) =>
  readFileSync(join(report.site.out, url.slice(report.site.url.length)), 'utf8');

/** Follows the archive links of a document, as a reader that wants everything does; gives the ids it met. */
function walk(report: BuildReport, url: string): { ids: string[]; documents: string[] } {
  const ids: string[] = [];
  const documents: string[] = [];
  for (let at: string | undefined = url; at; ) {
    documents.push(at);
    const text = read(report, at);
    if (at.endsWith('.json')) {
      const feed = JSON.parse(text);
      ids.push(...feed.items.map(({ id }: { id: string }) => id));
      at = feed.next_url;
      continue;
    }
    const root = parseXml(text);
    const feed = at.endsWith('rss.xml') ? one(root, 'channel') : root;
    const items = at.endsWith('rss.xml') ? all(feed, 'item') : all(feed, 'atom:entry');
    ids.push(...items.map((item) => one(item, at?.endsWith('rss.xml') ? 'guid' : 'atom:id').text));
    const links: Map<string, string> = new Map(
      all(feed, 'atom:link').map(({ attributes }) => [attributes.rel ?? '', attributes.href ?? '']),
    );
    const isArchive = all(feed, 'fh:archive').length === 1;
    assert.is(isArchive, documents.length > 1, `${at}: fh:archive is in archive documents only`);
    assert.is(links.get('current'), isArchive ? url : undefined, at);
    if (isArchive && documents.length > 2) assert.is(links.get('next-archive'), documents.at(-2), at);
    assert.is(links.has('next-archive'), isArchive, at);
    at = links.get('prev-archive');
  }
  return { ids, documents };
}

/** Every feed, with archives behind so many articles. */
const allAt = (limit: number) => {
  const kind = { ...everyFeed.tags, limit };
  return { sections: kind, tags: kind, authors: kind };
};

const formats = ['rss.xml', 'atom.xml', 'feed.json'];

test('from each feed every article is reached exactly once, newest first', async () => {
  for (const count of [0, 1, 4, 5, 6, 9, 10, 11, 23]) {
    const report = await buildFiles(days(count), {
      ...{ limit: 5, feeds: allAt(5), levels: { FW082: 'off' } },
    });
    for (const feed of report.feeds) {
      for (const format of formats) {
        const { ids } = walk(report, report.site.url + feed.path + format);
        assert.equal(
          ids,
          feed.articles.map(({ id }) => id),
          `${count} articles, ${feed.path}${format}`,
        );
      }
    }
  }
});

test('an archive is full when it comes to be, and never changes as articles come, at every length', async () => {
  const cwd = articlesFolder({});
  const request = { cwd, url: 'https://example.org', now, limit: 4, feeds: allAt(4), pages: false };
  const { writeFileSync } = await import('node:fs');
  for (const [name, text] of Object.entries(days(40))) {
    writeFileSync(join(cwd, 'articles', name), text);
    const before = documentsIn(join(cwd, 'dist'));
    await build(request);
    const after = documentsIn(join(cwd, 'dist'));
    for (const [path, text] of before) {
      if (path.includes('older/')) assert.is(after.get(path), text, `${path} changed with ${name}`);
      else assert.ok(after.has(path), `${path} vanished`);
    }
    for (const [path, text] of after) {
      const items = itemsIn(text);
      if (path.includes('older/')) assert.is(items, request.limit, path);
      else assert.ok(items < 2 * request.limit, `${path} has ${items}`);
      const hasOlder = [...after.keys()].some((other) => other === path.replace(/[^/]*$/, 'older/1/$&'));
      if (hasOlder) assert.ok(items >= request.limit, `${path} has ${items}, and archives`);
    }
  }
});

/** How many items a document has, in any format. */
function itemsIn(text: string): number {
  return text.startsWith('{') ? JSON.parse(text).items.length : text.split(/<(?:item|entry)>/).length - 1;
}

function documentsIn(folder: string): Map<string, string> {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = paths.filter(
      (path) => /(rss|atom|feed)\.(xml|json)$/.test(path) && statSync(join(folder, path)).isFile(),
    );
    return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  } catch {
    return new Map();
  }
}

test('a newer article that writes a tag in another way changes no archive', async () => {
  const tagged = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, day) => {
        const fields = { title: `${day}`, date: `2021-09-0${day + 1}`, tags: [day === 6 ? 'news' : 'News'] };
        return [`a${day}.md`, article(fields)];
      }),
    );
  const [before, after] = [
    await buildFiles(tagged(6), { feeds: allAt(2) }),
    await buildFiles(tagged(7), { feeds: allAt(2) }),
  ];
  for (const path of ['tags/news/older/1/rss.xml', 'tags/news/older/2/feed.json'])
    assert.is(read(after, after.site.url + path), read(before, before.site.url + path), path);
});

test('no document is larger than the budget, and the report says what was moved', async () => {
  const report = await buildFiles(days(40, 400), { maxBytes: 20_000 });
  for (const { path, bytes, mediaType } of report.files) {
    if (/rss|atom|feed/.test(mediaType)) assert.ok(bytes <= 20_000, `${path}: ${bytes}`);
  }
  const everything = report.overflowed.find(({ path }) => path === '');
  assert.ok((everything?.articles ?? 0) > 20, JSON.stringify(report.overflowed));
  for (const format of formats) assert.is(walk(report, report.site.url + format).ids.length, 40);
});

test('an article larger than the budget stands alone, with a warning', async () => {
  const report = await buildFiles(
    { ...days(3), 'big.md': article({ title: 'Big', date: '2019-01-01' }, 'word '.repeat(9000)) },
    { maxBytes: 20_000 },
  );
  assert.equal(
    report.diagnostics.map(({ code, file }) => `${code} ${file}`),
    ['FW042 big.md'],
  );
  assert.is(walk(report, 'https://example.org/rss.xml').ids.length, 4);
});

test('without archives there are heads only', async () => {
  const report = await buildFiles(days(9), { limit: 4, archives: false });
  assert.equal(
    report.files.filter(({ path }) => path.includes('older/')),
    [],
  );
  assert.is(walk(report, 'https://example.org/atom.xml').ids.length, 4);
});

test.run();
