import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from '../platform/reason.js';
import { PublishError } from '../publish/publish-error.js';
import type { Store, StoredObject } from './store.js';

/** How long a lock lives, in milliseconds. */
export interface LockTiming {
  /** Between two signs of life of the holder, and between two looks of who waits. */
  beat: number;
  /** A holder that has shown nothing for so long is dead; it stops itself after half of it. */
  silence: number;
}

/** Five seconds between signs of life; a holder is dead after a minute without one. */
export const usualTiming: LockTiming = { beat: 5000, silence: 60_000 };

const folder = '.feedwright-lock/';

/**
 * Keeps other publishers from a store. Each writes a lock of its own, then looks for those of others: whoever finds one
 * takes its own away again and waits until it sees whether the other one is alive. Works on every store in which what was
 * written is listed at once, as S3 and its like promise, whether or not it knows conditions.
 */
export class StoreLock {
  private path = '';
  private lastBeat = Date.now();
  private timer: NodeJS.Timeout | undefined;
  /** The last sign of life, which may be on its way. */
  private beating = Promise.resolve();

  private constructor(
    private readonly store: Store,
    private readonly timing: LockTiming,
  ) {}

  /** @throws PublishError where another publisher is at work */
  static async acquire(store: Store, timing: LockTiming = usualTiming): Promise<StoreLock> {
    const lock = new StoreLock(store, timing);
    const seen = new Map<string, number>();
    for (;;) {
      const rivals = await lock.attempt();
      if (rivals.length === 0) break;
      for (const { path, modified } of rivals) {
        if (modified > (seen.get(path) ?? modified)) throw isBusy(store);
        seen.set(path, modified);
      }
      // Two that began together do not come back together.
      await wait(timing.beat * (0.5 + Math.random() / 2));
    }
    lock.timer = setInterval(() => {
      lock.beating = lock.beat();
    }, timing.beat);
    lock.timer.unref();
    return lock;
  }

  /** @throws PublishError where it may have been taken for dead, for example because the machine slept */
  requireHeld(): void {
    if (Date.now() - this.lastBeat < this.timing.silence / 2) return;
    const message = `This publisher showed no sign of life for too long; another one may be at work in ${this.store.name}.`;
    throw new PublishError([{ message, hint: 'Run feedwright publish again.' }]);
  }

  /** A lock that cannot be taken away is dead after a while. */
  async release(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.store.remove([this.path]).catch(() => {});
  }

  /** @returns locks of others who may be alive; with none of these the lock is held */
  private async attempt(): Promise<StoredObject[]> {
    const began = Date.now();
    // The name tells others whose lock it is, so that it need not be read; another try is another lock.
    this.path = `${folder}${machine}-${process.pid}-${randomBytes(6).toString('hex')}`;
    await this.write();
    const all: StoredObject[] = [];
    for await (const object of this.store.list(folder)) if (isLock(object)) all.push(object);
    // By the clock of the store, which may be another one than ours.
    const now = all.find(({ path }) => path === this.path)?.modified;
    if (now === undefined) throw listsLate(this.store);
    const others = all.filter(({ path }) => path !== this.path);
    const dead = others.filter((each) => now - each.modified > this.timing.silence || isGone(each.path));
    const rivals = others.filter((each) => !dead.includes(each));
    await this.store.remove([...dead.map(({ path }) => path), ...(rivals.length > 0 ? [this.path] : [])]);
    this.lastBeat = began;
    return rivals;
  }

  /** One that is missed does not matter; after several the publisher stops. */
  private async beat(): Promise<void> {
    const began = Date.now();
    await this.write().then(
      () => {
        this.lastBeat = began;
      },
      () => {},
    );
  }

  private async write(): Promise<void> {
    await this.store.write(this.path, { bytes: Buffer.from('{}') }, { 'content-type': 'application/json' });
  }
}

/** On a store where others could not be seen, nothing keeps two publishers apart. */
function listsLate({ name }: Store): PublishError {
  const message = `${name} does not list what was just written, so that two publishers could not see each other.`;
  return new PublishError([{ message, hint: 'Use a store that lists consistently, as S3 does.' }]);
}

function isBusy({ name }: Store): PublishError {
  const hint = 'Wait until it has ended, then run feedwright publish again.';
  return new PublishError([
    { message: `Another publisher is at work in ${name}; nothing was published.`, hint },
  ]);
}

/** Tells the processes of this machine, and of this container, from those of others. */
const machine = createHash('sha256')
  .update([hostname(), ...['/proc/sys/kernel/random/boot_id'].map(readIfThere), namespace()].join('\n'))
  .digest('hex')
  .slice(0, 12);

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The space in which process numbers count (Linux); elsewhere there is one. */
function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Whether an object is a lock; others may lie beside them. */
function isLock({ path }: StoredObject): boolean {
  return /^[0-9a-f]+-\d+-[0-9a-f]+$/.test(path.slice(folder.length));
}

/** Whether a lock is of a process of this machine that has ended. */
function isGone(path: string): boolean {
  const [host, pid] = path.slice(folder.length).split('-');
  if (host !== machine || pid === undefined || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return !hasCode(error, 'EPERM');
  }
}
