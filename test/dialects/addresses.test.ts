/**
 * The addresses that tools give their articles, as their documentation says: Hugo "URL management", Jekyll "Permalinks",
 * Hexo "Permalinks", Zola "Page", Astro "Content collections", Docusaurus "Blog", Eleventy "Permalinks".
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { article, folderWith, now } from '../support/site-folder.js';

const test = suite('addresses of tools');

/** Each tool with its settings: file, fields, and the address below that of the site. */
type Case = [settings: string, file: string, fields: Record<string, unknown>, path: string];

const tools: Record<string, { config: string; cases: Case[] }> = {
  hugo: {
    config: 'hugo.yaml',
    cases: [
      ['', 'content/posts/My Post.md', {}, '/posts/my-post/'],
      ['', 'content/a/b/c.md', { slug: 'Own Slug' }, '/a/b/own-slug/'],
      ['', 'content/a/c.md', { url: '/own/place' }, '/own/place/'],
      ['', 'content/a/c.md', { url: '/own/place.html' }, '/own/place.html'],
      ['', 'content/C++ & D#  -- e_f.g~h@i.md', {}, '/c++-d%23--e_f.g~h@i/'],
      ['', 'content/a/2021-09-02-b.md', {}, '/a/2021-09-02-b/'],
      ['', 'content/posts/Приём/index.md', {}, '/posts/%D0%BF%D1%80%D0%B8%D1%91%D0%BC/'],
      ['uglyURLs: true', 'content/a/b.md', {}, '/a/b.html'],
      ['disablePathToLower: true', 'content/A/B c.md', {}, '/A/B-c/'],
      ['permalinks: { a: ":section/:title" }', 'content/a/b/c.md', { title: 'The Title!' }, '/a/the-title/'],
      ['permalinks: { a: "/:sections/:slug/" }', 'content/a/b/c.md', { title: 'T t' }, '/a/b/t-t/'],
      ['permalinks: { page: { a: "/p/:filename/" } }', 'content/a/b.md', { slug: 'x' }, '/p/b/'],
      ['permalinks: { a: "/:contentbasename/x" }', 'content/a/b.md', {}, '/b/x/'],
      ['permalinks: { a: "/:slugorcontentbasename" }', 'content/a/b.md', {}, '/b/'],
      ['permalinks: { a: "/:slugorfilename" }', 'content/a/b.md', { slug: 'x' }, '/x/'],
      ['permalinks: { a: "/:year/:month/:day/:slug" }', 'content/a/b.md', { slug: 's' }, '/2021/09/02/s/'],
      [
        'permalinks: { a: "/:monthname/:weekdayname/:weekday/:yearday/:slug" }',
        'content/a/b.md',
        { slug: 's' },
        '/september/thursday/4/245/s/',
      ],
      [
        'permalinks: { a: "/:sections[1]/:sections[last]/:slug" }',
        'content/a/b/c/d.md',
        { slug: 's' },
        '/b/c/s/',
      ],
      ['permalinks: { a: "/:sections[1:]/:slug" }', 'content/a/b/c/d.md', { slug: 's' }, '/b/c/s/'],
      ['permalinks: { a: "/:sections[:last]/:slug" }', 'content/a/b/c/d.md', { slug: 's' }, '/a/b/s/'],
      ['permalinks: { a: "/:sections[0:2]/:slug" }', 'content/a/b/c/d.md', { slug: 's' }, '/a/b/s/'],
      ['languages: { en: {}, ru: { contentDir: inhalt/ru } }', 'inhalt/ru/a/b.md', {}, '/ru/a/b/'],
      ['languages: { en: {}, ru: { contentDir: content/ru } }', 'content/ru/a/b.md', {}, '/ru/a/b/'],
      ['permalinks: { b: "/x/:slug" }', 'content/a/b.md', {}, '/a/b/'],
      [
        'permalinks: { a: "/:year/:day/:slug" }',
        'content/a/b.md',
        { slug: 's', date: '2021-09-01T23:30:00-05:00' },
        '/2021/01/s/',
      ],
      [
        'permalinks: { a: "/:day/:slug" }\ntimeZone: Asia/Tokyo',
        'content/a/b.md',
        { slug: 's', date: '2021-09-01T23:30:00' },
        '/01/s/',
      ],
    ],
  },
  jekyll: {
    config: '_config.yml',
    cases: [
      ['', '_posts/2021-09-02-My_Post.md', {}, '/2021/09/02/My_Post.html'],
      ['', 'blog/_posts/in/2021-09-02-a.md', {}, '/blog/2021/09/02/a.html'],
      ['', 'blog/_posts/2021-09-02-a.md', { categories: ['X y', 'blog'] }, '/blog/x%20y/2021/09/02/a.html'],
      ['', '_posts/2021-09-02-a.md', { date: '2021-10-03 10:00:00' }, '/2021/10/03/a.html'],
      ['', '_posts/2021-09-02-a.md', { permalink: '/own/' }, '/own/'],
      ['', '_posts/2021-09-02-a.md', { permalink: 'own.html' }, '/own.html'],
      ['', '_posts/2021-09-02-a.md', { permalink: 'pretty' }, '/2021/09/02/a/'],
      ['permalink: pretty', '_posts/2021-09-02-a b & c.md', {}, '/2021/09/02/a-b-&-c/'],
      [
        'permalink: /:slugified_categories/:slug',
        '_posts/2021-09-02-A.b.md',
        { category: 'X Y' },
        '/x-y/a-b',
      ],
      [
        'permalink: /:name/:short_day/:long_day/',
        '_posts/2021-09-02-A.md',
        { slug: 'x' },
        '/A/Thu/Thursday/',
      ],
      [
        'permalink: /:short_year/:y_day/:week/:title',
        '_posts/2021-01-03-A.md',
        { slug: 'x', date: '2021-01-03' },
        '/21/003/53/x',
      ],
    ],
  },
  hexo: {
    config: '_config.yml',
    cases: [
      ['', 'source/_posts/A/b c.md', {}, '/2021/09/02/A/b%20c/'],
      ['', 'source/_posts/a.md', { slug: 'x' }, '/2021/09/02/x/'],
      ['', 'source/_posts/a.md', { slug: 5 }, '/2021/09/02/5/'],
      ['', 'source/_posts/a.md', { permalink: 'own/place' }, '/own/place/'],
      ['', 'source/_posts/a.md', { permalink: '/own.html' }, '/own.html'],
      ['permalink: :i_month/:i_day/:day_of_year/:name.html', 'source/_posts/d/a.md', {}, '/9/2/245/a.html'],
      [
        'permalink: :post_title/:category/',
        'source/_posts/a.md',
        { title: 'A b!', categories: ['C d', 'e'] },
        '/A-b/C-d/e/',
      ],
      ['permalink: :post_title', 'source/_posts/a.md', { title: '(x)' }, '/x/'],
      [
        'permalink: :title\nnew_post_name: :year-:month-:day-:title.md',
        'source/_posts/2021-09-02-a.md',
        {},
        '/a/',
      ],
    ],
  },
  zola: {
    config: 'zola.toml',
    cases: [
      ['', 'content/My Blog/A_b.c.md', {}, '/my-blog/a-b-c/'],
      ['', 'content/blog/2021-09-02-a.md', {}, '/blog/a/'],
      ['', 'content/blog/2021-09-02_a.md', { slug: 'Own one' }, '/blog/own-one/'],
      ['slugify.paths = "safe"', 'content/My Blog/A (b)?.md', {}, '/My_Blog/A_b/'],
      ['slugify.paths = "off"', 'content/My Blog/A (b).md', {}, '/My%20Blog/A%20(b)/'],
      ['', 'content/blog/a.md', { path: 'x/y' }, '/x/y/'],
    ],
  },
  astro: {
    config: 'astro.config.mjs',
    cases: [
      ['', 'src/content/blog/A B/c.d.md', {}, '/blog/a-b/cd/'],
      ['', 'src/data/news/a.md', {}, '/news/a/'],
      ['', 'src/content/blog/a.md', { slug: '/x/y/' }, '/blog/x/y/'],
      ["trailingSlash: 'never',", 'src/content/blog/a.md', {}, '/blog/a'],
      ['', 'src/pages/posts/a.md', {}, '/posts/a/'],
    ],
  },
  docusaurus: {
    config: 'docusaurus.config.ts',
    cases: [
      ['', 'blog/2021-09-02-a.md', {}, '/blog/2021/09/02/a'],
      ['', 'blog/x/2021-9-2-a.md', {}, '/blog/x/2021/9/2/a'],
      ['', 'blog/2021/09/02-a.md', {}, '/blog/2021/09/02/a'],
      ['', 'blog/2021-09-02/index.md', {}, '/blog/2021/09/02'],
      ['trailingSlash: true,', 'blog/x/a.md', {}, '/blog/x/a/'],
      ['', 'blog/a.md', { slug: '/own/one/' }, '/blog/own/one'],
    ],
  },
  vitepress: {
    config: '.vitepress/config.mts',
    cases: [
      ['', 'docs/a/b.md', {}, '/a/b.html'],
      ['', 'a/index.md', {}, '/a/'],
      ['', 'a/myindex.md', {}, '/a/myindex.html'],
      ['cleanUrls: true,', 'a/b.md', {}, '/a/b'],
      ["srcDir: './src/',", 'src/a/b.md', {}, '/a/b.html'],
    ],
  },
  eleventy: {
    config: 'eleventy.config.js',
    cases: [
      ['', 'posts/A b.md', {}, '/posts/A%20b/'],
      ['', 'index.md', {}, '/'],
      ['', 'posts/2021-09-02-a.md', {}, '/posts/2021-09-02-a/'],
      ["input: './content/',", 'content/a.md', {}, '/a/'],
      ['', 'a.md', { permalink: '/{{ page.fileSlug | upcase }}/{{- lang -}}/index.html' }, '/A/en/'],
      [
        '',
        '2021-09-02-a.md',
        { permalink: "{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/" },
        '/2021/09/a/',
      ],
      ['', 'd/a.md', { permalink: 'x{{ page.filePathStem }}.html' }, '/x/d/a.html'],
      [
        '',
        'a.md',
        { permalink: '{{ title | slugify }}/{{ slug }}/', title: 'The T', slug: 's' },
        '/the-t/s/',
      ],
      ['', 'a.md', { permalink: 'index.html' }, '/'],
    ],
  },
};

for (const [tool, { config, cases }] of Object.entries(tools)) {
  const always = tool === 'zola' ? 'base_url = "https://z.example.org"\n' : '';
  const isProgram = /\.[mc]?[jt]s$/.test(config);
  for (const [settings, file, fields, path] of cases) {
    test(`${tool}: ${file} with ${settings || 'no settings'} and ${JSON.stringify(fields)}`, async () => {
      const cwd = folderWith({
        [config]: isProgram ? `export default { ${settings} };\n` : `${always}${settings}\n`,
        [file]: article({ title: 'A', date: '2021-09-02', ...fields }),
      });
      const report = await build({
        cwd,
        preset: tool as 'hugo',
        url: 'https://example.org',
        now,
        write: false,
      });
      assert.equal(
        report.articles.map(({ url }) => url),
        [`https://example.org${path}`],
        JSON.stringify(report.diagnostics),
      );
    });
  }
}

test.run();
