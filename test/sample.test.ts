import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from './support/profile.js';
import { feedwright } from './support/run-cli.js';
import { folderWith } from './support/site-folder.js';

const test = suite('the sample');
const project = fileURLToPath(new URL('..', import.meta.url));

/** Every file below a folder, with its bytes. */
function filesOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path)).toString('latin1')]));
}

test('dist is what a build of articles writes, byte for byte, in any time zone', () => {
  const committed = filesOf(join(project, 'dist'));
  for (const TZ of ['UTC', 'Asia/Kamchatka', 'America/St_Johns']) {
    const out = folderWith({});
    const ran = feedwright(['--out', out], project, { TZ, LANG: 'ru_RU.UTF-8' });
    assert.is(ran.code, 0, ran.err);
    const built = filesOf(out);
    assert.equal([...built.keys()], [...committed.keys()], TZ);
    for (const [path, bytes] of built)
      assert.ok(bytes === committed.get(path), `${path} differs under ${TZ}; run npm run build`);
  }
});

test('every document of dist is valid', () => {
  const checks = { 'rss.xml': problemsOfRss, 'atom.xml': problemsOfAtom, 'feed.json': problemsOfJsonFeed };
  for (const [path] of filesOf(join(project, 'dist'))) {
    const check = checks[path.slice(path.lastIndexOf('/') + 1) as keyof typeof checks];
    if (check) assert.equal(check(readFileSync(join(project, 'dist', path), 'utf8')), [], path);
  }
});

test('the sample shows what an article can be', () => {
  assert.ok(existsSync(join(project, 'articles/innomed-2021.md')));
  const { items } = JSON.parse(readFileSync(join(project, 'dist/feed.json'), 'utf8'));
  const titles: string[] = items.map(({ title }: { title: string }) => title);
  assert.ok(titles.some((title) => /InnoMed/.test(title)) && !titles.some((title) => /ИнноМед/.test(title)));
  assert.match(readFileSync(join(project, 'dist/ru/feed.json'), 'utf8'), 'ИнноМед');
  assert.not.ok(
    titles.some((title) => /ideas wanted/.test(title)),
    'a draft was published',
  );
  const innomed = items.find(({ title }: { title: string }) => /InnoMed/.test(title));
  assert.equal([innomed.date_published, innomed.tags[0]], ['2021-09-02T00:00:00+03:00', 'Society']);
});

test.run();
