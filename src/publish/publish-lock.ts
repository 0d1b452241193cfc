import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { lockName } from './leftovers.js';
import { PublishError } from './publish-error.js';
import { removeIfEmpty } from './replace-files.js';

const longestWait = 30_000;
const step = 100;
/** The longest time between making the file and writing into it. */
const longestBirth = 2000;

const holderSchema = z.object({ pid: z.int(), host: z.string() });

/**
 * Keeps other builds from publishing into a folder, which is made if it is not there. Another build is waited for; the
 * lock of a process that is no longer there is taken over.
 *
 * @returns ends it; a folder that is still empty goes with the lock
 * @throws PublishError where the other build does not end
 */
export function lockFolder(out: string): () => void {
  const lock = join(out, lockName);
  const made = existsSync(out) ? undefined : out;
  acquire(lock, out);
  const unlock = () => {
    rmSync(lock, { force: true });
    if (made) removeIfEmpty(made);
  };
  try {
    clearAside(out);
    return unlock;
  } catch (error) {
    unlock();
    throw cannotWrite(error);
  }
}

function acquire(lock: string, out: string): void {
  const own = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let waited = 0; ; waited += step) {
    try {
      mkdirSync(out, { recursive: true });
      writeFileSync(lock, own, { flag: 'wx' });
      return;
    } catch (error) {
      if (!isTaken(error)) throw cannotWrite(error);
    }
    if (takeOver(lock)) continue;
    if (waited >= longestWait) {
      const hint = `If no build is running, delete ${lock}.`;
      throw new PublishError([{ message: `Another build is publishing into ${out}.`, hint }]);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, step);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function cannotWrite(error: unknown): PublishError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PublishError([{ message: `The output folder cannot be written: ${reason}` }]);
}

/** Takes the lock of a dead process away; only one of several that try succeeds, by renaming it. */
function takeOver(lock: string): boolean {
  const holder = holderOf(lock);
  if (holder ? holder.host !== hostname() || isAlive(holder.pid) : !isAbandoned(lock)) return false;
  const aside = `${lock}-${process.pid}`;
  try {
    renameSync(lock, aside);
    rmSync(aside, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Removes locks of dead processes that were renamed by builds which were killed right then. */
function clearAside(out: string): void {
  for (const name of readdirSync(out)) {
    if (name.startsWith(`${lockName}-`)) rmSync(join(out, name), { force: true });
  }
}

/** Whether a lock that says nothing was left so: a process writes its number right after it made the file. */
function isAbandoned(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > longestBirth;
}

/** Who holds a lock; nothing where that is not written, or not yet. */
function holderOf(lock: string): z.infer<typeof holderSchema> | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
