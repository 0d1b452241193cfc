import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { s3Environment } from '../support/s3-server.js';
import { articlesFolder } from '../support/site-folder.js';

/** The compiled command. */
export const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const settings = (more = '') => `{"url": "https://example.org", "title": "Example"${more}}`;

/** What the command printed and how it ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command while the store, which is in this process, answers. */
export function run(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = s3Environment,
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, NO_COLOR: '1', ...env },
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

/** A site with settings, and these articles. */
export function siteWith(files: Readonly<Record<string, string>>, more?: string): string {
  const cwd = articlesFolder(files);
  writeFileSync(join(cwd, 'feedwright.config.json'), settings(more));
  return cwd;
}
