import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));

/** What the command printed and how it ended. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the compiled command, as a user does. */
export function feedwright(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Ran {
  const { CI: _ci, ...rest } = process.env;
  const ran = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...rest, NO_COLOR: '1', ...env },
    maxBuffer: 64_000_000,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
