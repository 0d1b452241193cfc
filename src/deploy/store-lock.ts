import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../platform/process-alive.js';
import { PublishError } from '../publish/publish-error.js';
import type { Session } from './session.js';
import type { Store, StoredObject } from './store.js';

/** How long a lock lives, in milliseconds. */
export interface LockTiming {
  /** Between two heartbeats of the holder, and between two looks of who waits. */
  heartbeat: number;
  /** A holder without a heartbeat for so long is dead; it ends itself after half of it. */
  expiry: number;
}

/** Five seconds between heartbeats; a holder is dead after a minute without one. */
export const usualTiming: LockTiming = { heartbeat: 5000, expiry: 60_000 };

const folder = '.feedwright-lock/';

/** A lock of somebody else, and since when it looks so, by the clock of this machine. */
interface Rival {
  modified: number;
  since: number;
}

/**
 * Keeps other publishers from a store. Each writes a lock of its own, then lists those of others: whoever finds one takes
 * its own away again, and waits until it sees whether the other one is alive. Works on every store that lists at once what
 * was written, as Amazon S3 does, whether or not it supports conditional writes.
 */
export class StoreLock {
  private path = '';
  private readonly released = new AbortController();
  private heartbeats = Promise.resolve();

  private constructor(
    private readonly store: Store,
    private readonly session: Session,
    private readonly timing: LockTiming,
  ) {}

  /** @throws PublishError where another publisher is at work, or the store does not list what was just written */
  static async acquire(store: Store, session: Session, timing: LockTiming = usualTiming): Promise<StoreLock> {
    const lock = new StoreLock(store, session, timing);
    const rivals = new Map<string, Rival>();
    while (!(await lock.attempt(rivals))) {
      // Two that began together do not come back together.
      await wait(timing.heartbeat * (0.5 + Math.random() / 2));
      session.requireActive();
    }
    lock.heartbeats = lock.beat();
    return lock;
  }

  /** Takes the lock away; one that cannot be taken away expires. */
  async release(): Promise<void> {
    this.released.abort();
    await this.heartbeats;
    await this.store.remove([this.path], true).catch(() => {});
  }

  /** @returns whether the lock is held now */
  private async attempt(rivals: Map<string, Rival>): Promise<boolean> {
    const began = Date.now();
    // The name tells others whose lock it is, so that it need not be read; another try is another lock.
    this.path = `${folder}${machine ?? 'elsewhere'}-${process.pid}-${randomBytes(6).toString('hex')}`;
    await this.write();
    try {
      const { dead, alive } = await this.others(rivals);
      if (alive.length > 0) {
        await this.store.remove([this.path]);
        return false;
      }
      await this.store.remove(dead);
      this.session.extend(began + this.timing.expiry / 2);
      return true;
    } catch (error) {
      await this.store.remove([this.path], true).catch(() => {});
      throw error;
    }
  }

  /** The locks of others, by whether they may be alive; one that had a heartbeat is, and ends the waiting. */
  private async others(rivals: Map<string, Rival>): Promise<{ dead: string[]; alive: string[] }> {
    const locks: StoredObject[] = [];
    for await (const object of this.store.list(folder)) if (isLock(object)) locks.push(object);
    const own = locks.find(({ path }) => path === this.path);
    if (!own) throw listsLate(this.store);
    const [dead, alive]: [string[], string[]] = [[], []];
    for (const { path, modified } of locks.filter((lock) => lock !== own)) {
      const known = rivals.get(path) ?? { modified, since: Date.now() };
      rivals.set(path, known);
      if (!Object.is(known.modified, modified)) throw isBusy(this.store);
      // By the clock of the store, which may be another one than ours, or by what was seen.
      const isExpired =
        own.modified - modified > this.timing.expiry || Date.now() - known.since > this.timing.expiry;
      (isExpired || isGone(path) ? dead : alive).push(path);
    }
    return { dead, alive };
  }

  /** One heartbeat after the other, until the lock is released or lost. One that is missed does not matter. */
  private async beat(): Promise<void> {
    const { signal } = this.released;
    for (;;) {
      await wait(this.timing.heartbeat, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted || this.session.signal.aborted) return;
      const began = Date.now();
      await this.write().then(
        () => this.session.extend(began + this.timing.expiry / 2),
        () => {},
      );
    }
  }

  private async write(): Promise<void> {
    await this.store.put(this.path, Buffer.from('{}'), { 'content-type': 'application/json' });
  }
}

function isBusy({ name }: Store): PublishError {
  const hint = 'Wait until it has finished, then run feedwright publish again.';
  return new PublishError([
    { message: `Another publish run is using ${name}; nothing was published.`, hint },
  ]);
}

/** On a store where others could not be seen, nothing keeps two publishers apart. */
function listsLate({ name }: Store): PublishError {
  const message = `${name} does not list what was just written, so that two publishers could not see each other.`;
  return new PublishError([{ message, hint: 'Use a store that lists consistently, as Amazon S3 does.' }]);
}

/** Whether an object is a lock; others may lie beside them. */
function isLock({ path }: StoredObject): boolean {
  return /^[0-9a-z]+-\d+-[0-9a-f]+$/.test(path.slice(folder.length));
}

/**
 * Tells the processes of this machine, and of this container, from all others: the start of its kernel, and the namespace
 * of its processes. Nothing where the system does not say (only Linux does), since hosts may have the same name.
 */
const machine = ((): string | undefined => {
  try {
    const parts = [
      readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
      readlinkSync('/proc/self/ns/pid'),
    ];
    return createHash('sha256')
      .update([hostname(), ...parts].join())
      .digest('hex')
      .slice(0, 12);
  } catch {
    return undefined;
  }
})();

/** Whether a lock is of a process of this machine that has ended. */
function isGone(path: string): boolean {
  const [host, pid] = path.slice(folder.length).split('-');
  return machine !== undefined && host === machine && !isAlive(Number(pid));
}
