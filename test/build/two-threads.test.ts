/** A second thread reads articles and renders bodies where there are many. What is published does not depend on it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runBuild } from '../../src/build/build.js';
import { filesIn } from '../attacks/attack.js';
import { article, everyFeed, folderWith, now } from '../support/site-folder.js';

const test = suite('two threads');
const always = { articles: 1, bodies: 1, readBatch: 2, renderBatch: 2 };
const never = { articles: 1e9, bodies: 1e9, readBatch: 1, renderBatch: 1 };

const files = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [
    `articles/${index}.md`,
    article(
      {
        title: `T${index}`,
        date: `2021-01-${String((index % 28) + 1).padStart(2, '0')}`,
        tags: [`t${index % 9}`],
      },
      `Text ${index} with [another](${(index * 7) % 400}.md) and [none](none.md).\n\n## Part\n\n<b>own</b>\n`,
    ),
  ]),
);
const odd = {
  'articles/draft.md': article({ title: 'D', date: '2021-01-01', draft: true }),
  'articles/lang.md': '---\ntitle: L\ndate: 2021-01-01\nlang: not a tag\n---\nx\n',
  'articles/control.md': '---\ntitle: "a\\u0001"\ndate: 2021-01-01\n---\nx\n',
};

for (const [name, more] of [
  ['a site without mistakes', {}],
  ['a site with mistakes', odd],
] as const) {
  test(`${name} is the same, read and rendered by one or by two`, async () => {
    const cwd = folderWith({ ...files, ...more });
    const made = [];
    for (const [out, limits] of [
      ['one', never],
      ['two', always],
    ] as const) {
      const request = {
        cwd,
        url: 'https://example.org',
        now,
        out: join(cwd, out),
        cache: false,
        skipInvalid: true,
        feeds: everyFeed,
      };
      const { report } = await runBuild(request, { limits, wantsReport: true });
      if (!report) return assert.unreachable();
      made.push(report);
    }
    const [one, two] = made;
    assert.equal(two?.diagnostics, one?.diagnostics);
    assert.equal(two?.leftOut, one?.leftOut);
    assert.equal(two?.articles, one?.articles);
    const paths = filesIn(join(cwd, 'one'));
    assert.equal(filesIn(join(cwd, 'two')), paths);
    for (const path of paths)
      assert.ok(readFileSync(join(cwd, 'one', path)).equals(readFileSync(join(cwd, 'two', path))), path);
  });
}

test.run();
