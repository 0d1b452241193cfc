import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder } from '../support/site-folder.js';

const test = suite('settings that are programs');
const program =
  "require('node:fs').writeFileSync('ran', '');\nmodule.exports = { url: 'https://example.org' };\n";
const files = { 'a.md': article({ title: 'A', date: '2021-09-02' }) };

for (const ending of ['ts', 'js']) {
  test(`a .${ending} file runs by choice of the owner, and is refused with --no-config-code`, () => {
    const cwd = articlesFolder({ ...files, [`../feedwright.config.${ending}`]: program });
    const refused = feedwright(['--no-config-code'], cwd);
    assert.is(refused.code, 2, refused.err);
    assert.match(refused.err, 'is a program');
    assert.not.ok(existsSync(join(cwd, 'ran')));
    const named = feedwright(['--no-config-code', '--config', `feedwright.config.${ending}`], cwd);
    assert.equal([named.code, existsSync(join(cwd, 'ran'))], [2, false]);
    assert.is(feedwright([], cwd).code, 0);
    assert.ok(existsSync(join(cwd, 'ran')));
  });
}

test('templates are refused too, and data is not', () => {
  const settings = 'url: https://example.org\ntemplates: { article: t.js }\n';
  const cwd = articlesFolder({ ...files, '../feedwright.config.yaml': settings, '../t.js': program });
  const { code, err } = feedwright(['--no-config-code'], cwd);
  assert.equal([code, existsSync(join(cwd, 'ran'))], [2, false], err);
  const data = articlesFolder({ ...files, '../feedwright.config.yaml': 'url: https://example.org\n' });
  assert.is(feedwright(['--no-config-code'], data).code, 0);
});

test.run();
