import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { article, buildFiles, folderWith, now } from '../support/site-folder.js';

const test = suite('dialects');

/** Builds a site as it is, and gives what was made of each article: its address and its date. */
async function addresses(files: Record<string, string>, below = '.', url?: string) {
  const cwd = folderWith(files);
  const report = await build({ cwd, articles: below, now, write: false, ...(url ? { url } : {}) });
  assert.equal(report.diagnostics, []);
  const { dialect } = report.site.recognised;
  const made = report.articles.map(
    ({ url: address, date }) => `${address} ${date.toISOString().slice(0, 10)}`,
  );
  return { tool: dialect.name, made: made.sort(), leftOut: report.leftOut, report };
}

const dated = (fields: object = {}) => article({ title: 'A title', date: '2021-09-02', ...fields });

test('Zola: paths, slugs, dates in names, taxonomies, languages by suffix, colocated files', async () => {
  const { tool, made, leftOut, report } = await addresses({
    'config.toml':
      'base_url = "https://z.example.org/sub"\ntitle = "Z"\n[languages.fr]\ntitle = "En français"\n',
    'content/_index.md': '+++\nsort_by = "date"\n+++\n',
    'content/Blog Posts/2021-09-02-Rust_1.88.md':
      '+++\ntitle = "R"\n[taxonomies]\ntags = ["a"]\n[extra]\nauthor = "Ann"\n+++\n',
    'content/Blog Posts/Rust_1.88.fr.md': '+++\ntitle = "R"\ndate = 2021-09-03\n+++\n',
    'content/p.md': '+++\ntitle = "P"\npath = "2014/09/15/Rust-1.0"\n+++\n',
    'content/s/index.md': '+++\ntitle = "S"\ndate = 2021-01-01T10:00:00Z\nslug = "Own Slug"\n+++\n',
    'content/s/part.md': 'part',
  });
  assert.is(tool, 'zola');
  assert.equal(made, [
    'https://z.example.org/sub/2014/09/15/Rust-1.0/ 2014-09-15',
    'https://z.example.org/sub/blog-posts/rust-1-88/ 2021-09-02',
    'https://z.example.org/sub/fr/blog-posts/rust-1-88/ 2021-09-03',
    'https://z.example.org/sub/own-slug/ 2021-01-01',
  ]);
  assert.equal(
    leftOut.map(({ file }) => file),
    ['content/_index.md', 'content/s/part.md'],
  );
  const [first] = report.articles.filter(({ tags }) => tags.length > 0);
  assert.equal([first?.tags, first?.authors], [['a'], [{ name: 'Ann' }]]);
});

test('a bare folder of Zola or Hugo, without its site', async () => {
  const zola = await addresses(
    { '_index.md': '+++\nsort_by = "date"\n+++\n', 'a_b.md': '+++\ndate = 2021-09-02\n+++\n' },
    '.',
    'https://example.org',
  );
  assert.equal([zola.tool, zola.made], ['zola', ['https://example.org/a-b/ 2021-09-02']]);
  const hugo = await addresses(
    { 'posts/_index.md': '---\ntitle: Posts\n---\n', 'posts/a_b.md': dated() },
    '.',
    'https://example.org',
  );
  assert.equal([hugo.tool, hugo.made], ['hugo', ['https://example.org/posts/a_b/ 2021-09-02']]);
  const shortcodes = await addresses(
    { '2012/07/2012-07-13-a.md': dated({ slug: 'own' }).replace('Text.', '{{< youtube x >}}') },
    '.',
    'https://example.org',
  );
  assert.equal([shortcodes.tool, shortcodes.made], ['hugo', ['https://example.org/2012/07/own/ 2021-09-02']]);
});

test('Hugo: languages by suffix and by folder', async () => {
  const { made } = await addresses({
    'hugo.yaml':
      'baseURL: https://h.example.org\ndefaultContentLanguage: en\nlanguages:\n  en: {}\n  ru: { title: Новости }\n',
    'content/posts/a.md': dated(),
    'content/posts/a.ru.md': dated(),
    'content/posts/b/index.ru.md': dated(),
  });
  assert.equal(made, [
    'https://h.example.org/posts/a/ 2021-09-02',
    'https://h.example.org/ru/posts/a/ 2021-09-02',
    'https://h.example.org/ru/posts/b/ 2021-09-02',
  ]);
});

test('a folder called content is that of Hugo, and what is not rendered is no article', async () => {
  const hugo = await addresses({ 'content/a_b.md': dated() }, 'content', 'https://example.org');
  assert.equal([hugo.tool, hugo.made], ['hugo', ['https://example.org/a_b/ 2021-09-02']]);
  for (const fields of ['headless: true', 'build: { render: never }', '_build: { render: never }']) {
    const { made, leftOut } = await addresses({
      'hugo.yaml': 'baseURL: https://h.example.org\n',
      'content/a.md': `---\ntitle: A\ndate: 2021-09-02\n${fields}\n---\n`,
      'content/b.md': dated(),
    });
    assert.equal(
      [made, leftOut],
      [['https://h.example.org/b/ 2021-09-02'], [{ file: 'content/a.md', reason: 'not an article' }]],
      fields,
    );
  }
  const zola = await addresses({
    'config.toml': 'base_url = "https://z.example.org"\n',
    'content/a.md': '+++\ntitle = "A"\ndate = 2021-09-02\nrender = false\n+++\n',
    'content/b.md': '+++\ntitle = "B"\ndate = 2021-09-02\nrender = true\n+++\n',
  });
  assert.equal([zola.tool, zola.made], ['zola', ['https://z.example.org/b/ 2021-09-02']]);
});

test('what is odd about an enclosure of another tool is no error', async () => {
  const cwd = folderWith({
    'hugo.yaml': 'baseURL: https://h.example.org\n',
    'content/a.md': dated({ enclosure: { url: 'https://e.example/a.mp3' } }),
  });
  const { ok, diagnostics } = await build({ cwd, now, write: false });
  assert.equal(
    [ok, diagnostics.map(({ code, level, message }) => [code, level, message])],
    [
      true,
      [
        [
          'FW040',
          'warning',
          'The enclosure "https://e.example/a.mp3" is not complete: its length is not known.',
        ],
      ],
    ],
  );
});

test('Jekyll: posts alone, styles of permalinks, authors by key', async () => {
  const posts = await addresses(
    { '_posts/2021-09-02-A-b.md': article({ title: 'A', categories: 'x y' }) },
    '_posts',
    'https://example.org',
  );
  assert.equal(
    [posts.tool, posts.made],
    ['jekyll', ['https://example.org/x/y/2021/09/02/A-b.html 2021-09-02']],
  );
  const nested = await addresses(
    Object.fromEntries([1, 2, 3].map((day) => [`2021/2021-09-0${day}-a.md`, article({ title: 'A' })])),
    '.',
    'https://example.org',
  );
  assert.equal([nested.tool, nested.made[0]], ['jekyll', 'https://example.org/2021/09/01/a.html 2021-09-01']);
  for (const [style, path] of [
    ['ordinal', '2021/245/a.html'],
    ['weekdate', '2021/W35/Thu/a.html'],
    ['none', 'a.html'],
    ['/:short_year/:long_day/:slug', '21/Thursday/a'],
  ]) {
    const { made, report } = await addresses({
      '_config.yml': `url: https://j.example.org\npermalink: ${style}\n`,
      '_data/authors.yml': 'ann: { name: Ann Lee, web: "https://example.org/ann" }\n',
      '_posts/2021-09-02-a.md': article({ title: 'A', author: 'ann' }),
    });
    assert.equal(made, [`https://j.example.org/${path} 2021-09-02`]);
    assert.equal(report.articles[0]?.authors, [{ name: 'Ann Lee', url: 'https://example.org/ann' }]);
  }
});

test('Astro: collections, ids, slugs; the settings are read and not run', async () => {
  const { tool, made } = await addresses({
    'astro.config.mjs':
      "throw new Error('run');\nexport default defineConfig({ site: 'https://a.example.org' });\n",
    'src/content/config.ts': 'export const collections = {};\n',
    'src/content/blog/First Post.md': article({ title: 'A', pubDate: 'Jul 08 2022', heroImage: '/a.jpg' }),
    'src/content/blog/2021/second.mdx': article({ title: 'B', pubDate: '2021-09-02', slug: 'own/slug' }),
    'src/content/blog/folder/index.md': dated(),
    'src/pages/about.md': dated(),
  });
  assert.is(tool, 'astro');
  assert.equal(made, [
    'https://a.example.org/about/ 2021-09-02',
    'https://a.example.org/blog/first-post/ 2022-07-08',
    'https://a.example.org/blog/folder/ 2021-09-02',
    'https://a.example.org/blog/own/slug/ 2021-09-02',
  ]);
});

test('Docusaurus: dates in names and folders, slugs, authors, unlisted posts', async () => {
  const { tool, made, leftOut, report } = await addresses({
    'docusaurus.config.js':
      "export default { title: 'D', url: 'https://d.example.org', baseUrl: '/docs/' };\n",
    'docs/intro.md': '# Intro',
    'blog/authors.yml':
      'ann:\n  name: Ann Lee\n  url: https://example.org/ann\n  image_url: https://example.org/a.png\n',
    'blog/2021-09-02-welcome.md': article({ title: 'W', authors: ['ann', { name: 'Bob' }] }),
    'blog/2021-09-03-folder/index.mdx': article({ title: 'F' }),
    'blog/2021/09/04/deep.md': article({ title: 'D' }),
    'blog/slugged.md': dated({ slug: '/own' }),
    'blog/undated-name.md': dated(),
    'blog/unlisted.md': dated({ unlisted: true }),
  });
  assert.is(tool, 'docusaurus');
  assert.equal(made, [
    'https://d.example.org/docs/blog/2021/09/02/welcome 2021-09-02',
    'https://d.example.org/docs/blog/2021/09/03/folder 2021-09-03',
    'https://d.example.org/docs/blog/2021/09/04/deep 2021-09-04',
    'https://d.example.org/docs/blog/own 2021-09-02',
    'https://d.example.org/docs/blog/undated-name 2021-09-02',
  ]);
  assert.equal(leftOut, [{ file: 'blog/unlisted.md', reason: 'not an article' }]);
  const welcome = report.articles.find(({ title }) => title === 'W');
  assert.equal(welcome?.authors, [
    { name: 'Ann Lee', url: 'https://example.org/ann', avatar: 'https://example.org/a.png' },
    { name: 'Bob' },
  ]);
});

test('Hexo: posts and drafts, patterns, categories', async () => {
  const { tool, made, leftOut } = await addresses({
    '_config.yml':
      'title: H\nurl: https://h.example.org/b\ntimezone: Asia/Shanghai\npermalink: :category/:year/:i_month/:title/\n',
    'source/_posts/Hello-World.md': article({
      title: 'H',
      date: '2021-09-02 00:30:00',
      categories: ['My Cat'],
    }),
    'source/_posts/sub/other.md': article({ title: 'O', date: '2021-10-02 12:00:00' }),
    'source/_drafts/d.md': article({ title: 'D' }),
    'source/about/index.md': article({ title: 'About' }),
  });
  assert.is(tool, 'hexo');
  assert.equal(made, [
    'https://h.example.org/b/My-Cat/2021/9/Hello-World/ 2021-09-01',
    'https://h.example.org/b/uncategorized/2021/10/sub/other/ 2021-10-02',
  ]);
  assert.equal(leftOut, [{ file: 'source/_drafts/d.md', reason: 'draft' }]);
});

test('VitePress: the address of the file, with and without its ending', async () => {
  const files = { 'posts/a.md': dated(), 'posts/index.md': dated() };
  const plainUrls = await addresses(
    { '.vitepress/config.ts': 'export default { title: "V" }\n', ...files },
    '.',
    'https://v.example.org',
  );
  assert.equal(plainUrls.tool, 'vitepress');
  assert.equal(plainUrls.made, [
    'https://v.example.org/posts/ 2021-09-02',
    'https://v.example.org/posts/a.html 2021-09-02',
  ]);
  const clean = await addresses(
    { '.vitepress/config.ts': 'export default { cleanUrls: true }\n', ...files },
    '.',
    'https://v.example.org',
  );
  assert.ok(clean.made.includes('https://v.example.org/posts/a 2021-09-02'));
});

test('a preset says what files do not tell, and settings beat what the tool says', async () => {
  const cwd = folderWith({ 'texts/2021-09-02-a.md': article({ title: 'A' }) });
  const request = { cwd, articles: 'texts', url: 'https://example.org', now, write: false };
  const plain = await build(request);
  assert.equal(
    plain.articles.map(({ path }) => path),
    ['a/'],
  );
  const hugo = await build({ ...request, preset: 'hugo' });
  assert.equal(
    hugo.articles.map(({ path }) => path),
    ['2021-09-02-a/'],
  );
  const own = await build({ ...request, preset: 'hugo', permalink: '/:year/:slug/' });
  assert.equal(
    own.articles.map(({ path }) => path),
    ['2021/a/'],
  );
});

test('a folder inside of a site belongs to it', async () => {
  const files = {
    'hugo.toml': 'baseURL = "https://h.example.org"\n',
    'content/news/2021/a.md': dated(),
    'content/x.md': dated(),
  };
  const { tool, made } = await addresses(files, 'content/news');
  assert.equal([tool, made], ['hugo', ['https://h.example.org/news/2021/a/ 2021-09-02']]);
});

test('Jekyll: parts of dates are padded as it pads them, and the narrowest default counts', async () => {
  for (const [style, path] of [
    ['ordinal', '2021/005/a.html'],
    ['weekdate', '2021/W01/Tue/a.html'],
    ['/:year/:month/:day/:title/', '2021/01/05/a/'],
    ['/:i_month/:i_day/:hour:minute:second/:title/', '1/5/030709/a/'],
    ['/:categories/:title/', 'a/'],
  ]) {
    const { made } = await addresses({
      '_config.yml': `url: https://j.example.org\npermalink: ${style}\n`,
      '_posts/2021-01-05-a.md': article({ title: 'A', date: '2021-01-05 03:07:09' }),
    });
    assert.equal(made, [`https://j.example.org/${path} 2021-01-05`]);
  }
  const defaults = [
    { scope: { path: 'b/_posts' }, values: { author: 'Narrow' } },
    { scope: { path: '' }, values: { author: 'Wide', tags: ['all'] } },
    { scope: { path: 'b', type: 'pages' }, values: { author: 'Page' } },
  ];
  const { report } = await addresses({
    '_config.yml': `url: https://j.example.org\ndefaults: ${JSON.stringify(defaults)}\n`,
    'b/_posts/2021-01-05-a.md': article({ title: 'A' }),
    '_posts/2021-01-04-b.md': article({ title: 'B' }),
  });
  const [a, b] = report.articles;
  assert.equal([a?.authors, a?.tags], [[{ name: 'Narrow' }], ['all']]);
  assert.equal([b?.authors, b?.tags], [[{ name: 'Wide' }], ['all']]);
});

/** What one author may add to a folder of articles; each once made the whole folder another tool's. */
const additions: Record<string, string> = {
  '_posts/2024-01-01-x.md': article({ title: 'X', date: '2024-01-01' }),
  'index.md': article({ title: 'X', date: '2024-01-01' }, 'Use `{{< x >}}` in Hugo.\n'),
  'z.md': article({ title: 'X', date: '2024-01-01' }, 'Use `{{< x >}}` in Hugo.\n'),
  'authors.yml': 'ann: { name: Ann }\n',
  '_index.md': '---\ntitle: X\n---\n',
};

for (const [path, text] of Object.entries(additions)) {
  test(`one file, ${path}, says nothing about all others`, async () => {
    const files = Object.fromEntries(
      [1, 2, 3].map((day) => [`2024/a${day}.md`, article({ title: 'A', date: `2024-01-0${day}` })]),
    );
    const [before, after] = [await buildFiles(files), await buildFiles({ ...files, [path]: text })];
    const urls = after.articles.map(({ url }) => url);
    for (const { url, id } of before.articles) {
      assert.ok(urls.includes(url), url);
      assert.is(after.articles.find((other) => other.url === url)?.id, id);
    }
  });
}

test.run();
