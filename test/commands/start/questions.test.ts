/** The questions of init, on a terminal. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { suiteWithPrograms } from '../../support/available.js';
import { folderWith } from '../../support/site-folder.js';

const test = suiteWithPrograms('the questions of init', { python3: ['-c', 'import pty'] });
const cli = fileURLToPath(new URL('../../../lib/cli.js', import.meta.url));

/** Runs a command on a terminal, gives the next answer at each question, and prints its exit code and what it said. */
const onTerminal = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:4])
answers = sys.argv[4].split('|')
said = b''
asked = 0
while True:
    try:
        part = os.read(terminal, 1000)
    except OSError:
        break
    if not part:
        break
    said += part
    while answers and said.count(b': ') > asked:
        asked = said.count(b': ')
        os.write(terminal, answers.pop(0).encode() + b'\\r')
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode())
`;

test('a wrong answer is asked for again, and the others are kept', () => {
  const cwd = folderWith({});
  const answers = ['|not an address|news.example.org', 'Our town', 'Klingon!', 'ru', 'Moon', 'Europe/Moscow'];
  const args = ['-c', onTerminal, process.execPath, cli, 'init', answers.join('|')];
  const { stdout } = spawnSync('python3', args, { cwd, encoding: 'utf8' });
  assert.match(stdout, /^0 /);
  for (const wanted of ['an http or https address', 'a language tag such as en', 'a time zone such as'])
    assert.match(stdout, `Please enter ${wanted}`);
  const settings = readFileSync(join(cwd, 'feedwright.config.yaml'), 'utf8');
  for (const line of [
    'url: https://news.example.org',
    'title: Our town',
    'language: ru',
    'timezone: Europe/Moscow',
  ])
    assert.match(settings, line);
});

test.run();
