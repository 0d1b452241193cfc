/** Help, the manual page and completions name the same commands and flags, since all come from one table. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { commandReference, sharedFlags } from '../../scripts/command-reference.js';
import { suiteWithPrograms } from '../support/available.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder } from '../support/site-folder.js';

const test = suiteWithPrograms('references', { man: ['--version'] });
const manual = fileURLToPath(new URL('../../man/feedwright.1', import.meta.url));
const flagsIn = (text: string) => new Set(text.match(/--[a-z][a-z-]*[a-z]/g));

test('the manual page reads without a warning, and names every command and flag', () => {
  const env = { ...process.env, MANWIDTH: '1000', LC_ALL: 'C.UTF-8', MAN_KEEP_FORMATTING: '' };
  const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', manual], { encoding: 'utf8', env });
  assert.is(stderr, '');
  const found = flagsIn(stdout);
  for (const { usage, flags } of commandReference) {
    assert.match(stdout, usage);
    for (const flag of flags) for (const name of flagsIn(flag.usage)) assert.ok(found.has(name), name);
  }
  for (const flag of sharedFlags) for (const name of flagsIn(flag.usage)) assert.ok(found.has(name), name);
});

test('help of every command names its flags', () => {
  for (const { name, flags } of commandReference) {
    const found = flagsIn(feedwright([name, '--help'], process.cwd()).out);
    for (const flag of flags) for (const each of flagsIn(flag.usage)) assert.ok(found.has(each), each);
  }
});

test('completion offers every command, and the flags of one', () => {
  const complete = (...words: string[]) =>
    feedwright(['--get-yargs-completions', 'feedwright', ...words], process.cwd()).out;
  const offered = complete('');
  for (const { name } of commandReference) assert.match(offered, name);
  const flags = flagsIn(complete('build', '--'));
  for (const { usage } of sharedFlags)
    for (const each of flagsIn(usage))
      assert.ok(flags.has(each) || flags.has(each.replace('--', '--no-')), each);
});

test('completion prints its script and does nothing else', () => {
  const cwd = articlesFolder({ 'a.md': article({ title: 'A', date: '2021-01-02' }) });
  writeFileSync(join(cwd, 'feedwright.config.yaml'), 'url: https://example.org\n');
  const { out, err, code } = feedwright(['completion'], cwd);
  assert.equal([code, err], [0, '']);
  assert.match(out, /^###-begin-feedwright-completions-###\n[\s\S]*###-end-feedwright-completions-###\s*$/);
  assert.not.ok(existsSync(join(cwd, 'dist')));
});

test.run();
