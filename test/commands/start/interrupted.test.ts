import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { suiteWithPrograms } from '../../support/available.js';
import { folderWith } from '../../support/site-folder.js';

const test = suiteWithPrograms('a beginning that is broken off', { python3: ['-c', 'import pty'] });
const cli = fileURLToPath(new URL('../../../lib/cli.js', import.meta.url));

/** Runs a command on a terminal, answers its first question with a key, and prints its exit code and what it said. */
const onTerminal = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:4])
said = b''
while True:
    try:
        part = os.read(terminal, 1000)
    except OSError:
        break
    if not part:
        break
    if said == b'':
        os.write(terminal, bytes([int(sys.argv[4])]))
    said += part
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode())
`;

for (const [key, name] of [
  [3, 'Ctrl-C'],
  [4, 'Ctrl-D'],
] as const) {
  test(`${name} at a question of init ends it without a trace`, () => {
    const cwd = folderWith({});
    const args = ['-c', onTerminal, process.execPath, cli, 'init', String(key)];
    const { stdout } = spawnSync('python3', args, { cwd, encoding: 'utf8' });
    assert.match(stdout, /^1 [\s\S]*Cancelled; nothing was written/);
    assert.not.match(stdout, /\n\s+at /);
    assert.equal(readdirSync(cwd), []);
  });
}

test.run();
