/** The walk of docs/getting-started.md, followed by the letter: every command, and every answer. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { folderWith } from './support/site-folder.js';

const test = suite('getting started');
const project = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(project, 'docs/getting-started.md'), 'utf8');

/** What a reader does: writes a file, or types commands that are answered. */
interface Step {
  file?: string;
  text: string;
}

const steps = [...page.matchAll(/(?:^<!-- (\S+) -->\n)?^```(console|markdown)\n([\s\S]*?)^```$/gm)].map(
  ([, file, , text = '']): Step => (file ? { file, text } : { text }),
);

/** Commands, each with its answer. */
function commandsOf(text: string): { command: string; answer: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), answer: part.slice(end + 1) };
    });
}

/** How long it took, how large it is and where it is served differ from machine to machine, or with each version. */
const comparable = (answer: string) =>
  answer
    .replace(/^\d+\.\d\d s$/gm, 'TIME')
    .replace(/\d+(\.\d+)? kB/g, 'SIZE')
    .replace(/localhost:\d+/g, 'localhost:PORT');

/** Runs a command in a shell; a server is interrupted once it has said all that it says. */
function answerOf(command: string, cwd: string, path: string, expected: string): Promise<string> {
  const { CI: _, GITHUB_ACTIONS: __, ...rest } = process.env;
  const env = { ...rest, PATH: `${path}:${rest.PATH}`, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795000000' };
  const isServer = command.includes(' serve');
  const lastLine = expected.trimEnd().split('\n').at(-1) ?? '';
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', `exec 2>&1; ${command}${isServer ? ' --port 0' : ''}`], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (isServer && printed.includes(lastLine) && child.pid) process.kill(-child.pid, 'SIGINT');
    });
    child.on('close', () => resolve(printed));
  });
}

test('every command gives the answer that is shown', async () => {
  const cwd = folderWith({});
  const path = folderWith({
    npx: `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(project, 'lib/cli.js')}' "$@"\n`,
  });
  chmodSync(join(path, 'npx'), 0o755);
  let answers = 0;
  for (const { file, text } of steps) {
    if (file) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), text);
      continue;
    }
    for (const { command, answer } of commandsOf(text)) {
      assert.is(comparable(await answerOf(command, cwd, path, answer)), comparable(answer), command);
      answers += 1;
    }
  }
  assert.is(answers, 9);
});

test.run();
