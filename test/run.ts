/**
 * Runs every test file in a process of its own, two at a time, and closes with the real counts.
 *
 * uvu alone ends well for a file that forgets to run its suite, for no test at all and for a hook that throws; here
 * each of these fails, and so does a file that does not end in time.
 *
 * usage: node --import tsx test/run.ts [part of a file name ...]
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const minutes = 10;

interface Outcome {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  output: string;
  problem?: string;
}

function testFiles(wanted: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort();
}

function runFile(file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(folder, file)], {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(judge(file, output, code, signal));
    });
  });
}

function judge(file: string, output: string, code: number | null, signal: string | null): Outcome {
  const sum = (name: string) =>
    [...output.matchAll(new RegExp(`^\\s*${name}:\\s+(\\d+)`, 'gm'))].reduce(
      (total, [, n]) => total + Number(n),
      0,
    );
  const [total, passed, skipped] = [sum('Total'), sum('Passed'), sum('Skipped')];
  const failed = Math.max(0, total - passed);
  const problem =
    total + skipped === 0
      ? 'ran no test: is suite.run() missing?'
      : signal
        ? `was ended by ${signal} after ${minutes} minutes`
        : code !== 0 && failed === 0
          ? `ended with exit code ${code}`
          : undefined;
  return {
    file,
    passed,
    failed: problem && failed === 0 ? 1 : failed,
    skipped,
    output,
    ...(problem ? { problem } : {}),
  };
}

const files = testFiles(process.argv.slice(2));
const outcomes: Outcome[] = [];
const queue = [...files];
async function worker(): Promise<void> {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const outcome = await runFile(file);
    outcomes.push(outcome);
    const skips = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
    const name = relative(process.cwd(), join(folder, file));
    const bad = outcome.failed > 0;
    console.log(`${bad ? 'FAIL' : 'ok  '} ${name} (${outcome.passed} passed${skips})`);
    if (bad || outcome.skipped > 0) console.log(outcome.output.trim());
    if (outcome.problem) console.log(`${name} ${outcome.problem}`);
  }
}
await Promise.all([worker(), worker()]);

const total = (name: 'passed' | 'failed' | 'skipped') =>
  outcomes.reduce((sum, outcome) => sum + outcome[name], 0);
if (files.length === 0) console.log('There is no test file of that name.');
const skipped = total('skipped');
console.log(
  `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;
