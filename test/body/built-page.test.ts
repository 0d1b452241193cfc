import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bodyOfPage } from '../../src/body/built-page.js';
import { build } from '../../src/index.js';
import { TooDeep } from '../../src/text/too-deep.js';
import { png } from '../support/png.js';
import { itemsOf } from '../support/published.js';
import { article, folderWith, now } from '../support/site-folder.js';

const test = suite('pages of built sites');

const page = (body: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;

test('the text stands where its element says so', () => {
  for (const around of [
    (text: string) => `<nav>menu</nav><main>more<article>${text}</article></main><footer>end</footer>`,
    (text: string) => `<article><h2>other</h2><div itemprop="articleBody">${text}</div></article>`,
    (text: string) => `<article>long long text<div class="post e-content">${text}</div></article>`,
    (text: string) => `<main>${text}</main>`,
    (text: string) => `<article><header><h1>Title</h1></header><div class="markdown">${text}</div></article>`,
    (text: string) => `<article>card</article><article>${text} and so on</article>`,
  ]) {
    const found = bodyOfPage(page(around('<p>The text</p>')), 'Title') ?? '';
    assert.match(found, /^<p>The text<\/p>/, around('…'));
  }
  assert.is(bodyOfPage(page('<div id="x"><p>a</p></div><main>b</main>'), 'T', '#x'), '<p>a</p>');
  assert.is(bodyOfPage(page('<div>a</div>'), 'T'), undefined);
  assert.is(bodyOfPage(page('<main> <nav>a</nav> </main>'), 'T'), '');
});

test('what is around and inside of it, and is no part of it, goes', () => {
  const text = [
    '<header><h1>The title</h1><time>2021</time></header>',
    '<h2 id="a">A <a class="headerlink" href="#a">¶</a></h2>',
    '<div class="toc"><a href="#a">A</a></div><nav>n</nav><script>s</script>',
    '<blockquote><p>q</p><footer>who</footer></blockquote>',
    '<pre><code>c</code></pre><button class="copy">Copy</button>',
    '<div class="share-buttons">s</div><section class="comments">c</section>',
    '<p>end</p><footer>tags</footer>',
  ];
  const wanted =
    '<h2 id="a">A </h2><blockquote><p>q</p><footer>who</footer></blockquote><pre><code>c</code></pre><p>end</p>';
  assert.is(bodyOfPage(page(`<article>${text.join('')}</article>`), 'The  Title'), wanted);
});

test('the title stands once, with its mark or without', () => {
  const first = (heading: string) => bodyOfPage(page(`<main>${heading}<p>a</p></main>`), 'A & B');
  assert.is(first('<h1>A &amp; B</h1>'), '<p>a</p>');
  assert.is(first('<h1 id="x">a &amp; b <a class="header-anchor" href="#x">#</a></h1>'), '<p>a</p>');
  assert.is(first('<h1>Other</h1>'), '<h1>Other</h1><p>a</p>');
});

test('numbers of lines are no code', () => {
  const highlighted =
    '<figure class="highlight"><table><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a\nb</pre></td></tr></table></figure>';
  assert.is(
    bodyOfPage(page(`<main>${highlighted}</main>`), 'T'),
    '<figure class="highlight"><pre>a\nb</pre></figure>',
  );
});

test('what is nested too deeply is refused', () => {
  assert.throws(
    () => bodyOfPage(page(`<main>${'<div>'.repeat(5000)}x</main>`), 'T'),
    (error: unknown) => error instanceof TooDeep,
  );
});

const built = {
  'articles/a.md': article({ title: 'A', date: '2021-09-02' }, 'Source of A with {{ shortcode }}.\n'),
  'articles/b.md': article({ title: 'B', date: '2021-09-01' }, 'Source of B.\n'),
  'articles/c.md': article({ title: 'C', date: '2021-08-31', summary: 'Own & short' }, 'Source of C.\n'),
  '_site/a/index.html': page(
    '<main><h1>A</h1><p>Built <a href="../b/">b</a> <img src="/_assets/p.1f2e.png" alt="P" onerror="x()"></p><script>x()</script></main>',
  ),
  'articles/d.md': article({ title: 'D', date: '2021-08-30', summary: 'Of D' }, ''),
  '_site/c.html': page('<main><h1>C</h1></main>'),
  '_site/d/index.html': page('<main><h1>D</h1></main>'),
  '_site/_assets/p.1f2e.png': png(4, 3),
};

test('bodies are those of the pages, safe and absolute, with the sizes of pictures', async () => {
  const cwd = folderWith(built);
  const report = await build({
    cwd,
    url: 'https://example.org/x/',
    rendered: '_site',
    now,
    write: true,
    cache: false,
  });
  assert.ok(report.ok);
  const bodies = new Map(itemsOf(report).map(({ title, content_html }) => [title, content_html]));
  assert.is(
    bodies.get('A'),
    '<p>Built <a href="https://example.org/x/b/">b</a> <img src="https://example.org/_assets/p.1f2e.png" alt="P" /></p>',
  );
  const atTop = await build({ cwd, url: 'https://example.org', rendered: '_site', now, cache: false });
  assert.match(
    String(itemsOf(atTop)[0]?.content_html),
    '<img width="4" height="3" src="https://example.org/_assets/p.1f2e.png"',
  );
  assert.is(bodies.get('B'), '<p>Source of B.</p>');
  assert.is(bodies.get('C'), '<p>Own &amp; short</p>');
  assert.is(bodies.get('D'), undefined);
  assert.equal(
    report.diagnostics.map(({ code, file, message }) => `${code} ${file} ${/no page/.test(message)}`),
    ['FW048 b.md true', 'FW048 c.md false'],
  );
  assert.equal(
    report.files.filter(({ mediaType }) => mediaType === 'text/html'),
    [],
  );
});

test('a page that changed changes its item, though the article did not', async () => {
  const cwd = folderWith(built);
  const { writeFileSync } = await import('node:fs');
  const again = () => build({ cwd, url: 'https://example.org', rendered: '_site', now });
  await again();
  writeFileSync(`${cwd}/_site/b.html`, page('<main><p>Now there</p></main>'));
  assert.is(itemsOf(await again()).find(({ title }) => title === 'B')?.content_html, '<p>Now there</p>');
});

test('a built site that is not there is wrong usage, and links that lead out of it are not followed', async () => {
  const { symlinkSync } = await import('node:fs');
  const cwd = folderWith({ ...built, 'secret.html': page('<main>secret</main>') });
  symlinkSync('../secret.html', `${cwd}/_site/b.html`);
  const report = await build({ cwd, url: 'https://example.org', rendered: '_site', now, write: false });
  assert.not.match(JSON.stringify(report.diagnostics), /secret/);
  assert.ok(report.diagnostics.some(({ code, file }) => code === 'FW048' && file === 'b.md'));
  try {
    await build({ cwd, url: 'https://example.org', rendered: 'nosuch', now, write: false });
    assert.unreachable();
  } catch (error) {
    assert.match(JSON.stringify(error), /there is no folder/);
  }
});

test.run();
