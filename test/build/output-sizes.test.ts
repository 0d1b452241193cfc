import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { outputSizes } from '../../src/build/output-sizes.js';
import { published } from '../support/published.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';

const test = suite('how large the output is');

const files = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => {
    const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString();
    const fields = {
      ...{
        title: `T${index}`,
        date,
        section: `S${index % 2}`,
        tags: ['t', 'u', 'v'],
        author: ['Ann', 'Bob'],
      },
      summary: 'Short.',
    };
    return [
      `${index % 3 ? '' : 'ru/'}a${index}.md`,
      article(fields, `Body ${index}.\n\n${'Text. '.repeat(200)}\n`),
    ];
  }),
);

test('every article stands whole once in the main feed of its language with its archives, in each format', async () => {
  const report = await buildFiles(files, { limit: 4 });
  for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
    const documents = report.files.map(({ path }) => path).filter((path) => path.split('/').at(-1) === name);
    const main = documents.filter((path) => /^(ru\/)?(older\/\d+\/)?[^/]+$/.test(path));
    const countIn = (paths: string[], index: number) =>
      paths.filter((path) => published(report, path).includes(`Body ${index}.</p>`)).length;
    for (let index = 0; index < 30; index += 1) assert.is(countIn(main, index), 1, `${name}, ${index}`);
    const others = documents.filter((path) => !main.includes(path));
    assert.equal(
      others.filter((path) => path.includes('older/')),
      [],
    );
    for (const path of others.filter((each) => /^(tags|authors)\//.test(each)))
      assert.not.match(published(report, path), 'Body ', path);
  }
});

test('what took the room is told by what it is for, the largest first', async () => {
  const report = await buildFiles(files, { limit: 4, feeds: everyFeed });
  const sizes = outputSizes(report);
  const names = sizes.map(({ what }) => what).sort();
  assert.equal(names, [
    ...['archives of the language feeds', 'archives of the main feed'],
    ...['article pages', 'author feeds', 'language feeds', 'main feed', 'other files', 'other pages'],
    ...['section feeds', 'tag feeds'],
  ]);
  assert.equal(
    sizes.map(({ bytes }) => bytes),
    sizes.map(({ bytes }) => bytes).sort((a, b) => b - a),
  );
  const total = report.files.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.is(
    sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    total,
  );
  const head = report.files.filter(({ path }) => /^(rss\.xml|atom\.xml|feed\.json)$/.test(path));
  assert.is(
    sizes.find(({ what }) => what === 'main feed')?.bytes,
    head.reduce((sum, { bytes }) => sum + bytes, 0),
  );
});

test.run();
