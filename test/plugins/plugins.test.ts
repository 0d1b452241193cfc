import { cpSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build, type Plugin, UsageError } from '../../src/index.js';
import { published } from '../support/published.js';
import { article, articlesFolder, buildFiles, everyFeed, now } from '../support/site-folder.js';

const test = suite('plugins');
const files = {
  'a.md': article({
    ...{ title: 'A', date: '2021-09-02', street: 'Main Street', tags: ['roadworks'] },
    image: 'https://example.org/a.jpg',
  }),
  'b.md': article({ title: 'B', date: '2021-09-03', section: 'Health' }),
};

test('the example prepares a feed for maps, and leaves the others as they were', async () => {
  const cwd = articlesFolder(files);
  cpSync('examples/plugins', cwd, { recursive: true });
  const report = await build({ cwd, now, verify: true });
  assert.ok(report.ok);
  const feed = published(report, 'roadworks/rss.xml');
  assert.match(feed, '<georss:point>60.17 24.94</georss:point>');
  assert.match(feed, '<title>Main Street: A</title>');
  assert.match(feed, '1 places.');
  assert.match(published(report, 'a/index.html'), 'Main Street: A</h1>');
  assert.not.match(published(report, 'rss.xml'), 'georss');
  assert.match(published(report, 'rss.xml'), '<title>Main Street: A</title>');
});

test('are asked one after another, and decide what is published and where', async () => {
  const plugins: Plugin[] = [
    { name: 'draft', article: ({ title }) => (title === 'B' ? { draft: true } : { tags: ['x'] }) },
    { name: 'next', article: ({ tags }) => ({ slug: `with-${tags.join()}` }) },
    {
      name: 'feed',
      feed: ({ kind }) => (kind === 'tag' ? { title: 'Only X', content: 'summary' } : undefined),
    },
    { name: 'text', document: ({ path, text }) => (path === 'robots.txt' ? `${text}# mine\n` : undefined) },
  ];
  const report = await buildFiles(files, { plugins, feeds: everyFeed });
  assert.equal(
    report.articles.map(({ url }) => url),
    ['https://example.org/with-x/'],
  );
  assert.equal(
    report.leftOut.filter(({ reason }) => reason === 'draft').map(({ file }) => file),
    ['b.md'],
  );
  assert.match(published(report, 'tags/x/rss.xml'), '<title>Only X</title>');
  assert.not.match(published(report, 'tags/x/rss.xml'), 'content:encoded>');
  assert.match(published(report, 'robots.txt'), '# mine\n');
});

test('what one does wrong is told with its name and the file, and nothing is published', async () => {
  for (const [plugin, file, words] of [
    [{ article: () => ({ title: '' }) }, 'a.md', '"bad" failed in "article"'],
    [{ article: () => ({ titel: 'A' }) }, 'a.md', 'titel'],
    [{ article: () => Promise.resolve({ title: 'A' }) }, 'a.md', 'it is asynchronous'],
    [
      {
        feed: () => {
          throw new Error('no feed today');
        },
      },
      '/',
      'no feed today',
    ],
    [{ feed: () => ({ articles: [{}] }) }, '/', 'not of this feed'],
    [{ document: () => 5 }, 'rss.xml', '"bad" failed in "document"'],
  ] as const) {
    const plugins = [{ name: 'bad', ...plugin } as Plugin];
    const report = await buildFiles(files, { plugins, skipInvalid: true });
    const [told] = report.diagnostics.filter((each) => each.code === 'FW080' && each.file === file);
    assert.match(told?.message ?? '', words);
    assert.equal([report.ok, report.files.length], [false, 0], words);
  }
});

test('a document that no reader could read any more is not published', async () => {
  const plugins: Plugin[] = [{ name: 'cut', document: ({ text }) => text.slice(0, 200) }];
  try {
    await buildFiles(files, { plugins, verify: true });
    assert.unreachable();
  } catch (error) {
    assert.match(String(error instanceof Error && error.name), 'PublishError');
  }
});

test('what is no plugin is told like every wrong setting', async () => {
  const wrong = [{ name: 'x', article: 'y' }, { nam: 'x' }] as unknown as Plugin[];
  try {
    await buildFiles(files, { plugins: wrong });
    assert.unreachable();
  } catch (error) {
    assert.ok(error instanceof UsageError);
    const told = error.problems.map(({ message }) => message).join('\n');
    assert.match(told, 'plugins[0].article is "y", but must be a function');
    assert.match(told, 'plugins[1].nam is not a setting');
  }
});

test('a change of a plugin shows in the next build', async () => {
  const cwd = articlesFolder(files);
  const titles = async (title: string) => {
    const plugins: Plugin[] = [{ name: 'title', article: () => ({ title }) }];
    const report = await build({ cwd, url: 'https://example.org', now, plugins });
    return published(report, 'feed.json');
  };
  assert.match(await titles('One'), '"title":"One"');
  assert.match(await titles('Two'), '"title":"Two"');
});

test('a feed that a plugin changed is still published after the pages that it names', async () => {
  const plugins: Plugin[] = [{ name: 'marker', document: ({ text }) => `${text}\n` }];
  const { files: published } = await buildFiles(
    { 'a.md': article({ title: 'A', date: '2021-09-02' }) },
    { plugins },
  );
  const paths = published.map(({ path }) => path);
  const last = Math.max(...paths.flatMap((path, index) => (path.endsWith('.html') ? [index] : [])));
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) assert.ok(paths.indexOf(feed) > last, feed);
});

test.run();
