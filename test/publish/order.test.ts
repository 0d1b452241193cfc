import fs, { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, relative, sep } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { article, articlesFolder, now } from '../support/site-folder.js';

const test = suite('the order of publishing');
const request = (cwd: string) => ({ cwd, url: 'https://example.org', now, cache: false });

/** Something that was done to a place in the output folder. */
interface Step {
  kind: 'put' | 'delete';
  path: string;
}

/** Notes what is put into the output folder and deleted there, in its order, while something is done. */
async function stepsOf(
  out: string,
  act: () => Promise<unknown>,
  before?: (step: Step) => void,
): Promise<Step[]> {
  const steps: Step[] = [];
  const note = (kind: Step['kind'], file: string) => {
    const path = relative(out, file).split(sep).join('/');
    if (path.startsWith('..') || path.startsWith('.feedwright-')) return;
    before?.({ kind, path });
    steps.push({ kind, path });
  };
  const { renameSync, rmSync: remove, unlinkSync } = fs;
  fs.renameSync = (from, to) => {
    note('put', String(to));
    renameSync(from, to);
  };
  fs.rmSync = (file, options) => {
    note('delete', String(file));
    remove(file, options);
  };
  fs.unlinkSync = (file) => {
    note('delete', String(file));
    unlinkSync(file);
  };
  syncBuiltinESMExports();
  try {
    await act();
  } finally {
    Object.assign(fs, { renameSync, rmSync: remove, unlinkSync });
    syncBuiltinESMExports();
  }
  return steps;
}

const isFeed = (path: string) => /(?:rss\.xml|atom\.xml|feed\.json|feeds\.opml)$/.test(path);
const isManifest = (path: string) => path === '.feedwright.json';

/** A site that was built, of which one article then goes, one comes and one changes. */
async function changedSite(): Promise<string> {
  const cwd = articlesFolder({
    'a.md': article({ title: 'A', date: '2021-09-01', section: 'S' }),
    'b.md': article({ title: 'B', date: '2021-09-02', section: 'S' }),
  });
  await build(request(cwd));
  rmSync(join(cwd, 'articles/a.md'));
  writeFileSync(
    join(cwd, 'articles/b.md'),
    article({ title: 'B, changed', date: '2021-09-02', section: 'S' }),
  );
  writeFileSync(join(cwd, 'articles/c.md'), article({ title: 'C', date: '2021-09-03', section: 'S' }));
  return cwd;
}

test('a list of what will be there, then pages, then feeds, then deletions, then the list of what is there', async () => {
  const cwd = await changedSite();
  const steps = await stepsOf(join(cwd, 'dist'), () => build(request(cwd)));
  const at = (wanted: (step: Step) => boolean) =>
    steps.flatMap((step, index) => (wanted(step) ? [index] : []));
  const lists = at(({ kind, path }) => kind === 'put' && isManifest(path));
  const pages = at(({ kind, path }) => kind === 'put' && !isManifest(path) && !isFeed(path));
  const feeds = at(({ kind, path }) => kind === 'put' && isFeed(path));
  const deletions = at(({ kind, path }) => kind === 'delete' && path === 'a/index.html');
  for (const each of [pages, feeds, deletions]) assert.ok(each.length > 0, JSON.stringify(steps));
  assert.is(lists.length, 2);
  const order = [
    lists[0],
    Math.min(...pages),
    Math.max(...pages),
    Math.min(...feeds),
    Math.max(...feeds),
    deletions[0],
    lists[1],
  ];
  assert.equal(
    order,
    [...order].sort((a = 0, b = 0) => a - b),
  );
});

/** Addresses in the published feeds at which there is no page. */
function brokenLinks(out: string): string[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('feed.json'),
  );
  const urls = files
    .filter((path) => !path.startsWith('.feedwright-'))
    .flatMap((path) =>
      JSON.parse(readFileSync(join(out, path), 'utf8')).items.map(({ url }: { url: string }) => url),
    );
  return urls.filter((url) => !existsSync(join(out, new URL(url).pathname, 'index.html')));
}

test('ended before any step, feeds lead to pages only, and the next build puts everything right', async () => {
  const whole = await changedSite();
  const steps = await stepsOf(join(whole, 'dist'), () => build(request(whole)));
  for (const [index] of steps.entries()) {
    const cwd = await changedSite();
    const out = join(cwd, 'dist');
    let taken = 0;
    const ended = stepsOf(
      out,
      () => build(request(cwd)),
      () => {
        if (taken === index) throw new Error('ended here');
        taken += 1;
      },
    );
    await ended.then(
      () => undefined,
      () => undefined,
    );
    assert.equal(brokenLinks(out), [], `before step ${index}`);
    assert.ok((await build(request(cwd))).ok);
    const contents = (folder: string) =>
      readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [relative(folder, file), readFileSync(file, 'utf8')])
        .sort();
    assert.equal(contents(cwd), contents(whole), `after step ${index}`);
  }
});

test.run();
