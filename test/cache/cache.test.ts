import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runBuild } from '../../src/build/build.js';
import { article, everyFeed, folderWith, now } from '../support/site-folder.js';

const test = suite('cache');

const site = () =>
  folderWith({
    'articles/a.md': article({ title: 'A', date: '2026-01-01' }),
    'articles/b.md': article({ title: 'B', date: '2026-01-02' }),
  });
const request = (cwd: string) => ({ cwd, url: 'https://example.org', now, feeds: everyFeed });

test('a site that nothing happened to is not built again', async () => {
  const cwd = site();
  await wait(25);
  const first = await runBuild(request(cwd));
  const second = await runBuild(request(cwd));
  assert.equal([first.report === undefined, second.report === undefined], [false, true]);
  const { new: fresh, ...rest } = second.summary.changes;
  assert.equal([fresh, rest.changed, rest.unchanged], [0, 0, first.summary.changes.new]);
  assert.equal({ ...second.summary, changes: 0 }, { ...first.summary, changes: 0 });
});

test('is asked for nothing and given nothing with --no-cache, and where the site is not trusted', async () => {
  for (const more of [{ cache: false }, { untrusted: true }, { write: false }]) {
    const cwd = site();
    await runBuild({ ...request(cwd), ...more });
    assert.not.ok(readdirSync(cwd).includes('.feedwright'), JSON.stringify(more));
  }
});

test('knows a file by its hash where its moments tell nothing, as after a checkout', async () => {
  const cwd = site();
  await runBuild(request(cwd));
  const file = join(cwd, 'articles/a.md');
  writeFileSync(file, readFileSync(file));
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'C', date: '2026-01-02' }));
  const { cache } = await runBuild(request(cwd));
  assert.equal(cache?.articles, { hits: 1, misses: 1 });
});

test('makes only the documents of what changed, and those that somebody touched', async () => {
  const cwd = folderWith(
    Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        `articles/${index}.md`,
        article({ title: `T${index}`, date: `2026-01-0${index + 1}`, tags: [`t${index}`] }),
      ]),
    ),
  );
  await wait(25);
  const first = await runBuild(request(cwd));
  const pages = ['0/index.html', '8/index.html', 'tags/t3/rss.xml'].map((path) => join(cwd, 'dist', path));
  const before = pages.map((page) => readFileSync(page, 'utf8'));
  writeFileSync(pages[1] ?? '', 'spoiled');
  writeFileSync(pages[2] ?? '', 'spoiled');
  writeFileSync(join(cwd, 'articles/0.md'), article({ title: 'Other', date: '2026-01-01', tags: ['t0'] }));
  const second = await runBuild(request(cwd));
  const after = pages.map((page) => readFileSync(page, 'utf8'));
  assert.equal(after.slice(1), before.slice(1));
  assert.match(after[0] ?? '', /Other/);
  const { changed, unchanged } = second.summary.changes;
  assert.ok(changed < unchanged, JSON.stringify([first.summary.changes, second.summary.changes]));
  // A build that trusts nothing gives the same.
  const without = folderWith({});
  await runBuild({ ...request(cwd), out: without, cache: false });
  for (const path of readdirSync(without, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|xml|json|js)$/.test(path) || path.startsWith('.')) continue;
    assert.is(readFileSync(join(cwd, 'dist', path), 'utf8'), readFileSync(join(without, path), 'utf8'), path);
  }
});

test('leaves its large files as they are where little changed, and writes them anew where much did', async () => {
  const files = Array.from({ length: 60 }, (_, index) => [
    `articles/${index + 10}.md`,
    article({ title: `T${index}`, date: '2026-01-01', tags: [`t${index}`] }, `Text ${index}.\n`),
  ]);
  const cwd = folderWith(Object.fromEntries(files));
  await wait(25);
  await runBuild(request(cwd));
  const folder = join(cwd, '.feedwright');
  const sizes = () =>
    Object.fromEntries(
      readdirSync(folder).map((name) => [name.replace(/^\w+-/, ''), statSync(join(folder, name)).size]),
    );
  const large = sizes();
  const change = async (from: number, to: number, text: string) => {
    for (let index = from; index < to; index += 1)
      writeFileSync(join(cwd, `articles/${index + 10}.md`), article({ title: text, date: '2026-01-01' }));
    await wait(25);
    return runBuild(request(cwd));
  };
  for (const text of ['First', 'Second', 'Third']) {
    const { cache } = await change(5, 6, text);
    assert.equal(cache, { articles: { hits: 59, misses: 1 }, bodies: { hits: 59, misses: 1 } });
    assert.match(readFileSync(join(cwd, 'dist/15/index.html'), 'utf8'), new RegExp(text));
    const { articles, bodies, 'articles-recent': recent = 0 } = sizes();
    assert.equal([articles, bodies], [large.articles, large.bodies]);
    assert.ok(recent > 100 && recent < (large.articles ?? 0) / 20, String(recent));
  }
  // What is in the small file is known like all the rest, also beside a change elsewhere.
  assert.equal((await change(7, 8, 'Fourth')).cache?.articles, { hits: 59, misses: 1 });
  assert.match(readFileSync(join(cwd, 'dist/15/index.html'), 'utf8'), /Third/);
  await change(0, 20, 'Many');
  assert.is.not(sizes().articles, large.articles);
  assert.ok((sizes()['articles-recent'] ?? 0) < 100);
  rmSync(join(cwd, 'articles/15.md'));
  await runBuild(request(cwd));
  assert.not.ok(existsSync(join(cwd, 'dist/15')));
  assert.equal((await change(5, 6, 'Back')).cache?.articles, { hits: 59, misses: 1 });
});

test('asks again about other articles where an article is left out for its errors', async () => {
  const cwd = folderWith({
    'articles/a.md': article({ title: 'A', date: '2026-01-01', slug: 'x' }),
    'articles/b.md': article({ title: 'B', date: '2026-01-02', slug: 'x' }),
    'articles/c.md': article({ title: 'C', date: '2026-01-03' }, '[a](a.md)\n'),
  });
  const without = folderWith({});
  const settings = { ...request(cwd), skipInvalid: true };
  const first = await runBuild(settings);
  const second = await runBuild({ ...settings, out: without, cache: false });
  const paths = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  assert.equal(paths(join(cwd, 'dist')), paths(without));
  assert.equal(first.summary.others, second.summary.others);
});

test('lies where it is no part of the project', async () => {
  const cwd = site();
  await runBuild(request(cwd));
  assert.is(readFileSync(join(cwd, '.feedwright/.gitignore'), 'utf8'), '*\n');
});

test('an article comes and goes at its moments, though nothing else happened', async () => {
  const cwd = folderWith({
    'articles/a.md': article({ title: 'A', date: '2026-01-01' }),
    'articles/b.md': article({ title: 'B', date: '2026-03-01' }),
    'articles/c.md': article({ title: 'C', date: '2026-01-02', expires: '2026-02-01' }),
  });
  await wait(25);
  const titles = async (day: string) => {
    const { summary, report: made } = await runBuild({ ...request(cwd), now: new Date(day) });
    assert.ok(summary.ok);
    const { items } = JSON.parse(readFileSync(join(cwd, 'dist/feed.json'), 'utf8'));
    return [items.map(({ title }: { title: string }) => title).join(''), made === undefined];
  };
  assert.equal(await titles('2026-01-15'), ['CA', false]);
  assert.equal(await titles('2026-01-31T23:59:59.999Z'), ['CA', true]);
  assert.equal(await titles('2026-02-01'), ['A', false]);
  assert.equal(await titles('2026-02-28T23:59:59.999Z'), ['A', true]);
  assert.equal(await titles('2026-03-01'), ['BA', false]);
  assert.equal(await titles('2026-01-15'), ['CA', false], 'and back in time');
});

test('a file whose content changed and whose size and time did not is read again', async () => {
  const cwd = site();
  const file = join(cwd, 'articles/a.md');
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  await wait(25);
  await runBuild(request(cwd));
  writeFileSync(file, article({ title: 'Z', date: '2026-01-01' }));
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  await wait(25);
  const { report: made } = await runBuild(request(cwd));
  assert.ok(made);
  assert.match(readFileSync(join(cwd, 'dist/rss.xml'), 'utf8'), '<title>Z</title>');
});

/** What decides over documents beside articles: each is another key, and what was kept under the old one is foreign. */
const deciding: Record<string, (cwd: string) => object> = {
  'a setting': () => ({ limit: 7 }),
  'the zone of the site': () => ({ timezone: 'Asia/Tokyo' }),
  'settings of the tool': (cwd) => {
    writeFileSync(join(cwd, 'hugo.toml'), 'title = "Another"\n');
    return {};
  },
  'own styles': (cwd) => {
    writeFileSync(join(cwd, 'own.css'), 'b {}');
    return { css: 'own.css' };
  },
};

for (const [what, change] of Object.entries(deciding)) {
  test(`${what} decides, and the cache knows it`, async () => {
    const files = {
      'content/posts/a.md': article({ title: 'A', date: '2026-01-01' }),
      'hugo.toml': 'title = "T"\n',
    };
    const [warm, cold] = [folderWith(files), folderWith(files)];
    await wait(25);
    await runBuild(request(warm));
    for (const cwd of [warm, cold]) await runBuild({ ...request(cwd), ...change(cwd) });
    const read = (cwd: string) =>
      readdirSync(join(cwd, 'dist'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .sort();
    assert.equal(read(warm), read(cold));
  });
}

for (const [field, one, other] of [
  ['image', 'https://example.org/1.png', 'https://example.org/2.png'],
  [
    'enclosure',
    { url: 'https://example.org/1.mp3', length: 1 },
    { url: 'https://example.org/2.mp3', length: 1 },
  ],
  ['tags', ['one'], ['other']],
  ['updated', '2026-01-02', '2026-01-03'],
] as const) {
  test(`a change of ${field} alone reaches every document`, async () => {
    const cwd = folderWith({});
    const write = (value: unknown) => {
      mkdirSync(join(cwd, 'articles'), { recursive: true });
      writeFileSync(join(cwd, 'articles/a.md'), article({ title: 'A', date: '2026-01-01', [field]: value }));
    };
    const documents = () =>
      ['rss.xml', 'atom.xml', 'feed.json', 'a/index.html'].map((path) =>
        readFileSync(join(cwd, 'dist', path), 'utf8'),
      );
    write(one);
    await wait(25);
    await runBuild(request(cwd));
    write(other);
    await runBuild(request(cwd));
    const warm = documents();
    await runBuild({ ...request(cwd), cache: false });
    assert.equal(warm, documents());
  });
}

test('a file of it that was changed by a byte is thrown away', async () => {
  const cwd = site();
  await wait(25);
  await runBuild(request(cwd));
  const folder = join(cwd, '.feedwright');
  for (const name of readdirSync(folder).filter((each) => each !== '.gitignore')) {
    const bytes = readFileSync(join(folder, name));
    const at = bytes.indexOf('A');
    if (at === -1) continue;
    bytes[at] = 'Q'.charCodeAt(0);
    writeFileSync(join(folder, name), bytes);
  }
  rmSync(join(cwd, 'dist'), { recursive: true });
  await runBuild(request(cwd));
  const { items } = JSON.parse(readFileSync(join(cwd, 'dist/feed.json'), 'utf8'));
  assert.equal(
    items.map(({ title }: { title: string }) => title),
    ['B', 'A'],
  );
});

test.run();
