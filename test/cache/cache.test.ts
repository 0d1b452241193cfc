import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildUnlessSame } from '../../src/build.js';
import { article, folderWith, now } from '../support/site-folder.js';
import { editAtRandom } from './random-edits.js';

const test = suite('cache');

const sites: Readonly<Record<string, Record<string, string>>> = {
  plain: { 'feedwright.config.json': '{"url": "https://example.org"}', 'feedwright.lock': '# new\n' },
  Eleventy: {
    'feedwright.config.json': '{"url": "https://example.org"}',
    'eleventy.config.js': 'export default {};',
  },
};

for (const [name, files] of Object.entries(sites)) {
  test(`with and without it a ${name} site is the same, whatever is edited`, async () => {
    const { failures, hits } = await editAtRandom(files, 120, 11);
    assert.equal(failures, []);
    assert.ok(hits > 100, `the cache was used ${hits} times`);
  });
}

const site = () =>
  folderWith({
    'articles/a.md': article({ title: 'A', date: '2026-01-01' }),
    'articles/b.md': article({ title: 'B', date: '2026-01-02' }),
  });
const request = (cwd: string) => ({ cwd, url: 'https://example.org', now });

test('a site that nothing happened to is not built again', async () => {
  const cwd = site();
  await wait(25);
  const first = await buildUnlessSame(request(cwd));
  const second = await buildUnlessSame(request(cwd));
  assert.equal([first.wasUpToDate, second.wasUpToDate], [false, true]);
  const { new: fresh, ...rest } = second.summary.changes;
  assert.equal([fresh, rest.changed, rest.unchanged], [0, 0, first.summary.changes.new]);
  assert.equal({ ...second.summary, changes: 0 }, { ...first.summary, changes: 0 });
});

test('is asked for nothing and given nothing with --no-cache, and where the site is not trusted', async () => {
  for (const more of [{ cache: false }, { untrusted: true }, { write: false }]) {
    const cwd = site();
    await buildUnlessSame({ ...request(cwd), ...more });
    assert.not.ok(readdirSync(cwd).includes('.feedwright'), JSON.stringify(more));
  }
});

test('knows a file by its hash where its moments tell nothing, as after a checkout', async () => {
  const cwd = site();
  await buildUnlessSame(request(cwd));
  const file = join(cwd, 'articles/a.md');
  writeFileSync(file, readFileSync(file));
  writeFileSync(join(cwd, 'articles/b.md'), article({ title: 'C', date: '2026-01-02' }));
  const { cache } = await buildUnlessSame(request(cwd));
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
  const first = await buildUnlessSame(request(cwd));
  const pages = ['0/index.html', '8/index.html', 'tags/t3/rss.xml'].map((path) => join(cwd, 'dist', path));
  const before = pages.map((page) => readFileSync(page, 'utf8'));
  writeFileSync(pages[1] ?? '', 'spoiled');
  writeFileSync(pages[2] ?? '', 'spoiled');
  writeFileSync(join(cwd, 'articles/0.md'), article({ title: 'Other', date: '2026-01-01', tags: ['t0'] }));
  const second = await buildUnlessSame(request(cwd));
  const after = pages.map((page) => readFileSync(page, 'utf8'));
  assert.equal(after.slice(1), before.slice(1));
  assert.match(after[0] ?? '', /Other/);
  const { changed, unchanged } = second.summary.changes;
  assert.ok(changed < unchanged, JSON.stringify([first.summary.changes, second.summary.changes]));
  // A build that trusts nothing gives the same.
  const without = folderWith({});
  await buildUnlessSame({ ...request(cwd), out: without, cache: false });
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
  await buildUnlessSame(request(cwd));
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
    return buildUnlessSame(request(cwd));
  };
  for (const text of ['First', 'Second', 'Third']) {
    const { cache } = await change(5, 6, text);
    assert.equal(cache?.articles, { hits: 59, misses: 1 });
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
  await buildUnlessSame(request(cwd));
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
  const first = await buildUnlessSame(settings);
  const second = await buildUnlessSame({ ...settings, out: without, cache: false });
  const paths = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  assert.equal(paths(join(cwd, 'dist')), paths(without));
  assert.equal(first.summary.others, second.summary.others);
});

test('lies where it is no part of the project', async () => {
  const cwd = site();
  await buildUnlessSame(request(cwd));
  assert.is(readFileSync(join(cwd, '.feedwright/.gitignore'), 'utf8'), '*\n');
});

test.run();
