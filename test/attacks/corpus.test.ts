import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build, PublishError, UsageError } from '../../src/index.js';
import { suiteWithPrograms } from '../support/available.js';
import { now } from '../support/site-folder.js';
import { attacks, attempt, filesIn, requireUnharmed } from './attack.js';

const test = suite('the corpus of attacks');
const all = attacks();
const documents: string[] = [];

test('has at least 150 attacks', () => {
  assert.ok(all.length >= 150, String(all.length));
});

for (const { name, told, ...attack } of all) {
  test(name, async () => {
    if (attack.refused !== undefined) {
      const error = await attempt(attack).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.instance(error, UsageError);
      assert.match(String(error), attack.refused);
      return;
    }
    if (attack.stops !== undefined) {
      const stopped = await attempt(attack).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.instance(stopped, PublishError);
      assert.match(String(stopped), attack.stops);
      return;
    }
    const outcome = await attempt(attack);
    const { report } = outcome;
    assert.equal([...new Set(report.diagnostics.map(({ code }) => code))].sort(), told);
    requireUnharmed(outcome);
    const { out, root } = report.site;
    documents.push(
      ...filesIn(out)
        .filter((path) => /\.(xml|opml)$/.test(path))
        .map((path) => join(out, path)),
    );
    const again = await build({ cwd: root, now, skipInvalid: true, verify: true });
    assert.equal(again.diagnostics, report.diagnostics, 'with the cache, the same is told');
    assert.equal(
      again.files.filter(({ change }) => change !== 'unchanged').map(({ path }) => path),
      [],
    );
  });
}

test.run();

const strict = suiteWithPrograms('what was published after an attack, in libxml2', {
  xmllint: ['--version'],
});

strict('is well-formed, each document of it', () => {
  assert.ok(documents.length > all.length);
  for (let at = 0; at < documents.length; at += 500) {
    const files = documents.slice(at, at + 500);
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...files], { encoding: 'utf8' });
    assert.is(status, 0, stderr);
  }
});

strict.run();
