import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildReport, type BuildRequest, build } from '../../src/index.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, everyFeed, now } from '../support/site-folder.js';

const test = suite('identity');
const url = 'https://example.org';

const text = (name: string) => `${name} says something that nobody else says.\n`;
const post = (name: string, fields: Record<string, unknown> = {}) =>
  article({ title: name, date: '2021-09-02', section: 'Health', ...fields }, text(name));

/** A site that remembers, built once. */
async function site(files: Record<string, string> = { 'a.md': post('A'), 'b.md': post('B') }) {
  const cwd = articlesFolder({ ...files, '../feedwright.lock': '' });
  const run = (settings: BuildRequest = {}) => build({ cwd, url, now, feeds: everyFeed, ...settings });
  const first = await run();
  assert.ok(first.ok, JSON.stringify(first.diagnostics));
  const lock = () => readFileSync(join(cwd, 'feedwright.lock'), 'utf8');
  const write = (path: string, content: string) => {
    const file = join(cwd, 'articles', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const move = (from: string, to: string) => {
    mkdirSync(dirname(join(cwd, 'articles', to)), { recursive: true });
    renameSync(join(cwd, 'articles', from), join(cwd, 'articles', to));
  };
  return { cwd, run, lock, write, move, ids: idsOf(first) };
}

function idsOf({ articles }: BuildReport): string[] {
  return articles.map(({ id }) => id).sort();
}

test('the file is sorted, one line an item or feed, and the same on every build', async () => {
  const { lock, run } = await site();
  const before = lock();
  const lines = before.trim().split('\n');
  assert.match(lines[0] ?? '', /^# /);
  assert.equal(lines.slice(1), lines.slice(1).sort());
  assert.match(
    before,
    /^item\thttps:\/\/example\.org\/a\/\t2021-09-02T00:00:00\.000Z\ta\/\ta\.md\t[0-9a-f]{16}$/m,
  );
  assert.match(before, /^feed\tsections\/health\/\tsection\tHealth$/m);
  await run();
  assert.is(lock(), before);
});

function swap({ move }: Awaited<ReturnType<typeof site>>): void {
  move('a.md', 'c.md');
  move('b.md', 'a.md');
  move('c.md', 'b.md');
}

test('a title, a slug, a folder, a pattern, the protocol and the domain may change: ids stay', async () => {
  const changes: [
    what: string,
    change: (s: Awaited<ReturnType<typeof site>>) => void,
    settings?: BuildRequest,
  ][] = [
    ['title and text', ({ write }) => write('a.md', post('A').replace(/A/g, 'Z'))],
    ['slug', ({ write }) => write('a.md', post('A', { slug: 'other' }))],
    ['folder', ({ move }) => move('a.md', 'deep/er/a.md')],
    ['name', ({ move }) => move('a.md', 'x.md')],
    ['names, swapped', swap],
    ['pattern', () => {}, { permalink: '/:year/:slug/' }],
    ['protocol', () => {}, { url: 'http://example.org' }],
    ['domain', () => {}, { url: 'https://news.example.com/sub' }],
    ['name and pattern', ({ move }) => move('a.md', 'x.md'), { permalink: '/:year/:slug/' }],
  ];
  for (const [what, change, settings] of changes) {
    const s = await site();
    change(s);
    const report = await s.run(settings);
    assert.ok(report.ok, `${what}: ${JSON.stringify(report.diagnostics)}`);
    assert.equal(idsOf(report), s.ids, what);
    const byTitle = new Map(report.articles.map(({ title, id }) => [title, id]));
    if (what === 'names, swapped') assert.is(byTitle.get('B'), 'https://example.org/b/', what);
    assert.equal(idsOf(await s.run(settings)), s.ids, `${what}, a second time`);
  }
});

test('the id of a feed is the address at which it was first published, on every domain', async () => {
  const s = await site();
  const idOf = (path: string) => /<id>(.*?)<\/id>/.exec(readFileSync(join(s.cwd, 'dist', path), 'utf8'))?.[1];
  assert.match(s.lock(), /^site\thttps:\/\/example\.org\/$/m);
  await s.run({ url: 'https://news.example.com/sub' });
  assert.is(idOf('atom.xml'), 'https://example.org/');
  assert.is(idOf('sections/health/atom.xml'), 'https://example.org/sections/health/');
  assert.match(
    readFileSync(join(s.cwd, 'dist/atom.xml'), 'utf8'),
    'rel="self" type="application/atom+xml" href="https://news.example.com/sub/atom.xml"',
  );
  assert.match(s.lock(), /^site\thttps:\/\/example\.org\/$/m);
});

test('a renamed tag keeps the id of its feed and what leads to it, also when nobody says so any more', async () => {
  const s = await site({ 'a.md': post('A', { tags: ['Alpha'] }), 'b.md': post('B', { tags: ['Beta'] }) });
  const idOf = (path: string) => /<id>(.*?)<\/id>/.exec(readFileSync(join(s.cwd, 'dist', path), 'utf8'))?.[1];
  const renamed = (formerly: string[]) => ({ feeds: { tags: { names: { Gamma: { formerly } } } } });
  s.write('a.md', post('A', { tags: ['Gamma'] }));
  await s.run(renamed(['Alpha']));
  assert.is(idOf('tags/gamma/atom.xml'), 'https://example.org/tags/alpha/');
  assert.match(s.lock(), /^feed\ttags\/gamma\/\ttag\tGamma\t\ttags\/alpha\/\ttags\/alpha\/$/m);
  for (const settings of [{}, renamed(['Never', 'Alpha']), {}]) {
    await s.run(settings);
    assert.is(idOf('tags/gamma/atom.xml'), 'https://example.org/tags/alpha/');
    assert.match(
      readFileSync(join(s.cwd, 'dist/_redirects'), 'utf8'),
      '/tags/alpha/rss.xml /tags/gamma/rss.xml 301',
    );
  }
  rmSync(join(s.cwd, 'articles/a.md'));
  await s.run();
  assert.is(idOf('tags/gamma/atom.xml'), 'https://example.org/tags/alpha/', 'also when it is empty');
});

test('a tag that is renamed twice, each time in an entry of its own, keeps its first id and both redirects', async () => {
  const s = await site({ 'a.md': post('A', { tags: ['One'] }), 'b.md': post('B') });
  const run = async (tag: string, names: Record<string, { formerly: string[] }>) => {
    s.write('a.md', post('A', { tags: [tag] }));
    const report = await s.run({ feeds: { tags: { names } } });
    assert.ok(report.ok, JSON.stringify(report.diagnostics));
    return report.feeds.find(({ kind }) => kind === 'tag');
  };
  const Two = { formerly: ['One'] };
  await run('Two', { Two });
  const feed = await run('Three', { Two, Three: { formerly: ['Two'] } });
  assert.equal([feed?.id, feed?.former], ['https://example.org/tags/one/', ['tags/two/', 'tags/one/']]);
  // The settings of a name count however it is written.
  const again = await run('three', { Two, THREE: { formerly: ['Two'] } });
  assert.equal([again?.id, again?.former], [feed?.id, feed?.former]);
  const used = await run('Three', {});
  s.write('b.md', post('B', { tags: ['One'] }));
  const ids = (await s.run()).feeds.filter(({ kind }) => kind === 'tag').map(({ id }) => id);
  assert.equal([used?.id, new Set(ids).size, ids.length], [feed?.id, 2, 2]);
});

test('a tag that others are merged into keeps its own id', async () => {
  const s = await site({ 'a.md': post('A', { tags: ['Alpha'] }), 'b.md': post('B', { tags: ['Beta'] }) });
  s.write('a.md', post('A', { tags: ['Beta'] }));
  const names = { Beta: { formerly: ['Alpha'] }, Other: { formerly: ['Alpha'] } };
  s.write('c.md', post('C', { tags: ['Other'] }));
  const report = await s.run({ feeds: { tags: { names } } });
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  const atom = readFileSync(join(s.cwd, 'dist/tags/beta/atom.xml'), 'utf8');
  assert.match(atom, '<id>https://example.org/tags/beta/</id>');
  const redirects = readFileSync(join(s.cwd, 'dist/_redirects'), 'utf8').split('\n');
  assert.equal(
    redirects.filter((line) => line.startsWith('/tags/alpha/ ')),
    ['/tags/alpha/ /tags/beta/ 301'],
  );
});

test('a new article is new, and one that comes back is not', async () => {
  const { run, write, ids, cwd } = await site();
  write('c.md', post('C', { date: '2021-09-03' }));
  assert.is(idsOf(await run()).length, 3);
  rmSync(join(cwd, 'articles/a.md'));
  assert.is(idsOf(await run()).length, 2);
  write('moved.md', post('A'));
  assert.equal(idsOf(await run()), [...ids, 'https://example.org/c/']);
});

test('a former address leads to the new one', async () => {
  const { run, move, cwd } = await site();
  move('a.md', 'x.md');
  await run();
  assert.match(
    readFileSync(join(cwd, 'dist/a/index.html'), 'utf8'),
    'content="0; url=https://example.org/x/"',
  );
  assert.is(readFileSync(join(cwd, 'dist/_redirects'), 'utf8'), '/a/ /x/ 301\n');
  move('x.md', 'y.md');
  await run();
  assert.is(readFileSync(join(cwd, 'dist/_redirects'), 'utf8'), '/a/ /y/ 301\n/x/ /y/ 301\n');
  move('y.md', 'a.md');
  await run();
  assert.match(readFileSync(join(cwd, 'dist/a/index.html'), 'utf8'), '<h1 class="p-name">A</h1>');
  assert.not.match(readFileSync(join(cwd, 'dist/_redirects'), 'utf8'), /^\/a\//m);
});

test('another id for a published item stops the build, until somebody accepts it', async () => {
  const { run, write, lock } = await site();
  const before = lock();
  write('a.md', post('A', { id: 'tag:example.org,2021:a' }));
  const report = await run();
  assert.equal([report.ok, report.diagnostics.map(({ code }) => code)], [false, ['FW071']]);
  assert.match(report.diagnostics[0]?.message ?? '', 'https://example.org/a/');
  assert.is(lock(), before);
  const accepted = await run({ acceptIdentityChanges: true });
  assert.equal([accepted.ok, accepted.diagnostics], [true, []]);
  assert.equal(idsOf(accepted), ['https://example.org/b/', 'tag:example.org,2021:a']);
  assert.ok((await run()).ok);
});

test('many old articles at once are no news', async () => {
  const { run, write } = await site();
  for (let index = 0; index < 6; index += 1)
    write(`old${index}.md`, post(`Old ${index}`, { date: '2019-01-01' }));
  const report = await run();
  assert.equal([report.ok, new Set(report.diagnostics.map(({ code }) => code))], [false, new Set(['FW072'])]);
  assert.ok((await run({ maxOldAsNew: 6 })).ok);
});

test('what was published is old and known, however much of it there is, and the newest says what is old', async () => {
  const old = (name: string, date: string) => post(name, { date });
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const files = Object.fromEntries(
    names.map((name, index) => [`${name}.md`, old(name, `201${index}-01-01`)]),
  );
  const { run, lock, write } = await site(files);
  const before = lock();
  assert.ok((await run()).ok);
  assert.is(lock(), before);
  // Older than the newest by less than thirty days, though newer than all others.
  for (let index = 0; index < 6; index += 1) write(`new${index}.md`, old(`N${index}`, '2015-12-20'));
  assert.ok((await run()).ok);
});

test('a lock that this build would change says which lines it does not have, five at most', async () => {
  for (const [count, names] of [
    [1, 'https://example.org/n0/'],
    [5, [0, 1, 2, 3, 4].map((index) => `https://example.org/n${index}/`).join(', ')],
    [7, `${[0, 1, 2, 3, 4].map((index) => `https://example.org/n${index}/`).join(', ')} and 2 more`],
  ] as const) {
    const { run, write } = await site();
    for (let index = 0; index < count; index += 1) write(`n${index}.md`, post(`N${index}`, { section: [] }));
    const { diagnostics } = await run({ frozen: true });
    assert.equal(
      diagnostics.map(({ code, message }) => [code, message]),
      [['FW070', `feedwright.lock differs from what this build would write: it does not have ${names}.`]],
    );
  }
});

test('a lock that only has extra lines says so', async () => {
  const { run, cwd, lock } = await site();
  writeFileSync(join(cwd, 'feedwright.lock'), `${lock()}\n# a remark\n`);
  const { diagnostics } = await run({ frozen: true });
  assert.equal(
    diagnostics.map(({ message }) => message),
    ['feedwright.lock differs from what this build would write: it has outdated lines.'],
  );
});

test('in CI, and with --frozen, a build that would change the file fails and says what to commit', async () => {
  const { cwd, write, lock } = await site();
  const before = lock();
  assert.is(feedwright(['--url', url], cwd, { CI: 'true' }).code, 0);
  write('c.md', post('C', { date: '2021-09-03' }));
  for (const [args, env] of [
    [[], { CI: 'true' }],
    [['--frozen'], {}],
  ] as const) {
    const { code, err } = feedwright(['--url', url, ...args], cwd, env);
    assert.is(code, 1);
    assert.match(err, 'FW070');
    assert.match(err, 'https://example.org/c/');
    assert.not.ok(existsSync(join(cwd, 'dist/c')));
    assert.is(lock(), before);
  }
  assert.is(feedwright(['--url', url], cwd).code, 0);
  assert.is(feedwright(['--url', url], cwd, { CI: 'true' }).code, 0);
});

test('what is wrong with ids stops a build that leaves out invalid articles, too, and it ends', async () => {
  const { run, write, ids } = await site();
  write('c.md', post('C', { date: '2021-09-03' }));
  write('broken.md', post('Broken', { date: 'soon' }));
  const frozen = await run({ frozen: true, skipInvalid: true });
  assert.equal([frozen.ok, frozen.diagnostics.map(({ code }) => code)], [false, ['FW012', 'FW070']]);
  write('a.md', post('A', { id: 'tag:example.org,2021:a' }));
  assert.not.ok((await run({ skipInvalid: true })).ok);
  write('a.md', post('A'));
  assert.equal(idsOf(await run({ skipInvalid: true })), [...ids, 'https://example.org/c/']);
});

test('a tag that became empty keeps its feed where the output folder starts empty, as in CI', async () => {
  const { cwd, run, write } = await site();
  write('a.md', post('A', { section: 'Culture' }));
  write('b.md', post('B', { section: 'Culture' }));
  rmSync(join(cwd, 'dist'), { recursive: true });
  const report = await run();
  assert.ok(report.files.some(({ path }) => path === 'sections/health/rss.xml'));
});

test('without the file everything is as before, and a damaged one is wrong usage', async () => {
  const cwd = articlesFolder({ 'a.md': post('A') });
  await build({ cwd, url, now });
  assert.not.ok(existsSync(join(cwd, 'feedwright.lock')));
  writeFileSync(join(cwd, 'feedwright.lock'), '<<<<<<< ours\n');
  assert.is(feedwright(['--url', url], cwd).code, 2);
});

test('a copy with the id of the original is told, whichever comes first', async () => {
  const id = 'urn:uuid:ec78f6b4-0000-4000-8000-000000000000';
  for (const copy of ['copy.md', 'z.md']) {
    const { run, write } = await site({ 'first.md': post('First', { id }) });
    write(copy, post('Copy', { id }));
    const { diagnostics } = await run();
    assert.equal(
      diagnostics.map(({ code, file }) => `${code} ${file}`),
      [`FW021 ${copy}`],
    );
  }
});

test('an article with an id of its own is not taken for another that began with the same text', async () => {
  const { cwd, run, write } = await site({
    'a.md': article({ title: 'A', date: '2021-09-02', id: 'urn:x:a' }, 'Write here.\n'),
  });
  rmSync(join(cwd, 'articles/a.md'));
  write('b.md', article({ title: 'B', date: '2021-09-03', id: 'urn:x:b' }, 'Write here.\n'));
  const report = await run();
  assert.equal([report.ok, idsOf(report)], [true, ['urn:x:b']]);
});

test('a sign that two items share tells nothing', async () => {
  const same = 'The same text in both.\n';
  const { cwd, run, write } = await site({
    'a.md': article({ title: 'A', date: '2021-09-02' }, same),
    'b.md': article({ title: 'B', date: '2021-09-01' }, same),
  });
  rmSync(join(cwd, 'articles/a.md'));
  rmSync(join(cwd, 'articles/b.md'));
  write('c.md', article({ title: 'C', date: '2021-09-03' }, same));
  assert.equal(idsOf(await run()), ['https://example.org/c/']);
});

for (const [what, path, permalink] of [
  ['file', 'a.md', '/elsewhere/'],
  ['address', 'renamed.md', '/a/'],
] as const) {
  test(`an article whose text and ${what === 'file' ? 'address' : 'file'} changed is known by its ${what}`, async () => {
    const { cwd, run, write } = await site();
    rmSync(join(cwd, 'articles/a.md'));
    write(path, article({ title: 'New', date: '2021-09-02', permalink }, 'All of it is new.\n'));
    assert.equal(idsOf(await run()), ['https://example.org/a/', 'https://example.org/b/']);
  });
}

test('an article of the future that a build with --future remembered is published by a frozen build when it is due', async () => {
  const { run, write, lock } = await site();
  write('later.md', post('Later', { date: '2027-03-01' }));
  assert.ok((await run({ future: true })).ok);
  assert.ok((await run()).ok);
  const remembered = lock();
  const early = await run({ frozen: true });
  assert.equal([early.ok, early.articles.length], [true, 2]);
  const due = await run({ frozen: true, now: new Date('2027-03-02') });
  assert.equal([due.ok, due.articles.length, lock()], [true, 3, remembered]);
});

test('an article of the future makes none of today old', async () => {
  const { run, write } = await site();
  write('later.md', post('Later', { date: '2027-03-01' }));
  assert.ok((await run({ future: true })).ok);
  write('new.md', post('New', { date: '2021-09-03' }));
  assert.equal((await run({ maxOldAsNew: 0 })).diagnostics, []);
});

test('an article is old from the thirtieth day on', async () => {
  for (const [date, isOld] of [
    ['2021-08-03T00:00:00Z', false],
    ['2021-08-02T23:59:59Z', true],
  ] as const) {
    const { run, write } = await site();
    write('old.md', article({ title: 'Old', date }, 'It was written long ago.\n'));
    const { diagnostics } = await run({ maxOldAsNew: 0 });
    assert.equal(
      diagnostics.map(({ code }) => code),
      isOld ? ['FW072'] : [],
      date,
    );
  }
});

test('an older article at the address of a published one is told, and does not push it out', async () => {
  const { run, write } = await site();
  write('z.md', article({ title: 'Z', date: '1971-01-01', permalink: '/a/' }, 'It is not the first.\n'));
  const { diagnostics, articles } = await run({ skipInvalid: true });
  assert.equal(
    diagnostics.map(({ code, file }) => `${code} ${file}`),
    ['FW020 z.md'],
  );
  assert.equal(
    articles.map(({ source }) => source.path),
    ['a.md', 'b.md'],
  );
});

test.run();
