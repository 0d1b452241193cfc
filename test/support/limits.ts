import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ran } from './run-cli.js';
import { folderWith } from './site-folder.js';

const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));

/** Runs the compiled command; what it is given in the environment may spoil the disk. */
export type Run = (args: readonly string[], cwd: string) => Ran;

function run(program: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const [first = process.execPath, ...rest] = program;
  const { CI: _ci, ...usual } = process.env;
  return (args, cwd) => {
    const options = { cwd, encoding: 'utf8', env: { ...usual, NO_COLOR: '1', ...env } } as const;
    const ran = spawnSync(first, [...rest, cli, ...args], options);
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  };
}

/**
 * Does something while the disk below a folder is small: one of its own where it may be mounted; elsewhere every process
 * takes count of what it writes there, and is told that the disk is full.
 *
 * @param kilobytes its size
 */
export function withSmallDisk<T>(folder: string, kilobytes: number, act: (run: Run) => T): T {
  mkdirSync(folder, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder];
  if (spawnSync('mount', options, { stdio: 'ignore' }).status !== 0)
    return act(run([process.execPath], countedDisk(folder, kilobytes)));
  try {
    return act(run([process.execPath]));
  } finally {
    execFileSync('umount', [folder]);
  }
}

/** A module that runs first and makes the functions of `node:fs` that write as they are on a small disk. */
function countedDisk(folder: string, kilobytes: number): Record<string, string> {
  const module = `
    const fs = require('node:fs');
    const path = require('node:path');
    const [folder, size] = ${JSON.stringify([folder, kilobytes * 1024])};
    const names = new Map();
    const used = () => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
    const require_ = (where, bytes) => {
      if (!String(where).startsWith(folder) || used() + bytes <= size) return;
      const message = 'ENOSPC: no space left on device, write';
      throw Object.assign(new Error(message), { code: 'ENOSPC', syscall: 'write', errno: -28 });
    };
    const { openSync, writeFileSync, writevSync, writeSync, copyFileSync } = fs;
    fs.openSync = (file, ...more) => { const handle = openSync(file, ...more); names.set(handle, file); return handle; };
    fs.writeFileSync = (file, data, ...more) => { require_(names.get(file) ?? file, Buffer.byteLength(data)); return writeFileSync(file, data, ...more); };
    fs.writevSync = (handle, parts, ...more) => { require_(names.get(handle), parts.reduce((sum, { length }) => sum + length, 0)); return writevSync(handle, parts, ...more); };
    fs.writeSync = (handle, data, ...more) => { require_(names.get(handle), Buffer.byteLength(data)); return writeSync(handle, data, ...more); };
    fs.copyFileSync = (from, to, ...more) => { require_(to, fs.statSync(from).size); return copyFileSync(from, to, ...more); };
    require('node:module').syncBuiltinESMExports();
  `;
  return { NODE_OPTIONS: `--require ${join(folderWith({ 'small-disk.cjs': module }), 'small-disk.cjs')}` };
}

/**
 * Runs the compiled command as somebody to whom the rights of files apply: root gives up its powers for it.
 *
 * @throws where this user is root and cannot
 */
export const runWithoutPowers: Run =
  process.getuid?.() === 0
    ? run(['setpriv', '--bounding-set=-all', '--inh-caps=-all', process.execPath])
    : run([process.execPath]);
