import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { compile } from '../../test/support/compile.js';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A small change of the source, which one of the tests should notice. */
export interface Mutant {
  id: string;
  /** Below `src`. */
  file: string;
  line: number;
  /** What kind of change it is, as Stryker calls it. */
  kind: string;
  original: string;
  replacement: string;
}

/** How a test file ended. */
export interface Ended {
  passed: boolean;
  seconds: number;
}

const silent = () => {};
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/**
 * A copy of the project whose source holds every mutant at once, each behind a switch: the one whose number stands in the
 * environment is active, in every process that a test begins.
 */
export class Sandbox {
  readonly folder: string;
  private readonly coverage: string;

  constructor() {
    const top = mkdtempSync(join(tmpdir(), 'feedwright-mutation-'));
    process.on('exit', () => rmSync(top, { recursive: true, force: true }));
    this.folder = join(top, 'main');
    this.coverage = join(top, 'coverage');
    mkdirSync(this.coverage);
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: project,
      encoding: 'utf8',
    });
    for (const path of tracked.split('\n').filter((each) => each && existsSync(join(project, each))))
      cpSync(join(project, path), join(this.folder, path));
    // Links to the same files: a copy of its own, which a confined process may read.
    execFileSync('cp', ['-al', join(project, 'node_modules'), this.folder]);
    const shared = join(project, '../shared');
    if (existsSync(shared)) symlinkSync(shared, join(top, 'shared'));
    writeFileSync(join(this.folder, 'note-coverage.cjs'), noteCoverage);
  }

  /** Puts the mutants of files into the copy, and compiles it with these tests. */
  async instrument(
    files: readonly string[],
    excluded: readonly string[],
    tests: readonly string[],
  ): Promise<Mutant[]> {
    const read = (file: string) => readFileSync(join(project, 'src', file), 'utf8');
    const sources = files.map((file) => ({ name: file, mutate: true, content: read(file) }));
    const options = { plugins: null, excludedMutations: [...excluded], ignorers: [] };
    const { files: instrumented, mutants } = await new Instrumenter(logger).instrument(sources, options);
    for (const { name, content } of instrumented) writeFileSync(join(this.folder, 'src', name), content);
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bundle.ts'], { cwd: this.folder });
    await compile(join(this.folder, 'test'), tests, join(this.folder, '.tests'));
    const active = mutants.filter(({ status }) => status !== 'Ignored');
    return active.map(({ id, fileName, mutatorName, replacement, location }) => {
      const lines = read(fileName)
        .split('\n')
        .slice(location.start.line, location.end.line + 1);
      lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, location.end.column);
      lines[0] = (lines[0] ?? '').slice(location.start.column);
      const original = lines.join(' ').replace(/\s+/g, ' ');
      return {
        id,
        file: fileName,
        line: location.start.line + 1,
        kind: mutatorName,
        original,
        replacement: replacement.replace(/\s+/g, ' '),
      };
    });
  }

  /**
   * Runs a test file.
   *
   * @param mutant the one that is active
   * @param seconds after which it is ended, which is noticed, too
   */
  run(file: string, seconds: number, mutant?: string): Promise<Ended> {
    const began = performance.now();
    return new Promise((resolve) => {
      const { NODE_OPTIONS: _, FEEDWRIGHT_REQUIRE: _required, ...env } = process.env;
      const own = mutant
        ? { __STRYKER_ACTIVE_MUTANT__: mutant }
        : {
            NODE_OPTIONS: `--require ${join(this.folder, 'note-coverage.cjs')}`,
            MUTATION_COVERAGE: join(this.coverage, file.replaceAll('/', '+')),
          };
      const child = spawn(process.execPath, [join('.tests', file.replace(/ts$/, 'js'))], {
        cwd: this.folder,
        detached: true,
        stdio: 'ignore',
        env: { ...env, ...own, NO_COLOR: '1' },
      });
      const timer = setTimeout(() => endGroup(child.pid), seconds * 1000);
      child.on('close', (code) => {
        clearTimeout(timer);
        endGroup(child.pid);
        resolve({ passed: code === 0, seconds: (performance.now() - began) / 1000 });
      });
    });
  }

  /** The mutants that a test file came by, in any of its processes. */
  coveredBy(file: string): Set<string> {
    const prefix = file.replaceAll('/', '+');
    const found = new Set<string>();
    for (const name of readdirSync(this.coverage).filter((each) => each.startsWith(prefix))) {
      for (const id of readFileSync(join(this.coverage, name), 'utf8').split(',')) found.add(id);
    }
    return found;
  }
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

/**
 * Runs first in every process of a test and in its workers, and writes down at the end which mutants it came by; in a
 * worker, which may be ended from outside, after each answer.
 */
const noteCoverage = `
const { isMainThread, MessagePort } = require('node:worker_threads');
const file = process.env.MUTATION_COVERAGE + '.' + process.pid + '.' + Math.random();
let known = 0;
const write = () => {
  const noted = Object.keys(globalThis.__stryker__?.mutantCoverage?.static ?? {});
  if (noted.length === known || !process.env.MUTATION_COVERAGE) return;
  known = noted.length;
  try {
    require('node:fs').writeFileSync(file, noted.join(','));
  } catch {
    // A confined process may not.
  }
};
process.on('exit', write);
if (!isMainThread) {
  for (const [owner, name] of [[MessagePort.prototype, 'postMessage'], [Atomics, 'wait']]) {
    const original = owner[name];
    owner[name] = function (...given) {
      write();
      return original.apply(this, given);
    };
  }
}
`;
