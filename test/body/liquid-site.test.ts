/** Liquid with the includes and the data of a site, as Jekyll ("Includes", "Data Files") and Eleventy ("Data") have them. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { itemsOf } from '../support/published.js';
import { article, folderWith, now } from '../support/site-folder.js';

const test = suite('Liquid of sites');
const url = 'https://example.org/base/';

async function bodies(cwd: string, cache = false) {
  const report = await build({ cwd, url, now, cache });
  const byTitle = new Map(itemsOf(report).map(({ title, content_html }) => [title, String(content_html)]));
  return { report, byTitle };
}

const jekyll = (body: string, more: Record<string, string> = {}) =>
  folderWith({
    '_config.yml': 'title: Town\nowner:\n  name: Ann\n',
    '_data/ferries.yml': '- name: Anna\n  seats: 10\n- name: Bert\n  seats: 20\n',
    '_data/prices/2021.json': '{"adult": 3.5}',
    '_includes/box.html':
      '---\nx: 1\n---\n<div>{{ include.text }} of {{ page.title }}{% include sub/inner.html %}</div>',
    '_includes/sub/inner.html': '!',
    '_posts/2021-09-02-a.md': article({ title: 'A' }, body),
    ...more,
  });

test('data, settings, loops, conditions and includes of Jekyll', async () => {
  const cwd = jekyll(
    [
      '{% assign big = site.data.ferries | where: "name", "Bert" | first %}{{ big.seats }} {{ site.owner.name }}',
      '{% for f in site.data.ferries %}{% if f.seats > 15 %}[{{ f.name }}]({{ "/f/" | append: f.name | downcase | relative_url }}){% endif %}{% endfor %}',
      '{% include box.html text="Box" %} {{ site.data.prices["2021"].adult }} {{ site.baseurl }} {{ page.url }}',
      '{{ "now" | date: "%Y" }} {{ page.date | date_to_string }} {{ nothing }}{{ site.time | date: "%Y" }}',
    ].join('\n\n'),
  );
  const { report, byTitle } = await bodies(cwd);
  assert.equal(report.diagnostics, []);
  assert.is(
    byTitle.get('A'),
    '<p>20 Ann</p>\n<p><a href="https://example.org/base/f/bert">Bert</a></p>\n<div>Box of A!</div> 3.5 /base /2021/09/02/a.html<p>2021 02 Sep 2021 2021</p>',
  );
});

test('what changes in the data or in an include changes the bodies that use it, with a warm cache', async () => {
  const cwd = jekyll('{{ site.data.ferries[0].name }} {% include sub/inner.html %}');
  assert.is((await bodies(cwd, true)).byTitle.get('A'), '<p>Anna !</p>');
  writeFileSync(join(cwd, '_data/ferries.yml'), '- name: Clara\n');
  assert.is((await bodies(cwd, true)).byTitle.get('A'), '<p>Clara !</p>');
  writeFileSync(join(cwd, '_includes/sub/inner.html'), '?');
  assert.is((await bodies(cwd, true)).byTitle.get('A'), '<p>Clara ?</p>');
  writeFileSync(
    join(cwd, '_posts/2021-09-02-a.md'),
    article({ title: 'A' }, '{{ site.data.new.a }} {{ site.data.more.b }}.'),
  );
  assert.is((await bodies(cwd, true)).byTitle.get('A'), '<p> .</p>');
  writeFileSync(join(cwd, '_data/new.yml'), 'a: 1\n');
  assert.is((await bodies(cwd, true)).byTitle.get('A'), '<p>1 .</p>');
  writeFileSync(join(cwd, '_data/prices/more.yml'), 'a: 1\n');
  assert.is((await bodies(cwd, true)).byTitle.get('A'), '<p>1 .</p>');
});

test('a body is the same whatever other articles and includes have', async () => {
  const b = {
    '_posts/2021-09-01-b.md': article({ title: 'B' }, 'B {{ page.title }} {% include odd.html %}'),
  };
  const odd = { '_includes/odd.html': 'INC {% foo %} END' };
  const alone = (await bodies(jekyll('A', { ...b, ...odd }))).byTitle.get('B');
  const beside = (await bodies(jekyll('A {% foo %}', { ...b, ...odd }))).byTitle.get('B');
  assert.is(beside, alone);
  assert.match(alone ?? '', '<p>B B INC  END</p>');
});

test('neither the clock nor chance is in a body', async () => {
  const cwd = jekyll(
    '{{ "now" | date_to_xmlschema }} {{ "today" | date: "%Y" }} {{ site.data.ferries | sample | map: "name" }}',
  );
  assert.match((await bodies(cwd)).byTitle.get('A') ?? '', /^<p>2021-09-02T.* 2021 Anna<\/p>$/);
});

test('templates read nothing but their includes and data', async () => {
  const cwd = jekyll('a {% include ../secret.txt %}{% include link.html %}{% render "../secret.txt" %} b', {
    'secret.txt': 'SECRET',
  });
  symlinkSync('../secret.txt', join(cwd, '_includes/link.html'));
  symlinkSync('../secret.txt', join(cwd, '_data/secret.yml'));
  const { byTitle } = await bodies(cwd);
  assert.not.match(byTitle.get('A') ?? '', 'SECRET');
  const elsewhere = folderWith({ 's.txt': 'SECRET' });
  const linked = folderWith({
    '_config.yml': '',
    '_posts/2021-09-02-a.md': article({ title: 'A' }, 'a {% include s.txt %}'),
  });
  symlinkSync(elsewhere, join(linked, '_includes'));
  assert.not.match((await bodies(linked)).byTitle.get('A') ?? '', 'SECRET');
  const named = folderWith({
    '_config.yml': `includes_dir: ../${elsewhere.split('/').at(-1)}\n`,
    '_posts/2021-09-02-a.md': article({ title: 'A' }, 'a {% include s.txt %}'),
  });
  assert.not.match((await bodies(named)).byTitle.get('A') ?? '', 'SECRET');
});

test('a body that lost something ends with a link to its page', async () => {
  const cwd = jekyll('Before {% gallery x %} after.\n', {
    '_posts/2021-09-01-b.md': article({ title: 'B' }, 'All of it.'),
  });
  const { report, byTitle } = await bodies(cwd);
  assert.is(
    byTitle.get('A'),
    '<p>Before  after.</p>\n<p><a href="https://example.org/base/2021/09/02/a.html">Part of this article is only available on the website</a></p>',
  );
  assert.is(byTitle.get('B'), '<p>All of it.</p>');
  assert.equal(
    report.diagnostics.map(({ code, message }) => [code, /"gallery"/.test(message)]),
    [['FW043', true]],
  );
});

test('templates that go on for ever, or make too much, are an error of their article', async () => {
  const loop = '{% for a in (1..100000000) %}{% for b in (1..100000000) %}x{% endfor %}{% endfor %}';
  const cwd = jekyll(loop, { '_posts/2021-09-01-b.md': article({ title: 'B' }, 'All of it.') });
  const { report, byTitle } = await bodies(cwd);
  assert.equal(
    report.diagnostics.map(({ code }) => code),
    ['FW035'],
  );
  assert.equal([...byTitle.keys()], ['B']);
});

test('kramdown: attribute lists, extensions, the end of a block', async () => {
  const cwd = jekyll(
    '{: .lead}\n# Title {: #top}\n\n* toc\n{:toc}\n\n![a](/a.png){: width="70"\n.x} and [b](/b){:target="_blank"} *c*{: .x}\n{: .note}\n\n{::comment}\ngone\n{:/comment}\n\n* one\n^\n* two\n\n`{: x}` ({:a => 1})\n\n####\n',
  );
  assert.is(
    (await bodies(cwd)).byTitle.get('A')?.replace(/\s*\n\s*/g, ''),
    '<h1 id="top">Title</h1><p><img src="https://example.org/a.png" alt="a" /> and <a href="https://example.org/b" target="_blank">b</a> <em>c</em></p><ul><li>one</li></ul><ul><li>two</li></ul><p><code>{: x}</code> ({:a =&gt; 1})</p><p>####</p>'.replace(
      ' target="_blank"',
      '',
    ),
  );
});

test('Eleventy: the data and the fields of an article stand at the top; what a program would give is told', async () => {
  const cwd = folderWith({
    'eleventy.config.js': 'export default {};\n',
    '_data/town.json': '{"name": "Innopolis"}',
    'a.md': article(
      { title: 'A', date: '2021-09-02', colour: 'red' },
      '{{ title }} {{ colour }} {{ town.name }} {{ page.url }}\n',
    ),
    'b.md': article({ title: 'B', date: '2021-09-01' }, '{{ computed.thing }} {% image "a.png", "Alt" %}\n'),
  });
  const { report, byTitle } = await bodies(cwd);
  assert.is(byTitle.get('A'), '<p>A red Innopolis /a/</p>');
  assert.equal(
    report.diagnostics.map(({ code, file, message }) => [code, file, /computed\.thing/.test(message)]),
    [['FW043', 'b.md', true]],
  );
});

test('links between notes of Obsidian, and marks of tables of contents', async () => {
  const cwd = folderWith({
    'articles/first-note.md': article({ title: 'F', date: '2021-09-01' }, '[TOC]\n\nText.\n\n[[toc]]\n'),
    'articles/second.md': article(
      { title: 'S', date: '2021-09-02' },
      '[[first-note]] [[first-note#A Part|there]] [[nowhere|gone]] ![[p.png]] `[[first-note]]` if [[ -f x ]]; then\n',
    ),
  });
  const { byTitle } = await bodies(cwd);
  assert.is(byTitle.get('F'), '<p>Text.</p>');
  assert.is(
    byTitle.get('S'),
    '<p><a href="https://example.org/base/first-note/">first-note</a> <a href="https://example.org/base/first-note/#a-part">there</a> gone <img src="https://example.org/base/second/p.png" alt="" /> <code>[[first-note]]</code> if [[ -f x ]]; then</p>',
  );
});

test.run();
