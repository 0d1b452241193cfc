import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConditionalSuite, suiteIf } from './available.js';
import type { Ran } from './run-cli.js';
import { folderWith } from './site-folder.js';

const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** The user that has no rights, on every system that has one. */
const nobody = 65_534;

/** A suite that needs to mount disks of a few hundred kilobytes. */
export function suiteWithSmallDisks(name: string): ConditionalSuite {
  return suiteIf(name, 'the right to mount a small disk', canMount());
}

function canMount(): boolean {
  try {
    withSmallDisk(join(folderWith({}), 'disk'), 64, () => {});
    return true;
  } catch {
    return false;
  }
}

/**
 * Does something while a folder is a disk of its own, which is made for that.
 *
 * @param kilobytes its size
 */
export function withSmallDisk<T>(folder: string, kilobytes: number, act: () => T): T {
  mkdirSync(folder, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder];
  execFileSync('mount', options, { stdio: 'ignore' });
  try {
    return act();
  } finally {
    execFileSync('umount', [folder]);
  }
}

/** A suite of commands that are run by somebody who may not do everything. */
export function suiteWithoutRights(name: string): ConditionalSuite {
  const { code } = runWithoutRights(['--version'], folderWith({}));
  return suiteIf(name, 'a user without rights who can read the program', code === 0);
}

/** Runs the compiled command as a user without rights, to whom the folder is given. */
export function runWithoutRights(args: readonly string[], cwd: string): Ran {
  if (isRoot) giveAway(cwd);
  const { CI: _ci, ...env } = process.env;
  const ran = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', HOME: cwd },
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

function giveAway(folder: string): void {
  chownSync(folder, nobody, nobody);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, path), nobody, nobody);
}
