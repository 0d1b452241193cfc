import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run of a command took. */
export interface Measured {
  seconds: number;
  /** Peak resident memory of the largest process in MB; 0 where the system does not tell. */
  memory: number;
}

/** Runs a command to its end, and watches its memory. */
export function measure(command: string, args: readonly string[], cwd: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd, stdio: 'ignore' });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, ...processesOf(child.pid).map(peakOf));
    }, 10);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, memory });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** A process and those that it began: a million articles need one with a larger heap. */
function processesOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [pid, ...children.flatMap((child) => processesOf(Number(child)))];
  } catch {
    return [pid];
  }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** The median of each figure. */
export function medianOf(list: readonly Measured[]): Measured | undefined {
  if (list.length === 0) return undefined;
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    seconds: middle(list.map(({ seconds }) => seconds)),
    memory: middle(list.map(({ memory }) => memory)),
  };
}

/** The version that a program tells; nothing where it is not installed. */
export function versionOf(command: string, ...args: string[]): string | undefined {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? (/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown') : undefined;
}
