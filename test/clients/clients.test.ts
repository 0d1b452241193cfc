import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as assert from 'uvu/assert';
import { suiteWithPrograms } from '../support/available.js';
import { fullArticle, fullSettings, hostile, plainArticle } from '../support/full-article.js';
import { serve } from '../support/serve.js';
import { article, buildFiles, folderWith } from '../support/site-folder.js';

const run = promisify(execFile);
/** Debian's own Python has Debian's packages; another one may come first in the path. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What real programs make of real articles: text that people write, and all that an article can have. */
const ordinary = article(
  {
    title: 'Приём граждан: AT&T, “quotes” & 5 > 3',
    date: '2021-09-02T10:00:00+03:00',
    summary: 'Кратко & ясно',
    authors: ['Анна Ли', 'Bob Ray'],
    section: 'Здоровье',
    tags: ['R&D', 'plain'],
    id: 'tag:example.org,2021:a',
    enclosure: { url: 'https://example.org/a.mp3?x=1&y=2', type: 'audio/mpeg', length: 1234 },
  },
  'Text with *emphasis* and [a link](/x).\n',
);
const inOneFeed = { feeds: { languages: false } };
const report = await buildFiles({ 'a.md': ordinary, 'b.md': plainArticle }, inOneFeed);
const torture = await buildFiles({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);

const feedparser = suiteWithPrograms('feedparser', { [python]: ['-c', 'import feedparser'] });

async function parseWithFeedparser(folder: string, file: string) {
  const server = await serve(folder);
  try {
    const { stdout } = await run(python, [beside('read-with-feedparser.py'), `${server.origin}/${file}`]);
    return JSON.parse(stdout);
  } finally {
    await server.close();
  }
}

for (const file of ['rss.xml', 'atom.xml']) {
  feedparser(`everything arrives from ${file}`, async () => {
    const feed = await parseWithFeedparser(report.site.out, file);
    assert.equal([feed.bozo, feed.title, feed.language], [false, 'Example', 'en']);
    const [item, plain] = feed.items;
    assert.is(item.title, 'Приём граждан: AT&T, “quotes” & 5 > 3');
    assert.is(item.link, 'https://example.org/a/');
    assert.is(item.id, 'tag:example.org,2021:a');
    assert.is(item.summary, file === 'rss.xml' ? 'Кратко &amp; ясно' : 'Кратко & ясно');
    const others = file === 'rss.xml' ? item.contributors : item.authors.slice(1);
    assert.equal([item.authors[0], ...others], ['Анна Ли', 'Bob Ray']);
    assert.equal(item.tags, ['Здоровье', 'R&D', 'plain']);
    assert.match(
      item.content[0],
      'Text with <em>emphasis</em> and <a href="https://example.org/x">a link</a>.',
    );
    assert.equal(item.enclosures, [
      { href: 'https://example.org/a.mp3?x=1&y=2', type: 'audio/mpeg', length: '1234' },
    ]);
    assert.is(new Date(item.published).toISOString(), '2021-09-02T07:00:00.000Z');
    assert.is(plain.id, 'https://example.org/b/');
  });

  feedparser(`hostile text leaves ${file} well-formed, and names whole`, async () => {
    const feed = await parseWithFeedparser(torture.site.out, file);
    assert.is(feed.bozo, false);
    assert.is(feed.items.length, 2);
    assert.equal(feed.items[0].tags, [`Health & ${hostile}`, `tag ${hostile}`, 'plain']);
  });
}

const newsboat = suiteWithPrograms('newsboat', {
  newsboat: ['--version'],
  python3: ['-c', 'import sqlite3'],
});

for (const file of ['rss.xml', 'atom.xml']) {
  newsboat(`subscribes to ${file}`, async () => {
    const server = await serve(report.site.out);
    const folder = folderWith({ urls: '', config: 'max-items 0\n' });
    try {
      writeFileSync(join(folder, 'urls'), `${server.origin}/${file}\n`);
      const cache = join(folder, 'cache.db');
      await run(
        'newsboat',
        ['-C', join(folder, 'config'), '-u', join(folder, 'urls'), '-c', cache, '-x', 'reload'],
        {
          env: { ...process.env, HOME: folder },
        },
      );
      const { stdout } = await run(python, [beside('newsboat-cache.py'), cache]);
      const [item, plain] = JSON.parse(stdout);
      assert.is(item.title, 'Приём граждан: AT&T, “quotes” & 5 > 3');
      assert.is(item.url, 'https://example.org/a/');
      assert.is(item.guid, 'tag:example.org,2021:a');
      assert.is(item.pubDate, Date.parse('2021-09-02T07:00:00Z') / 1000);
      // newsboat shows the last dc:creator of an RSS item, which is why there is one; of an Atom entry every author.
      assert.is(item.author, file === 'rss.xml' ? 'Анна Ли' : 'Анна Ли, Bob Ray');
      assert.match(item.content, '<em>emphasis</em>');
      assert.equal(
        [item.enclosure_url, item.enclosure_type],
        ['https://example.org/a.mp3?x=1&y=2', 'audio/mpeg'],
      );
      assert.is(plain.title, 'Вторая');
    } finally {
      await server.close();
    }
  });
}

newsboat('imports every feed of the OPML, in folders by kind', async () => {
  const folder = folderWith({ urls: '', config: '' });
  const files = ['-C', join(folder, 'config'), '-u', join(folder, 'urls'), '-c', join(folder, 'cache.db')];
  await run('newsboat', [...files, '-i', join(report.site.out, 'feeds.opml')], {
    env: { ...process.env, HOME: folder },
  });
  const urls = readFileSync(join(folder, 'urls'), 'utf8');
  for (const { path } of report.feeds) assert.match(urls, `https://example.org/${path}`);
  assert.match(urls, /sections\/zdorove\/\w+\.xml "Sections"/);
});

const xmllint = suiteWithPrograms('xmllint', { xmllint: ['--version'] });

xmllint('finds every document well-formed', async () => {
  for (const { site } of [report, torture]) {
    await run('xmllint', ['--noout', join(site.out, 'rss.xml'), join(site.out, 'atom.xml')]);
  }
});

feedparser.run();
newsboat.run();
xmllint.run();
