import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { requireHeap } from '../../src/feeds/require-heap.js';
import { fullArticle, plainArticle } from '../support/full-article.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, buildFiles } from '../support/site-folder.js';

const test = suite('limits');
const url = ['--url', 'https://example.org'];

test('an article of 50 MB is refused with a clear word, a hundred of 1 MB are published', () => {
  const cwd = articlesFolder({});
  writeFileSync(
    join(cwd, 'articles/big.md'),
    article({ title: 'Big', date: '2021-01-01' }, 'words '.repeat(9_000_000)),
  );
  const refused = feedwright(url, cwd);
  assert.equal([refused.code, /FW033/.test(refused.err)], [1, true]);
  const many = articlesFolder({});
  for (let index = 0; index < 100; index += 1) {
    const fields = { title: `A ${index}`, date: `2021-01-01T00:${String(index % 60).padStart(2, '0')}:00Z` };
    writeFileSync(join(many, `articles/a${index}.md`), article(fields, 'Some words. '.repeat(85_000)));
  }
  const { code, err } = feedwright([...url, '--quiet'], many, { NODE_OPTIONS: '--max-old-space-size=2000' });
  assert.is(code, 0, err.slice(0, 500));
});

test('quotes and lists that no stack can hold are told, with and without a title', async () => {
  for (const title of ['title: A\n', '']) {
    for (const deep of ['> '.repeat(5000), `${'- '.repeat(20_000)}x`]) {
      const report = await buildFiles({
        'a.md': `---\n${title}date: 2021-09-02\n---\n\nText.\n\n${deep}x\n`,
      });
      const codes = report.diagnostics.map(({ code }) => code);
      assert.ok(report.ok || codes.includes('FW034'), codes.join());
      assert.ok(!deep.startsWith('>') || codes.includes('FW034'), 'quotes of this depth are too deep');
    }
  }
});

test('documents need not fit into memory', () => {
  const cwd = articlesFolder({});
  for (let index = 0; index < 100; index += 1) {
    const fields = { title: `A ${index}`, date: '2021-01-01', tags: ['a', 'b', 'c', 'd'] };
    writeFileSync(join(cwd, `articles/a${index}.md`), article(fields, 'Some words. '.repeat(40_000)));
  }
  const { code, err } = feedwright(url, cwd, { NODE_OPTIONS: '--max-old-space-size=600' });
  assert.is(code, 0, err.slice(0, 300));
});

test('a site that does not fit into memory is refused with a clear word, before Node gives up', () => {
  assert.not.throws(() => requireHeap(100_000, 4e9));
  assert.throws(
    () => requireHeap(1_000_000, 4e9),
    /take about [3-9]\.\d GB of memory, more than Node may use here\.\n +Set NODE_OPTIONS=--max-old-space-size=[4-9]\d{3}\.$/,
  );
});

test('a build makes no request to the network', () => {
  const cwd = articlesFolder({ 'a.md': fullArticle, 'b.md': plainArticle });
  const guard = join(cwd, 'guard.cjs');
  writeFileSync(
    guard,
    "for (const [module, names] of [['net', ['connect', 'createConnection']], ['dns', ['lookup', 'resolve']], ['dgram', ['createSocket']]]) {\n" +
      '  for (const name of names) require(module)[name] = () => { throw new Error("network: " + module + "." + name); };\n' +
      '}\n' +
      "require('net').Socket.prototype.connect = () => { throw new Error('network: connect'); };\n" +
      "globalThis.fetch = () => { throw new Error('network: fetch'); };\n",
  );
  const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
  const run = (args: string[]) =>
    spawnSync(process.execPath, ['--require', guard, cli, ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CI: '' },
    });
  const { status, stderr } = run(url);
  assert.is(status, 0, stderr);
  const guarded = run(['import', 'https://example.org/feed.xml']);
  assert.match(guarded.stderr, 'network:', 'the guard works');
});

test.run();
