import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Path of something beside the project that a clone alone does not have. */
export function sharedPath(path: string): string {
  return shared + path;
}

/** A suite whose tests may have to skip. */
export interface ConditionalSuite {
  (title: string, body: () => void | Promise<void>): void;
  run(): void;
}

/** What a machine may lack, and CI must have: see `FEEDWRIGHT_REQUIRE`. */
type Need = 'programs' | 'corpora' | 'machine';

/** `FEEDWRIGHT_REQUIRE=1` wants everything; else it names what is wanted, with commas. */
function isRequired(need: Need): boolean {
  const wanted = process.env.FEEDWRIGHT_REQUIRE ?? '';
  return wanted === '1' || wanted.split(',').includes(need);
}

/**
 * A suite that runs where something is there. Elsewhere its tests skip and say so; where FEEDWRIGHT_REQUIRE names the
 * need, they run and fail.
 */
export function suiteIf(name: string, what: string, isThere: boolean, need: Need): ConditionalSuite {
  const runs = isThere || isRequired(need);
  const tests = suite(name);
  if (!runs) console.log(`skipped: "${name}" needs ${what}`);
  const add = (title: string, body: () => void | Promise<void>) =>
    runs ? tests(title, body) : tests.skip(title, body);
  return Object.assign(add, { run: () => tests.run() });
}

/** A suite that needs programs. */
export function suiteWithPrograms(
  name: string,
  programs: Readonly<Record<string, readonly string[]>>,
): ConditionalSuite {
  const missing = Object.entries(programs).filter(([program, args]) => !runs(program, args));
  return suiteIf(
    name,
    missing.map(([program, args]) => [program, ...args].join(' ')).join(', '),
    missing.length === 0,
    'programs',
  );
}

export function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** A suite over real articles of other people, which lie beside the project and are no part of it. */
export function suiteOverCorpus(name: string, folder: string): ConditionalSuite {
  return suiteIf(name, `../shared/${folder}`, existsSync(sharedPath(folder)), 'corpora');
}

/** A suite about what more threads do together. */
export function suiteWithThreads(name: string): ConditionalSuite {
  return suiteIf(name, 'a machine that runs two threads at once', availableParallelism() > 1, 'machine');
}
