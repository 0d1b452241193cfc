/**
 * Tools by their own documentation: Pelican "Writing content", MkDocs Material "Built-in blog plugin", Nuxt Content
 * "Collections", gatsby-source-filesystem `createFilePath`, Quarto "Websites", and what sites of Astro say of collections.
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: settings of these tools are programs, which are read and not run.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { itemsOf } from '../support/published.js';
import { article, folderWith, now } from '../support/site-folder.js';

const test = suite('further tools');
const url = 'https://example.org';

async function publish(files: Record<string, string>, request: object = {}) {
  const report = await build({ cwd: folderWith(files), url, now, write: false, ...request });
  const made = report.articles.map(({ url: own, title }) => `${own.slice(url.length)} ${title}`).sort();
  return { report, made, tool: report.site.recognised.dialect.name };
}

const dated = (fields: object = {}, body?: string) =>
  article({ title: 'A title', date: '2021-09-02', ...fields }, body);

test('Pelican: headers without a fence, categories by folder, ARTICLE_URL, drafts and what is not read', async () => {
  const files = {
    'pelicanconf.py':
      "SITENAME = 'Town'\n# SITEURL = 'https://old.example'\nTIMEZONE = 'Europe/Paris'\nARTICLE_URL = '{category}/{date:%Y}/{slug}/'\nAUTHOR = \"Ann\"\n",
    'content/Health news/first.md':
      'Title: Приём & more\nDate: 2021-09-02 10:00\nModified: 2021-09-03\nTags: a, b\nSummary: Short\n    and long\n\nText of it.\n',
    'content/draft.md': 'Title: D\nDate: 2021-09-02\nStatus: draft\n\nx\n',
    'content/hidden.md': 'Title: H\nDate: 2021-09-02\nStatus: hidden\n\nx\n',
    'content/pages/about.md': 'Title: About\nDate: 2021-09-02\n\nx\n',
    'content/second.rst': 'Second\n######\n:date: 2021-09-02\n',
  };
  const { report, made, tool } = await publish(files);
  assert.equal([tool, report.site.title, report.site.author], ['pelican', 'Town', { name: 'Ann' }]);
  assert.equal(made, ['/health-news/2021/priyom-more/ Приём & more']);
  const [first] = report.articles;
  assert.equal(
    [first?.tags, first?.summary, first?.date.toISOString()],
    [['a', 'b'], 'Short and long', '2021-09-02T08:00:00.000Z'],
  );
  assert.equal(report.leftOut.map(({ file, reason }) => `${file}: ${reason}`).sort(), [
    'content/draft.md: draft',
    'content/hidden.md: not an article',
    'content/pages/about.md: not an article',
    'content/second.rst: format not read',
  ]);
});

test('Pelican: a folder of its articles alone, and the usual address', async () => {
  const { made, tool } = await publish({ 'content/a.md': 'Title: One day\nDate: 2021-09-02\n\nText.\n' });
  assert.equal([tool, made], ['pelican', ['/one-day.html One day']]);
});

test('Material for MkDocs: dates in addresses, slugs of titles, authors, groups of dates, its Markdown', async () => {
  const files = {
    'mkdocs.yml':
      'site_name: Docs\nsite_url: https://d.example/\nplugins:\n  - search\n  - blog:\n      blog_dir: news\nmarkdown_extensions:\n  - emoji: !!python/name:x.y\n',
    'docs/news/.authors.yml': 'authors:\n  ann:\n    name: Ann Lee\n    avatar: https://a.example/p.png\n',
    'docs/news/posts/first.md':
      '---\ndate:\n  created: 2021-09-02\n  updated: 2021-09-05\nauthors: [ann]\ncategories: [General]\n---\n\n# The *first* post: 1.0!\n\nBegin\n\n<!-- more -->\n\n!!! note "Mind"\n    Inner *text*\n\n    - list\n\n??? tip\n    Folded\n\n++ctrl+c++ :material-check: ==marked== [b](x.md){ .button }\n',
    'docs/index.md': '# Not a post',
  };
  const { report, made, tool } = await publish(files);
  assert.equal([tool, report.site.title], ['mkdocs', 'Docs']);
  assert.equal(made, ['/news/2021/09/02/the-first-post-10/ The first post: 1.0!']);
  const [first] = report.articles;
  assert.equal(
    [first?.authors[0]?.name, first?.updated?.toISOString().slice(0, 10)],
    ['Ann Lee', '2021-09-05'],
  );
  const [item] = itemsOf((await publish(files, { write: true, cache: false })).report);
  assert.is(
    String(item?.content_html).replace(/>\s+</g, '><'),
    '<p>Begin</p><aside><p><strong>Mind</strong></p><p>Inner <em>text</em></p><ul><li>list</li></ul></aside><details><summary>Tip</summary><p>Folded</p></details><p><kbd>Ctrl</kbd>+<kbd>C</kbd><mark>marked</mark><a href="https://example.org/news/posts/x/">b</a></p>',
  );
});

test('Nuxt Content: numbers before names, avatars in groups, components', async () => {
  const files = {
    'nuxt.config.ts': "export default defineNuxtConfig({ site: { url: 'http://localhost:3000' } })\n",
    'content/2.blog/10.first.md': article(
      {
        title: 'F',
        date: '2021-09-02',
        authors: [{ name: 'Ann', avatar: { src: 'https://a.example/p.png' }, to: 'https://a.example' }],
      },
      '::note\n---\nicon: x\n---\nMind **this**\n::\n\n:icon{name="x"} ::read-more{to="/docs/x" title="Docs"}\n\n::read-more{to="/docs/x" title="Docs"}\n::\n\n:tada:\n',
    ),
    'content/index.md': '# Home',
  };
  const { report, made, tool } = await publish(files, { write: true, cache: false });
  assert.equal([tool, made], ['nuxt', ['/blog/first F']]);
  assert.equal(report.articles[0]?.authors, [
    { name: 'Ann', url: 'https://a.example', avatar: 'https://a.example/p.png' },
  ]);
  const html = String(itemsOf(report)[0]?.content_html);
  assert.match(
    html,
    /<aside>\s*<p><strong>Note<\/strong><\/p>\s*<p>Mind <strong>this<\/strong><\/p>\s*<\/aside>/,
  );
  assert.match(html, '<a href="https://example.org/docs/x">Docs</a>');
  assert.match(html, '🎉');
});

test('Gatsby: the folders of its sources, paths and slugs', async () => {
  const files = {
    'gatsby-config.js':
      "module.exports = { siteMetadata: { title: 'G', siteUrl: `https://g.example` }, plugins: [{ resolve: 'x', options: { path: `${__dirname}/content/blog`, name: `blog` } }, { options: { path: path.join(__dirname, 'notes') } }] };\n",
    'content/blog/hello-world/index.md': dated(),
    'content/blog/2021-09-02-dated.md': dated(),
    'content/other/x.md': dated(),
    'notes/slugged.md': dated({ slug: '/own/' }),
    '_posts/2021-01-01-x.md': dated(),
  };
  const { report, made, tool } = await publish(files);
  assert.equal([tool, report.site.title], ['gatsby', 'G']);
  assert.equal(made, ['/2021-09-02-dated/ A title', '/hello-world/ A title', '/own/ A title']);
});

test('Quarto: documents in .qmd, data of folders, callouts, spans and its output left alone', async () => {
  const files = {
    '_quarto.yml': 'project:\n  output-dir: public\nwebsite:\n  title: Q\n  site-url: https://q.example\n',
    'posts/_metadata.yml': 'author: Ann\n',
    'posts/first/index.qmd': dated(
      { categories: ['a', 'b'], 'date-modified': '2021-09-03' },
      '::: {.callout-tip}\nMind\n:::\n\n[text]{.small} ![](p.png){width=50%}\n\n```{r}\nx <- 1\n```\n',
    ),
    'posts/second.md': dated(),
    'public/posts/second.html': '<p>x</p>',
    'index.qmd': '---\ntitle: Home\n---\n',
  };
  const { report, made, tool } = await publish(files, { write: true, cache: false });
  assert.equal([tool, report.site.title], ['quarto', 'Q']);
  assert.equal(made, ['/posts/first/ A title', '/posts/second.html A title']);
  const first = report.articles.find(({ source }) => source.path.endsWith('.qmd'));
  assert.equal([first?.tags, first?.authors[0]?.name], [['a', 'b'], 'Ann']);
  const html = String(itemsOf(report).find(({ url: own }) => own === `${url}/posts/first/`)?.content_html);
  assert.match(html, '<strong>Tip</strong>');
  assert.match(html, '<p>text <img src="https://example.org/posts/first/p.png" alt="" /></p>');
  assert.match(html, 'x &lt;- 1');
});

test('go.dev\'s blog: authors in "by", pictures by its templates', async () => {
  const files = {
    '_content/blog/first.md': dated(
      { by: ['Ann', 'Bob'] },
      '{{image "first/a.png" 400}}\n\n{{raw `<b>x</b>`}}\n',
    ),
    '_content/blog/old.article': 'Old\n',
  };
  const { report, made, tool } = await publish(files, { write: true, cache: false });
  assert.equal([tool, made], ['godev', ['/blog/first A title']]);
  assert.equal(
    report.articles[0]?.authors.map(({ name }) => name),
    ['Ann', 'Bob'],
  );
  const html = String(itemsOf(report)[0]?.content_html);
  assert.match(html, '<img src="https://example.org/blog/first/a.png"');
  assert.match(html, '<b>x</b>');
});

test('Astro: collections in folders of their own, at the addresses of its pages; Starlight', async () => {
  const files = {
    'astro.config.mjs': "export default defineConfig({ site: 'https://a.example' })\n",
    'src/content.config.ts':
      "const blog = defineCollection({ loader: glob({ pattern: '**/[^_]*.md', base: './posts' }) });\nconst news = defineCollection({ loader: glob({ base: 'src/data/news', pattern: '*' }) });\nexport const collections = { blog, updates: news };\n",
    'src/pages/writing/[...slug].astro': "const posts = await getCollection('blog');\n",
    'src/pages/tags/[tag].astro': "const posts = await getCollection('updates');\n",
    'posts/First One.md': dated(),
    'src/data/news/second.md': dated(),
    'posts/_draft.md': dated(),
  };
  assert.equal((await publish(files)).made, ['/updates/second/ A title', '/writing/first-one/ A title']);
  const starlight = {
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'S' })] })\n",
    'src/content/docs/blog/x.md': dated(),
    'src/content/docs/ru/blog/x.md': dated(),
  };
  const { report, made } = await publish(starlight);
  assert.equal(made, ['/blog/x/ A title', '/ru/blog/x/ A title']);
  assert.equal(report.articles.map(({ language }) => language).sort(), ['en', 'ru']);
});

test('Eleventy: a file called like its folder, the title of the site in its data, front matter that is a program', async () => {
  const files = {
    'eleventy.config.js': 'export default function (config) { config.setInputDirectory("content"); }\n',
    'content/_data/metadata.json': JSON.stringify({ title: 'E', language: 'ru', author: { name: 'Ann' } }),
    'content/blog/x/x.md': dated(),
    'content/blog/y/index.md': dated(),
    'content/blog/z/z/index.md': dated(),
    'content/blog/program.md': '---js\nconst title = "x";\n---\nText\n',
  };
  const { report, made } = await publish(files);
  assert.equal(
    [report.ok, report.site.title, report.site.language, report.site.author],
    [true, 'E', 'ru', { name: 'Ann' }],
  );
  assert.equal(made, ['/blog/x/ A title', '/blog/y/ A title', '/blog/z/z/ A title']);
  assert.equal(report.leftOut, [{ file: 'content/blog/program.md', reason: 'invalid' }]);
});

test('Eleventy: the language of templates in Markdown is what the settings say', async () => {
  const shown = async (engine: string) => {
    const settings = engine ? `{ markdownTemplateEngine: ${engine} }` : '{}';
    const files = {
      'eleventy.config.js': `export default function () { return ${settings}; }\n`,
      'a.md': dated({}, '{% set x = 1 %}{% assign y = 2 %}{{ title | upper }}{{ title | upcase }}\n'),
    };
    const { report } = await publish(files, { write: true });
    return itemsOf(report)[0]?.content_html;
  };
  const [njk, nunjucks, liquid, usual] = await Promise.all(
    ['"njk"', '"nunjucks"', '"liquid"', ''].map(shown),
  );
  assert.is(nunjucks, njk);
  assert.is(usual, liquid);
  assert.is.not(njk, liquid);
});

test('Hugo: a file of settings for each language, files to ignore, the default language in a folder', async () => {
  const files = {
    'config/_default/hugo.toml':
      "baseURL = 'https://h.example'\ndefaultContentLanguage = 'en'\ndefaultContentLanguageInSubdir = true\nignoreFiles = ['\\.knit\\.md$', '[']\n",
    'config/_default/languages.en.toml': "contentDir = 'content/en'\ntitle = 'News'\n",
    'config/_default/languages.fr.toml': "contentDir = 'content/fr'\ntitle = 'Nouvelles'\n",
    'content/en/posts/a.md': dated(),
    'content/en/posts/b/index.md': dated(),
    'content/en/posts/b/index.knit.md': dated(),
    'content/fr/posts/a.md': dated(),
  };
  const { report, made } = await publish(files);
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  assert.equal(made, ['/en/posts/a/ A title', '/en/posts/b/ A title', '/fr/posts/a/ A title']);
  assert.equal(report.articles.map(({ language }) => language).sort(), ['en', 'en', 'fr']);
});

test('Jekyll: a language that is in the path already is there once', async () => {
  const files = {
    '_config.yml': 'permalink: pretty\n',
    'ru/news/_posts/2021-09-02-a.md': dated(),
    'de/_posts/2021-09-02-a.md': dated(),
  };
  assert.equal((await publish(files)).made, ['/de/2021/09/02/a/ A title', '/ru/news/2021/09/02/a/ A title']);
});

test('VitePress: what is put together is no title', async () => {
  const config = 'const x = 1;\nexport default { title: `Vite${x}`, description: `Plain` }\n';
  const { report } = await publish({ '.vitepress/config.ts': config, 'posts/a.md': dated() });
  assert.equal([report.site.title, report.site.description], ['example.org', 'Plain']);
});

test('Docusaurus: a heading that repeats the title is there once', async () => {
  const files = {
    'docusaurus.config.js': 'export default {};\n',
    'blog/2021-09-02-a.md': dated({}, '# A *title*\n\nText.\n'),
  };
  const { report } = await publish(files, { write: true, cache: false });
  assert.is(itemsOf(report)[0]?.content_html, '<p>Text.</p>');
});

test('a site below the current folder, and a folder with a usual name', async () => {
  const below = await publish({
    'website/docusaurus.config.js': 'export default {};\n',
    'website/blog/2021-09-02-a.md': dated(),
    'README.md': '',
  });
  assert.equal([below.tool, below.made], ['docusaurus', ['/blog/2021/09/02/a A title']]);
  const usual = await publish({ 'posts/a.md': dated(), 'notes.txt': '' });
  assert.equal([usual.tool, usual.made], ['plain', ['/a/ A title']]);
});

test('MkDocs: code within tabs and remarks, and signs that are no marks', async () => {
  const body =
    '=== "Tab"\n\n    ```sh\n    a\n    ```\n\n!!! note\n    One\n\n    ```\n    !!! no\n    ```\n\n    Two\n\nC++ and D++, a==b and c==d\n\n[setup](../../setup/index.md#x) ![p](p.png){ .wide\n width="3" }\n';
  const files = { 'mkdocs.yml': 'site_name: D\n', 'docs/blog/posts/a.md': dated({}, body) };
  const html = String(itemsOf((await publish(files, { write: true, cache: false })).report)[0]?.content_html);
  assert.match(html, '<p><strong>Tab</strong></p>');
  assert.match(html, '<pre><code class="language-sh">a\n</code></pre>');
  assert.match(html, /<p>One<\/p>\s*<pre><code>!!! no\n<\/code><\/pre>\s*<p>Two<\/p>\s*<\/aside>/);
  assert.match(html, '<p>C++ and D++, a==b and c==d</p>');
  assert.match(html, '<a href="https://example.org/setup/#x">setup</a>');
  assert.not.match(html, 'wide');
});

test('Pelican: links to files, texts with a prefix in its settings', async () => {
  const files = {
    'pelicanconf.py': "SITENAME = u'Town'\nARTICLE_URL = r'{slug}/'\n",
    'content/a.md':
      'Title: A\nDate: 2021-09-02\nAuthors: Lee, Ann; Ray, Bob\n\n[b]({filename}b.md) ![p]({static}/images/p.png)\n',
    'content/b.md': 'Title: B\nDate: 2021-09-02\n\nText\n',
  };
  const { report, made } = await publish(files, { write: true, cache: false });
  assert.equal([report.site.title, made], ['Town', ['/a/ A', '/b/ B']]);
  const html = itemsOf(report).map((item) => String(item.content_html));
  assert.ok(
    html.includes(
      '<p><a href="https://example.org/b/">b</a> <img src="https://example.org/images/p.png" alt="p" /></p>',
    ),
    html.join(),
  );
  const names = report.articles.find(({ title }) => title === 'A')?.authors.map(({ name }) => name);
  assert.equal(names, ['Lee, Ann', 'Ray, Bob']);
});

test('Quarto: dates as Americans write them, divs in each other', async () => {
  const body =
    ':::: {.callout-note title="Mind"}\nOuter\n::: {layout-ncol="2"}\nInner\n:::\n::::\n\n::: {}\nPlain\n:::\n';
  const files = {
    '_quarto.yml': 'website: { title: Q }\n',
    'posts/a.qmd': dated({ date: '2/13/2022' }, body),
  };
  const { report } = await publish(files, { write: true, cache: false });
  assert.is(report.articles[0]?.date.toISOString().slice(0, 10), '2022-02-13');
  const html = String(itemsOf(report)[0]?.content_html).replace(/>\s+</g, '><');
  assert.is(
    html,
    '<aside><p><strong>Mind</strong></p><p>Outer<br>\nInner</p></aside><p>Plain</p>'.replace('<br>', ''),
  );
});

test('lists of authors in one line', async () => {
  const authors = async (written: string) =>
    (
      await publish({ 'articles/a.md': article({ title: 'A', date: '2021-09-02', author: written }) })
    ).report.articles[0]?.authors.map(({ name }) => name);
  assert.equal(await authors('Ann Lee, Bob Ray and Cy'), ['Ann Lee', 'Bob Ray', 'Cy']);
  assert.equal(await authors('Ann, Bob, and Cy'), ['Ann', 'Bob', 'Cy']);
  assert.equal(await authors('Bed and Breakfast'), ['Bed and Breakfast']);
  assert.equal(await authors('Ann, Андрей и Борис'), ['Ann', 'Андрей', 'Борис']);
});

test.run();
