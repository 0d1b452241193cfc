import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { roleIn } from '../../src/deploy/file-role.js';
import { invalidations } from '../../src/deploy/invalidations.js';
import { duringPlan, outdatedPaths, planPublish } from '../../src/deploy/plan-publish.js';
import { inParallel } from '../../src/platform/in-parallel.js';
import { ownPath } from '../../src/platform/output-path.js';

const test = suite('plan of publishing');
const roleOf = roleIn(new Set(['', 'ru/']));

const file = (name: string, fingerprint = 'm') => {
  const path = ownPath(name);
  return { path, file: `/out/${name}`, length: 1, hash: 'h', role: roleOf(path), headers: {}, fingerprint };
};
const filesOf = (...files: ReturnType<typeof file>[]) => new Map(files.map((each) => [each.path, each]));
const paths = (names: string[]) => new Set(names.map((name) => ownPath(name)));

for (const [path, role] of [
  ['a/index.html', 'page'],
  ['a/index.html.br', 'page'],
  ['feedwright.css', 'asset'],
  ['a/map.png', 'asset'],
  ['sections/health/index.html', 'page'],
  ['older/1/rss.xml', 'archive'],
  ['ru/older/12/feed.json.gz', 'archive'],
  ['older/post/rss.xml', 'feed'],
  ['rss.xml', 'feed'],
  ['tags/a/atom.xml.br', 'feed'],
  ['index.html', 'index'],
  ['ru/index.html.gz', 'index'],
  ['subscribe/index.html', 'index'],
  ['feeds.opml', 'index'],
  ['sitemap-2.xml', 'index'],
] as const) {
  test(`${path} is published as ${role}`, () => {
    assert.is(roleOf(ownPath(path)), role);
  });
}

test('sends what is new, changed or in doubt, and deletes what is no more', () => {
  const local = filesOf(file('same.css'), file('changed.css'), file('new.css'), file('doubt.css'));
  const plan = planPublish(
    local,
    {
      files: new Map([
        [ownPath('same.css'), 'm'],
        [ownPath('changed.css'), 'other'],
        [ownPath('gone.css'), 'm'],
      ]),
      pending: paths(['doubt.css', 'half.css']),
    },
    roleOf,
  );
  assert.equal(
    plan.stages.flat().map(({ path }) => path),
    ['changed.css', 'doubt.css', 'new.css'],
  );
  assert.equal(plan.deletions, [['gone.css', 'half.css']]);
  assert.equal(
    [...plan.added].map(({ path }) => path),
    ['new.css'],
  );
  assert.is(plan.unchanged, 1);
  assert.equal(outdatedPaths(plan, new Set()), ['changed.css', 'doubt.css', 'gone.css', 'half.css']);
});

test('new pages come before changed ones, and what names others goes before them', () => {
  const names = ['index.html', 'rss.xml', 'older/1/rss.xml', 'b/index.html', 'a/index.html', 'a/a.png'];
  const all = filesOf(...names.map((name) => file(name)));
  const nothing = { files: new Map(), pending: new Set<never>() };
  const [known = ''] = names.slice(4);
  const upload = planPublish(all, { ...nothing, files: new Map([[ownPath(known), 'old']]) }, roleOf);
  assert.equal(
    upload.stages.map((stage) => stage.map(({ path }) => path)),
    [['a/a.png'], ['b/index.html'], ['a/index.html'], ['older/1/rss.xml'], ['rss.xml'], ['index.html']],
  );
  const gone = planPublish(
    filesOf(),
    { ...nothing, files: new Map(names.map((name) => [ownPath(name), 'm'])) },
    roleOf,
  );
  assert.equal(gone.deletions, [
    ['index.html'],
    ['rss.xml'],
    ['older/1/rss.xml'],
    ['a/index.html', 'b/index.html'],
    ['a/a.png'],
  ]);
});

test('while it is carried out, everything that may change is in doubt', () => {
  const remote = {
    files: new Map([
      [ownPath('same.css'), 'm'],
      [ownPath('changed.css'), 'other'],
    ]),
    pending: paths(['half.css']),
  };
  const plan = planPublish(filesOf(file('same.css'), file('changed.css'), file('new.css')), remote, roleOf);
  const during = duringPlan(remote, plan);
  assert.equal([...during.files.keys()], ['same.css']);
  assert.equal([...during.pending].sort(), ['changed.css', 'half.css', 'new.css']);
});

test('a CDN forgets addresses below that of the site, pages with and without their file', () => {
  assert.equal(
    invalidations(
      [ownPath('index.html'), ownPath('a b/index.html'), ownPath('ü.xml')],
      'https://example.org/news/',
    ),
    ['/news/', '/news/index.html', '/news/a%20b/', '/news/a%20b/index.html', '/news/%C3%BC.xml'],
  );
});

test('in parallel: so many at a time, and after a failure no more', async () => {
  let [open, most] = [0, 0];
  const done: number[] = [];
  const work = async (thing: number) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((next) => setImmediate(next));
    open -= 1;
    if (thing === 5) throw new Error('five');
    done.push(thing);
  };
  await inParallel([1, 2, 3, 4], 2, work);
  assert.equal([done.length, most], [4, 2]);
  const failed = await inParallel([4, 5, 6, 7, 8, 9, 10], 1, work).catch(String);
  assert.is(failed, 'Error: five');
  assert.equal(done.slice(4), [4]);
});

test.run();
