import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../src/index.js';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('templates, styles and words');
const files = { 'a.md': article({ title: 'A & <B>', date: '2021-01-02', section: 'Health' }) };

test('each part can be replaced alone, and builds on the standard', async () => {
  const report = await buildFiles(
    {
      ...files,
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are the texts of modules.
      '../t/header.js': 'export default ({ toRoot }) => `<header><a href="${toRoot}">Home</a></header>`;\n',
      '../t/list.mjs':
        'export default ({ entries }) => `<p>${entries.map(({ article }) => article.path).join()}</p>`;\n',
      '../t/article.ts': `import { html, type ArticleView } from 'feedwright';
export default ({ standard, article }: ArticleView) => html\`\${standard}<p class="x">\${article.title}</p>\`;
`,
      // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the modules
    },
    { templates: { header: 't/header.js', list: 't/list.mjs', article: 't/article.ts' } },
  );
  const page = published(report, 'a/index.html');
  assert.match(page, '<header><a href="../">Home</a></header>');
  // What the usual header links is in the footer then.
  for (const path of ['archive/', 'subscribe/'])
    assert.match(page.split('<footer')[1] ?? '', `href="../${path}"`);
  assert.match(page, '<h1 class="p-name">A &amp; &lt;B&gt;</h1>');
  assert.match(page, '<p class="x">A &amp; &lt;B&gt;</p>');
  assert.match(published(report, 'sections/health/index.html'), '<p>a/</p>');
});

test('a template that is not there, is no function or returns no HTML is wrong usage', async () => {
  for (const [module, message] of [
    [undefined, /cannot be loaded/],
    ['export default 1;', /no function/],
    ['export default () => 1;', /returned no HTML/],
  ] as const) {
    const more = module === undefined ? {} : { '../t.js': module };
    try {
      await buildFiles({ ...files, ...more }, { templates: { article: 't.js' } });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, UsageError);
      assert.match((error as UsageError).problems[0]?.message ?? '', message);
    }
  }
});

test('own styles come after those of feedwright', async () => {
  const report = await buildFiles({ ...files, '../own.css': 'a { color: red }\n' }, { css: 'own.css' });
  assert.match(published(report, 'feedwright.css'), /\.fw-skip[\s\S]+a \{ color: red \}\n$/);
});

test('own words replace single ones, in each language', async () => {
  const report = await buildFiles(
    { ...files, 'de/b.md': article({ title: 'B', date: '2021-01-03' }) },
    { words: { subscribe: 'Stay informed' }, languages: { de: { words: { subscribe: 'Abonnieren' } } } },
  );
  assert.match(published(report, 'index.html'), '>Stay informed</a>');
  assert.match(published(report, 'de/index.html'), '>Abonnieren</a>');
});

test.run();
