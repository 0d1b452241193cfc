/**
 * Runs every test file in a process of its own, a few at a time, and closes with the real counts.
 *
 * uvu alone ends well for a file that forgets to run its suite, for no test at all and for a hook that throws; here
 * each of these fails, and so does a file that does not end in time. The tests are compiled first, with the sources that
 * they load; tests of the command run `lib`, which is compiled anew where the sources are newer.
 *
 * usage: node --import tsx test/run.ts [part of a file name ...]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './support/compile.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const project = join(folder, '..');
/** Where runs have their compiled tests, each its own, so that two can go on side by side while no source changes. */
const allCompiled = join(project, '.tests');
const compiled = join(allCompiled, String(process.pid));
/** How long a file may take; the longest takes a fifth of it. */
const minutes = 2;

interface Outcome {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  output: string;
  /** How long it took. */
  seconds: number;
  problem?: string;
}

function testFiles(wanted: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort();
}

/** Compiles where a source is newer than what was compiled. */
function compileIfStale(): void {
  const made = statSync(join(project, 'lib/cli.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name));
  const all = [...sources, 'package.json', 'scripts/bundle.ts'].map((path) => join(project, path));
  if (all.every((file) => statSync(file).mtimeMs <= made)) return;
  console.log('The sources are newer than lib/: compiling.');
  const { status } = spawnSync('npm', ['run', '--silent', 'compile'], { cwd: project, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** Removes what runs left that were killed. */
function removeLeftovers(): void {
  for (const name of existsSync(allCompiled) ? readdirSync(allCompiled) : [])
    if (!isAlive(Number(name))) rmSync(join(allCompiled, name), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function runFile(file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    // A group of its own, so that what the tests began ends with them.
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', join(compiled, file.replace(/ts$/, 'js'))],
      {
        detached: true,
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      },
    );
    if (child.pid) running.add(child.pid);
    const started = performance.now();
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child.pid);
    }, minutes * 60_000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      endGroup(child.pid);
      if (child.pid) running.delete(child.pid);
      resolve({
        ...judge(file, output, { code, signal, isLate }),
        seconds: (performance.now() - started) / 1000,
      });
    });
  });
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

interface End {
  code: number | null;
  signal: string | null;
  isLate: boolean;
}

function judge(file: string, output: string, end: End): Omit<Outcome, 'seconds'> {
  const sum = (name: string) =>
    [...output.matchAll(new RegExp(`^\\s*${name}:\\s+(\\d+)`, 'gm'))].reduce(
      (total, [, n]) => total + Number(n),
      0,
    );
  const [total, passed, skipped] = [sum('Total'), sum('Passed'), sum('Skipped')];
  const failed = Math.max(0, total - passed);
  const problem = problemOf(end, total + skipped, failed);
  return {
    file,
    passed,
    failed: problem && failed === 0 ? 1 : failed,
    skipped,
    output,
    ...(problem ? { problem } : {}),
  };
}

function problemOf({ code, signal, isLate }: End, tests: number, failed: number): string | undefined {
  if (isLate) return `did not end within ${minutes} minutes`;
  if (signal) return `was ended by ${signal}`;
  if (tests === 0) return 'ran no test: is suite.run() missing?';
  return code !== 0 && failed === 0 ? `ended with exit code ${code}` : undefined;
}

const files = testFiles(process.argv.slice(2));
compileIfStale();
removeLeftovers();
const running = new Set<number>();
process.on('exit', () => {
  for (const pid of running) endGroup(pid);
  rmSync(compiled, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
await compile(folder, files, compiled);
const outcomes: Outcome[] = [];
const queue = [...files];
async function worker(): Promise<void> {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const outcome = await runFile(file);
    outcomes.push(outcome);
    const skips = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
    const name = relative(process.cwd(), join(folder, file));
    const bad = outcome.failed > 0;
    console.log(
      `${bad ? 'FAIL' : 'ok  '} ${name} (${outcome.passed} passed${skips}, ${outcome.seconds.toFixed(1)} s)`,
    );
    if (outcome.problem) console.log(`${name} ${outcome.problem}`);
    if (bad || outcome.skipped > 0) console.log(outcome.output.trim());
  }
}
// Browsers take memory, however many processors there are.
await Promise.all(Array.from({ length: Math.min(8, Math.max(2, availableParallelism())) }, worker));

const total = (name: 'passed' | 'failed' | 'skipped') =>
  outcomes.reduce((sum, outcome) => sum + outcome[name], 0);
if (files.length === 0) console.log('There is no test file of that name.');
const skipped = total('skipped');
console.log(
  `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;
