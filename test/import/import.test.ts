import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import matter from 'gray-matter';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importCommand } from '../../src/commands/import.js';
import { wordpressHtml } from '../../src/import/wordpress-html.js';
import { build } from '../../src/index.js';
import { outputPath } from '../../src/platform/output-path.js';
import { textOf } from '../../src/text/text-of.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { feedwright, type Ran } from '../support/run-cli.js';
import { serve } from '../support/serve.js';
import { article, buildFiles, folderWith, now } from '../support/site-folder.js';

const test = suite('importing');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

type Item = Record<string, unknown> & { id: string; content_html: string };

function itemsIn(file: string): Item[] {
  return JSON.parse(readFileSync(file, 'utf8')).items;
}

/** Runs the command, in this process: what it loads takes longer than what it does. */
async function runImport(from: string, cwd: string): Promise<Ran> {
  const terminal = fakeTerminal({ cwd });
  const code = await importCommand.run({ from }, terminal);
  const { out, err } = terminal.printed;
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Imports something into an empty folder, and builds it. */
async function importAndBuild(from: string, url = 'https://priozerye.example/') {
  const cwd = folderWith({});
  const ran = await runImport(from, cwd);
  assert.is(ran.code, 0, ran.err);
  const report = await build({
    cwd,
    url,
    language: 'en',
    timezone: 'Asia/Tokyo',
    now,
    feeds: { languages: false },
  });
  assert.ok(report.ok, JSON.stringify(report.diagnostics, null, 1));
  return { cwd, ran, report, items: itemsIn(join(cwd, 'dist/feed.json')) };
}

const byId = (items: Item[]) => items.sort((a, b) => (a.id < b.id ? -1 : 1));
const words = (html: string) => textOf(html.replace(/></g, '> <')).replace(/\s+/g, ' ').trim();

for (const file of ['feed.json', 'atom.xml', 'rss.xml']) {
  test(`the sample, imported from ${file} and built again, has the same items`, async () => {
    // Items of one moment may stand in another order.
    const before = byId(itemsIn(join(dist, 'feed.json')));
    const items = byId((await importAndBuild(join(dist, file))).items);
    assert.equal(
      items.map(({ id }) => id),
      before.map(({ id }) => id),
    );
    for (const [index, item] of items.entries()) {
      const former = before[index];
      if (!former) throw new Error(`${item.id} is new`);
      for (const member of ['url', 'title', 'date_published', 'summary', 'tags', 'external_url']) {
        // Atom has titles of notes too.
        const isNote = member === 'title' && former.title === undefined && file === 'atom.xml';
        if (!isNote) assert.equal(item[member], former[member], `${member} of ${item.id}`);
      }
      assert.equal(item.date_modified, former.date_modified);
      const names = (authors: unknown) => (authors as { name: string }[]).map(({ name }) => name);
      assert.equal(names(item.authors), names(former.authors), `authors of ${item.id}`);
      const files = (of: Item) =>
        ((of.attachments ?? []) as Record<string, unknown>[]).map(({ url, mime_type, size_in_bytes }) => [
          url,
          mime_type,
          size_in_bytes,
        ]);
      assert.equal(files(item), files(former), `attachments of ${item.id}`);
      assert.is(words(item.content_html), words(former.content_html), `text of ${item.id}`);
      assert.is(item.language ?? 'en', former.language ?? 'en');
    }
  });
}

test('a feed on the web is followed through its archives, and nothing is overwritten', async () => {
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [`a${day}.md`, article({ title: `A ${day}`, date: `2021-09-0${day}` })]),
  );
  for (const file of ['feed.json', 'atom.xml', 'rss.xml']) {
    const served = folderWith({});
    const server = await serve(served);
    try {
      await buildFiles(files, { limit: 2, url: server.origin, out: served });
      const cwd = folderWith({ 'articles/2021/a3.md': 'mine' });
      const { importArticles } = await import('../../src/import/import-articles.js');
      const request = {
        from: `${server.origin}/${file}`,
        cwd,
        articles: join(cwd, 'articles'),
        language: 'en',
      };
      const { written, kept } = await importArticles(request);
      assert.equal([written.length, kept], [4, ['2021/a3.md']], file);
      assert.is(readFileSync(join(cwd, 'articles/2021/a3.md'), 'utf8'), 'mine');
    } finally {
      await server.close();
    }
  }
});

test('ids of other programs stay, letter by letter', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>G</title><link>https://g.example.org/</link>
<description>d</description>
<item><title>It&amp;#8217;s &lt;em&gt;here&lt;/em&gt;</title><link>https://g.example.org/post/</link><guid isPermaLink="false">5f3c9e</guid>
<pubDate>Thu, 02 Sep 2021 10:00:00 +0300</pubDate><description>&lt;p&gt;Full &lt;b&gt;text&lt;/b&gt;&lt;/p&gt;</description></item>
<item><title>Other</title><guid>HTTP://Example.org/%7Eid</guid><pubDate>Wed, 01 Sep 2021 10:00:00 GMT</pubDate></item>
</channel></rss>`;
  const { items, cwd } = await importAndBuild(
    join(folderWith({ 'rss.xml': rss }), 'rss.xml'),
    'https://g.example.org',
  );
  assert.equal(
    [items[0]?.id, items[0]?.url, items[0]?.title],
    ['5f3c9e', 'https://g.example.org/post/', 'It’s here'],
  );
  assert.match(items[0]?.content_html ?? '', '<p>Full <strong>text</strong></p>');
  assert.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), '<guid isPermaLink="false">5f3c9e</guid>');
  assert.match(readFileSync(join(cwd, 'dist/atom.xml'), 'utf8'), '<id>urn:feedwright:5f3c9e</id>');
});

const wxr = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>W</title><link>https://w.example.org</link><language>en-US</language>
<wp:author><wp:author_login><![CDATA[ann]]></wp:author_login><wp:author_email><![CDATA[ann@example.org]]></wp:author_email><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>
<item><title><![CDATA[AT&T & “you”]]></title><link>https://w.example.org/2021/09/02/att/</link><pubDate>Thu, 02 Sep 2021 10:00:00 +0000</pubDate>
<dc:creator><![CDATA[ann]]></dc:creator><guid isPermaLink="false">https://w.example.org/?p=7</guid><description></description>
<content:encoded><![CDATA[<!-- wp:paragraph -->
First *paragraph*
with a break.

[caption id="x" width="3"]<img src="https://w.example.org/a.png" alt="A" /> Words[/caption]

<!--more-->

<ul><li>one</li></ul>

https://youtu.be/abc

<pre>a

b</pre>]]></content:encoded><excerpt:encoded><![CDATA[In short]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date><![CDATA[2021-09-02 13:00:00]]></wp:post_date><wp:post_date_gmt><![CDATA[2021-09-02 10:00:00]]></wp:post_date_gmt><wp:post_modified_gmt><![CDATA[2021-09-03 10:00:00]]></wp:post_modified_gmt>
<wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type><wp:post_password><![CDATA[]]></wp:post_password>
<category domain="category" nicename="health"><![CDATA[Health & care]]></category><category domain="post_tag" nicename="t"><![CDATA[t]]></category>
<wp:postmeta><wp:meta_key><![CDATA[enclosure]]></wp:meta_key><wp:meta_value><![CDATA[https://w.example.org/a.mp3
123
audio/mpeg
]]></wp:meta_value></wp:postmeta></item>
<item><title>Draft</title><link>https://w.example.org/?p=8</link><dc:creator>ann</dc:creator><guid isPermaLink="false">https://w.example.org/?p=8</guid><content:encoded><![CDATA[x]]></content:encoded><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:post_date>2021-09-04 10:00:00</wp:post_date><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Page</title><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>Gone</title><wp:status>trash</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>`;

test('an export of WordPress', async () => {
  const { items, ran, cwd, report } = await importAndBuild(
    join(folderWith({ 'w.xml': wxr }), 'w.xml'),
    'https://w.example.org',
  );
  assert.match(ran.out, /2 articles written[\s\S]*1 left out: page\n1 left out: trash/);
  assert.equal(
    report.leftOut.map(({ reason }) => reason),
    ['draft'],
  );
  const [item] = items;
  if (!item) return assert.unreachable();
  assert.equal(
    [item.id, item.url, item.title, item.summary, item.date_published, item.date_modified],
    [
      'https://w.example.org/?p=7',
      'https://w.example.org/2021/09/02/att/',
      'AT&T & “you”',
      'In short',
      '2021-09-02T10:00:00Z',
      '2021-09-03T10:00:00Z',
    ],
  );
  assert.equal([item.tags, item.authors], [['Health & care', 't'], [{ name: 'Ann Lee' }]]);
  assert.equal(item.attachments, [
    { url: 'https://w.example.org/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 123 },
  ]);
  const markdown = readFileSync(join(cwd, 'articles/2021/att.md'), 'utf8');
  assert.match(markdown, 'First \\*paragraph\\*  \nwith a break.');
  assert.match(markdown, '<!--more-->');
  assert.match(item.content_html, '<figcaption>Words</figcaption>');
  assert.match(item.content_html, '<a href="https://youtu.be/abc">');
  assert.match(item.content_html, '<pre><code>a\n\nb');
  assert.not.match(item.content_html, /wp:|\[caption/);
});

test('galleries of WordPress become pictures; other shortcodes stay and are told, and the next step is, too', () => {
  const attachment = (id: number, parent: number, name: string, alt = '') =>
    `<item><title>${name}</title><wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://w.example.org/${name}</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>${alt}</wp:meta_value></wp:postmeta></item>`;
  const post = (id: number, text: string) =>
    `<item><title>Post ${id}</title><pubDate>Thu, 02 Sep 2021 10:00:00 +0000</pubDate><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
  const items = [
    attachment(1, 9, 'a.jpg', 'A &quot;ferry&quot;'),
    attachment(2, 8, 'b.png'),
    attachment(3, 8, 'sound.mp3'),
    post(8, 'Before\n\n[gallery]\n\nAfter [not a shortcode] and [contact-form-7 id="5" title="Form"]'),
    post(9, '[gallery columns="2" ids="2, 1,77"]'),
    post(10, '[gallery ids="77"]'),
  ];
  const cwd = folderWith({ 'w.xml': wxr.replace('</channel>', `${items.join('\n')}\n</channel>`) });
  const { out, code, err } = feedwright(['import', 'w.xml', '--articles', 'posts'], cwd);
  assert.is(code, 0, err);
  const read = (id: number) =>
    readFileSync(join(cwd, `posts/2021/post-${id}.md`), 'utf8').split('---\n\n')[1];
  assert.match(read(8) ?? '', 'Before\n\n![](https://w.example.org/b.png)\n\nAfter');
  assert.is(read(9), '![](https://w.example.org/b.png)\n\n![A "ferry"](https://w.example.org/a.jpg)\n');
  assert.match(out, '[contact-form-7] stays as text in 1 article, as nothing here can replace it');
  assert.match(out, '[gallery] stays as text in 1 article');
  assert.match(out, /Next: feedwright build posts --url https:\/\/w\.example\.org$/m);
});

test('galleries that are repeated without end stay as they are written', async () => {
  const pictures = Array.from(
    { length: 600 },
    (_, id) =>
      `<item><title>p</title><wp:post_id>${id}</wp:post_id><wp:post_parent>9000</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://w.example.org/${id}.jpg</wp:attachment_url></item>`,
  );
  const text = `${'[gallery]\n\n'.repeat(2000)}[gallery ids="${'1,'.repeat(20_000)}2"]`;
  const item = `<item><title>Post</title><pubDate>Thu, 02 Sep 2021 10:00:00 +0000</pubDate><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_id>9000</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
  const cwd = folderWith({ 'w.xml': wxr.replace('</channel>', `${pictures.join('')}${item}</channel>`) });
  const { code, err } = await runImport('w.xml', cwd);
  assert.is(code, 0, err);
  const written = readFileSync(join(cwd, 'articles/2021/post.md'), 'utf8');
  assert.is(written.match(/!\[\]\(/g)?.length, 602);
  assert.is(written.match(/\\\[gallery\\\]/g)?.length, 1999);
});

test('what is no feed is wrong usage, and writes nothing', () => {
  const cwd = folderWith({ 'a.xml': '<html></html>', 'b.txt': 'x' });
  for (const from of ['a.xml', 'b.txt', 'gone.xml', 'http://127.0.0.1:1/feed']) {
    const { code, err } = feedwright(['import', from], cwd);
    assert.is(code, 2, `${from}: ${err}`);
  }
  assert.is(feedwright(['import'], cwd).code, 2);
  assert.not.ok(existsSync(join(cwd, 'articles')));
  assert.equal(readdirSync(cwd).sort(), ['a.xml', 'b.txt']);
});

test('an item whose name no build would read gets another one', async () => {
  const names = ['readme', '_draft', 'con', '...', 'usual'];
  const items = names.map((name) => ({
    id: `urn:${name}`,
    url: `https://old.example/${name}`,
    title: name,
    content_text: 'x',
    date_published: '2021-09-02T00:00:00Z',
  }));
  const cwd = folderWith({
    'feed.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items }),
  });
  assert.is((await runImport('feed.json', cwd)).code, 0);
  const files = readdirSync(join(cwd, 'articles/2021')).sort();
  assert.is(files.length, names.length, files.join());
  assert.ok(files.includes('usual.md'));
  for (const file of files) assert.not.match(file, /^[_.]|^(readme|con)\.md$/);
});

test('posts of WordPress that are not public are never published', async () => {
  const post = (title: string, status: string, password = '') =>
    `<item><title>${title}</title><link>https://old.example/${title}/</link><guid>https://old.example/?p=${title}</guid><content:encoded><![CDATA[Text.]]></content:encoded><wp:post_date_gmt>2021-09-02 10:00:00</wp:post_date_gmt><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type><wp:post_password>${password}</wp:post_password></item>`;
  const posts = [
    post('open', 'publish'),
    post('locked', 'publish', 'secret'),
    post('private', 'private'),
    post('pending', 'pending'),
    post('draft', 'draft'),
  ];
  const cwd = folderWith({
    'export.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://old.example</link>${posts.join('')}</channel></rss>`,
  });
  assert.is((await runImport('export.xml', cwd)).code, 0);
  const { articles } = await build({ cwd, url: 'https://example.org', now, write: false });
  assert.equal(
    articles.map(({ title }) => title),
    ['open'],
  );
});

test('a link to nothing where an article would be stays as it is', async () => {
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'T' };
  const items = [{ id: '1', title: 'A', content_text: 'x', date_published: '2021-09-02T00:00:00Z' }];
  const cwd = folderWith({ 'feed.json': JSON.stringify({ ...feed, items }), 'articles/2021/x': '' });
  symlinkSync('../../outside.md', join(cwd, 'articles/2021/a.md'));
  const { code, out, err } = await runImport('feed.json', cwd);
  assert.is(code, 0, err);
  assert.match(out, '1 file left unchanged');
  assert.not.ok(existsSync(join(cwd, 'outside.md')));
  assert.equal(readdirSync(join(cwd, 'articles/2021')).sort(), ['a.md', 'x']);
});

test('shortcodes of WordPress that are long, odd or never closed are no trouble', () => {
  const long = 'x'.repeat(10_000_000);
  assert.is(wordpressHtml(`[caption id="a"]${long}`), `<p>[caption id="a"]${long}</p>`);
  const caption = '[caption id="a"]<a href="/b"><img src="b.png" alt="a < b"></a> The <b>words</b>[/caption]';
  assert.is(
    wordpressHtml(caption),
    '<figure><a href="/b"><img src="b.png" alt="a < b"></a><figcaption> The <b>words</b></figcaption></figure>',
  );
  assert.is(wordpressHtml('<script>a = "<script";\n\nb</script>'), '<script>a = "<script";\n\nb</script>');
  assert.is(wordpressHtml('A\n\n<!-- wp:paragraph {"a":1} -->B<!-- /wp:paragraph -->'), '<p>A</p>\n<p>B</p>');
});

/** The front matter of each article that an RSS feed with these items becomes, by its file. */
async function importRss(items: string, channel = ''): Promise<Record<string, Record<string, unknown>>> {
  const rss = `<rss version="2.0"><channel><title>T</title><link>https://example.org/blog/</link>${channel}${items}</channel></rss>`;
  const cwd = folderWith({ 'feed.xml': rss });
  const { code, err } = await runImport('feed.xml', cwd);
  assert.is(code, 0, err);
  const folder = join(cwd, 'articles');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  return Object.fromEntries(
    paths.sort().map((path) => [path, matter(readFileSync(join(folder, path), 'utf8')).data]),
  );
}

const item = (more: string, title = 'A') =>
  `<item><title>${title}</title><pubDate>Thu, 02 Sep 2021 00:00:00 GMT</pubDate>${more}</item>`;

test('an item that is there twice is imported once, and two of one name get names of their own', async () => {
  const twice = '<guid isPermaLink="false">x</guid>';
  assert.equal(Object.keys(await importRss(item(twice) + item(twice))), ['2021/a.md']);
  const three = [1, 2, 3].map((id) => item(`<guid isPermaLink="false">${id}</guid>`)).join('');
  assert.equal(Object.keys(await importRss(three)), ['2021/a-2.md', '2021/a-3.md', '2021/a.md']);
  const clash = ['a-2', 'a', 'a', 'a'].map((name, id) =>
    item(`<guid isPermaLink="false">${id}</guid>`, name),
  );
  assert.equal(Object.keys(await importRss(clash.join(''))), [
    '2021/a-2.md',
    '2021/a-3.md',
    '2021/a-4.md',
    '2021/a.md',
  ]);
});

test('a page on the site keeps its path, one elsewhere is what the item is about', async () => {
  const [own] = Object.values(await importRss(item('<link>https://example.org/blog/2021/a.html?x=1</link>')));
  assert.equal([own?.permalink, own?.link], ['/2021/a.html?x=1', undefined]);
  const [other] = Object.values(await importRss(item('<link>https://elsewhere.example/a</link>')));
  assert.equal([other?.permalink, other?.link], [undefined, 'https://elsewhere.example/a']);
});

test('a guid is an address only where it says so', async () => {
  const guid = (attribute: string) => item(`<guid${attribute}>https://example.org/blog/a/</guid>`);
  const [yes] = Object.values(await importRss(guid('')));
  assert.equal([yes?.permalink, yes?.guid], ['/a/', 'https://example.org/blog/a/']);
  const [no] = Object.values(await importRss(guid(' isPermaLink="false"')));
  assert.equal([no?.permalink, no?.guid], [undefined, 'https://example.org/blog/a/']);
});

/** Imports items of a JSON Feed; what was printed, and the files that are there then. */
async function importJson(
  items: object[],
  folder = folderWith({}),
): Promise<{ out: string; err: string; files: string[] }> {
  const all = items.map((each, index) => ({
    id: String(index),
    date_published: '2021-09-02T00:00:00Z',
    ...each,
  }));
  writeFileSync(
    join(folder, 'feed.json'),
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: all }),
  );
  const { code, out, err } = await runImport('feed.json', folder);
  assert.is(code, 0, err);
  const articles = join(folder, 'articles');
  const files = existsSync(articles) ? readdirSync(articles, { recursive: true, encoding: 'utf8' }) : [];
  return { out, err, files: files.filter((path) => path.endsWith('.md')).sort() };
}

test('an item that cannot be read is left out and reported, and the others are imported', async () => {
  for (const html of [
    `${'<blockquote>'.repeat(3000)}x`,
    `${'<b>'.repeat(5000)}x`,
    `${'<div>'.repeat(20_000)}x`,
    `<table>${'<tr><td>x'.repeat(20_000)}`,
  ]) {
    const { out, files } = await importJson([
      { title: 'Bad', content_html: html },
      { title: 'Good', content_text: 'x' },
    ]);
    assert.match(out, /1 left out: its (?:elements stand in each other too deeply|text takes too long)/);
    assert.equal(files, ['2021/good.md']);
  }
});

test('whatever language an item says, its article is built', async () => {
  const languages = ['_drafts', 'node_modules', 'nul', 'con.txt', '../../x', 'x'.repeat(400)];
  const cwd = folderWith({});
  const items = languages.map((language, index) => ({ title: `T${index}`, content_text: 'x', language }));
  const { files } = await importJson(items, cwd);
  assert.is(files.length, languages.length);
  for (const file of files) assert.type(outputPath(file), 'string', file);
  const { code, out, err } = feedwright(['build', '--url', 'https://example.org'], cwd);
  assert.is(code, 0, err);
  assert.match(out, `${languages.length} articles published`);
  const russian = await importJson([{ title: 'T', content_text: 'x', language: 'ru' }]);
  assert.equal(russian.files, ['ru/2021/t.md']);
});

test('nothing is written behind a link that leads out of the articles', async () => {
  const top = folderWith({ 'outside/x': '', 'site/articles/y': '' });
  symlinkSync('../../outside', join(top, 'site/articles/2021'));
  const { out } = await importJson([{ title: 'T', content_text: 'x' }], join(top, 'site'));
  assert.match(out, '1 left out: a link leads out of the folder of articles');
  assert.equal(readdirSync(join(top, 'outside')), ['x']);
});

test('thousands of items of one name get names of their own', async () => {
  const items = Array.from({ length: 4000 }, () => ({ title: 'Same', content_text: 'x' }));
  const { files } = await importJson(items);
  assert.is(new Set(files).size, items.length);
});

test('a feed in a folder is followed through its archives beside it', async () => {
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [`a${day}.md`, article({ title: `A ${day}`, date: `2021-09-0${day}` })]),
  );
  for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
    const { site } = await buildFiles(files, { limit: 2, url: 'https://gone.example/' });
    const cwd = folderWith({});
    const { code, out, err } = await runImport(join(site.out, name), cwd);
    assert.is(code, 0, err);
    assert.match(out, '5 articles written', name);
  }
});

test.run();
