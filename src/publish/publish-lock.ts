import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { inFolder } from '../platform/make-folder.js';
import { isAlive } from '../platform/process-alive.js';
import { hasCode } from '../platform/reason.js';
import { lockName } from './leftovers.js';
import { cannotWrite, PublishError } from './publish-error.js';
import { removeIfEmpty } from './replace-files.js';

/** How long a lock waits and lives, in milliseconds. */
export interface LockTiming {
  /** Between two looks at the lock of another build. */
  step: number;
  /** How often the holder shows that it is alive, at most. */
  beat: number;
  /** A holder that shows nothing for so long while somebody watches is dead. */
  silence: number;
  /** One that has shown nothing for so long is dead to whoever comes. */
  age: number;
  /** How long a living build is waited for. */
  patience: number;
}

const usual: LockTiming = { step: 100, beat: 2000, silence: 20_000, age: 120_000, patience: 60_000 };
/** The longest time between making the file of a lock and writing into it. */
const longestBirth = 2000;

const holderSchema = z.object({ pid: z.int(), host: z.string(), token: z.string().optional() });

/**
 * Keeps other builds from publishing into a folder, which is made if it is not there. Another build is waited for. The
 * lock of a dead one is taken over: at once where its process ran on this machine and is gone, else when it has not
 * shown any sign of life for a while, so that the lock of a container that was killed does not stay for ever.
 */
export class FolderLock {
  /** Tells this lock from all others. */
  readonly token = randomUUID();
  private readonly lock: string;
  private readonly made: string | undefined;
  private lastBeat = Date.now();

  /** @throws PublishError where the other build does not end, or the folder cannot be written */
  constructor(
    private readonly out: string,
    private readonly timing: LockTiming = usual,
  ) {
    this.lock = join(out, lockName);
    this.made = existsSync(out) ? undefined : out;
    this.acquire();
    try {
      clearAside(out);
    } catch (error) {
      this.release();
      throw cannotWrite(error);
    }
  }

  /** Shows that this build is alive; cheap enough for every file. */
  beat(): void {
    const now = Date.now();
    if (now - this.lastBeat < this.timing.beat) return;
    this.lastBeat = now;
    try {
      utimesSync(this.lock, now / 1000, now / 1000);
    } catch {
      // Whether the lock is still there is asked before anything is put in its place.
    }
  }

  /** @throws PublishError where another build took this one for dead, for example because it was suspended */
  requireHeld(): void {
    if (holderOf(this.lock)?.token === this.token) return;
    const hint = 'Run it again when no other build is running.';
    throw new PublishError([{ message: `Another build took over ${this.out} meanwhile.`, hint }]);
  }

  /** Ends it; a folder that is still empty goes with the lock. */
  release(): void {
    if (holderOf(this.lock)?.token === this.token) rmSync(this.lock, { force: true });
    if (this.made) removeIfEmpty(this.made);
  }

  private acquire(): void {
    const { lock, out, timing } = this;
    const own = JSON.stringify({ pid: process.pid, host: hostname(), token: this.token });
    const began = performance.now();
    let watched: { mark: string; since: number } | undefined;
    for (;;) {
      if (this.create(own)) return;
      const now = performance.now();
      const mark = markOf(lock);
      if (watched?.mark !== mark) watched = { mark, since: now };
      const isSilent = now - watched.since >= timing.silence;
      if (this.takeOver(mark, isSilent)) continue;
      if (now - began >= timing.patience) {
        const hint = `If no build is running, delete ${lock}.`;
        throw new PublishError([{ message: `Another build is publishing into ${out}.`, hint }]);
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, timing.step);
    }
  }

  /** Makes the lock; `false` where there is one already. */
  private create(text: string): boolean {
    try {
      inFolder(this.lock, () => writeFileSync(this.lock, text, { flag: 'wx' }));
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST') && existsSync(this.lock)) return false;
      throw cannotWrite(error);
    }
  }

  /**
   * Takes the lock of a dead build away. One build at a time may do so, which looks again before it does: a lock that
   * another one took over meanwhile is alive.
   *
   * @param mark what the lock looked like
   */
  private takeOver(mark: string, isSilent: boolean): boolean {
    const { lock } = this;
    if (!this.isDead(isSilent)) return false;
    const guard = `${lock}-takeover`;
    try {
      writeFileSync(guard, this.token, { flag: 'wx' });
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw cannotWrite(error);
      if (ageOf(guard) > this.timing.silence) rmSync(guard, { force: true });
      return false;
    }
    try {
      return markOf(lock) === mark && this.isDead(isSilent) && this.putAside(mark);
    } finally {
      rmSync(guard, { force: true });
    }
  }

  private putAside(mark: string): boolean {
    const { lock } = this;
    const aside = `${lock}-${this.token}`;
    try {
      renameSync(lock, aside);
    } catch {
      return false;
    }
    try {
      if (markOf(aside) === mark) return true;
      // Somebody came alive between the look and the step: it is put back, unless there is a new one already.
      linkSync(aside, lock);
      return false;
    } catch {
      return false;
    } finally {
      rmSync(aside, { force: true });
    }
  }

  private isDead(isSilent: boolean): boolean {
    const { lock, timing } = this;
    const age = ageOf(lock);
    if (isSilent || age > timing.age) return true;
    const holder = holderOf(lock);
    // A process writes its number right after it made the file.
    if (!holder) return age > longestBirth;
    return holder.host === hostname() && !isAlive(holder.pid);
  }
}

/** Removes what builds left that were killed while they took over a lock. */
function clearAside(out: string): void {
  for (const name of readdirSync(out)) {
    if (name.startsWith(`${lockName}-`)) rmSync(join(out, name), { force: true });
  }
}

/** Tells one state of a lock from every other: whose it is, and its last sign of life. */
function markOf(lock: string): string {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${holderOf(lock)?.token}` : '';
}

function ageOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? Date.now() - stats.mtimeMs : 0;
}

/** Who holds a lock; nothing where that is not written, or not yet. */
function holderOf(lock: string): z.infer<typeof holderSchema> | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return undefined;
  }
}
