import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile, programFile } from './package-files.js';
import { isWithin } from './real-path.js';

/** What a confined process may reach: absolute paths, which need not be there yet. */
export interface Reach {
  /** Folders that may be read. */
  folders: readonly string[];
  /** Single files that may be read. */
  files: readonly string[];
  /** Folders that may be read and written. */
  write: readonly string[];
}

/** A command may go on only in a process that reaches nothing but these folders. */
export class NeedsConfinement extends Error {
  override readonly name = 'NeedsConfinement';

  constructor(readonly reach: Reach) {
    super('This has to run with the permission model of Node.');
  }
}

/**
 * Runs the same command in a process with other options of Node, which cannot be changed once one has begun.
 *
 * @param args of the command, without the names of the programs
 * @returns its exit code; nothing where a process may not begin another
 */
export function runAgain(
  options: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): number | undefined {
  if (process.permission) return undefined;
  // The name by which the program was called may be a link, which a confined process could not follow.
  const program = realpathSync.native(fileURLToPath(programFile('cli')));
  const all = [...process.execArgv, ...options, program, ...args];
  return spawnSync(process.execPath, all, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

/**
 * Runs the same command in a process that reads and writes nothing but what is named, and begins no other process and no
 * thread (https://nodejs.org/api/permissions.html). The program itself can be read, and it has a temporary folder of its
 * own. Its heap may take most of the memory, since it cannot be begun again with a larger one.
 */
export function runConfined({ folders, files, write }: Reach, args: readonly string[]): number | undefined {
  const temporary = mkdtempSync(join(realpathSync.native(tmpdir()), 'feedwright-'));
  const isNew = process.allowedNodeEnvironmentFlags.has('--permission');
  const written = [...write, temporary];
  const readable = outermost([programFolder(), ...folders, ...written]);
  const options = [
    isNew ? '--permission' : '--experimental-permission',
    '--disable-warning=ExperimentalWarning',
    ...readable.map((path) => `--allow-fs-read=${within(path)}`),
    ...files
      .filter((file) => !readable.some((folder) => isWithin(folder, file)))
      .map((file) => `--allow-fs-read=${file}`),
    ...outermost(written).map((path) => `--allow-fs-write=${within(path)}`),
    ...heapOption(Math.floor((memory() * 0.75) / 1e6)),
  ];
  try {
    return runAgain(options, args, { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * The option for a heap of so many megabytes.
 *
 * @returns nothing where somebody chose the size, or the machine has no such memory
 */
export function heapOption(megabytes: number): string[] {
  const chosen = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
  return chosen.includes('max-old-space-size') || megabytes * 1e6 > memory()
    ? []
    : [`--max-old-space-size=${megabytes}`];
}

function memory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** A folder and all that is in it, as Node takes it. */
function within(folder: string): string {
  return join(folder, '*');
}

/** Folders without those that lie in another one of them, by which Node 20 forgets the outer one. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && isWithin(other, folder)));
}

/** The folder of this package, or the whole one of packages that it is installed in, which those that it uses are in, too. */
function programFolder(): string {
  const own = realpathSync.native(fileURLToPath(packageFile('')));
  return /^.*?[\\/]node_modules(?=[\\/])/.exec(own)?.[0] ?? own;
}
