import type { MessagePort } from 'node:worker_threads';
import type { BodySite } from '../body/rendered-body.js';
import { hasRoomForThreads } from './can-start-worker.js';
import type { Answer, BodiesJob, BodyAhead, Job } from './jobs.js';
import { Pack, SharedSlots } from './shared-buffers.js';
import { SharedCount } from './shared-counter.js';
import { Thread } from './worker-thread.js';

/** What the helping thread is given when it begins. */
export interface HelperStart {
  site: BodySite;
  /** Counts of jobs. */
  posted: SharedArrayBuffer;
  done: SharedArrayBuffer;
  slots: SharedArrayBuffer;
  port: MessagePort;
}

/** The thread, and what is shared with it. */
interface Shift {
  thread: Thread;
  posted: SharedCount;
  done: SharedCount;
  slots: SharedSlots;
  longestSilence: number;
}

/**
 * A second thread that renders bodies before they are wanted, and writes files after they are made, so that the first one
 * does not have to. What it gives is what the first thread would have made. It is there only where it was begun, and
 * nobody has to ask whether it is.
 */
export class Helper {
  private shift: Shift | undefined;
  private pack: Pack | undefined;
  private failure: string | undefined;
  private readonly bodies = new Map<number, readonly (BodyAhead | undefined)[]>();

  /** Whether it was begun, and answers. */
  get isAtWork(): boolean {
    return this.shift !== undefined;
  }

  /**
   * Begins the thread, where the machine has room for one.
   *
   * @param longestSilence after which it is given up, in milliseconds
   */
  begin(site: BodySite, longestSilence = 60_000): void {
    if (this.shift || !hasRoomForThreads()) return;
    const [posted, done, slots] = [new SharedCount(), new SharedCount(), new SharedSlots()];
    const start = { site, posted: posted.shared, done: done.shared, slots: slots.shared };
    this.shift = { thread: new Thread('render-worker', start), posted, done, slots, longestSilence };
  }

  /**
   * Asks for the bodies of some articles.
   *
   * @returns the number under which they are taken
   */
  askForBodies(job: Omit<BodiesJob, 'number'>): number {
    const number = this.shift?.posted.value ?? 0;
    this.post({ ...job, number });
    return number;
  }

  /**
   * The bodies that were asked for under a number; waits until they are there.
   *
   * @returns nothing for what is better rendered here, and where the thread is lost
   */
  takeBodies(number: number): readonly (BodyAhead | undefined)[] {
    this.waitUntil(() => this.bodies.has(number));
    const bodies = this.bodies.get(number) ?? [];
    this.bodies.delete(number);
    return bodies;
  }

  /** Takes a file to be written, unless there is no thread, or too much waits for it already. */
  takesFile(file: string, pieces: readonly Buffer[], length: number): boolean {
    if (!this.pack?.hasRoomFor(length)) this.pack = this.nextPack();
    if (!this.pack?.hasRoomFor(length)) return false;
    this.pack.add(file, pieces);
    return true;
  }

  /**
   * Waits until all that was taken is done.
   *
   * @throws an error that says what could not be done
   */
  settle(): void {
    this.sendPack();
    this.waitUntil(({ posted, done }) => done.value >= posted.value);
    while (this.hear()) {
      // One of the answers may tell of a failure.
    }
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw new Error(failure);
  }

  /** Waits until nothing is being written; what could not be done does not matter any more. */
  forget(): void {
    try {
      this.settle();
    } catch {
      // Nobody wants it now.
    }
  }

  end(): void {
    this.shift?.thread.end();
    this.shift = undefined;
    this.pack = undefined;
    this.bodies.clear();
  }

  private post(job: Job): void {
    this.shift?.thread.post(job);
    this.shift?.posted.add();
  }

  private nextPack(): Pack | undefined {
    this.sendPack();
    const { slots } = this.shift ?? {};
    const slot = slots?.take();
    return slots && slot !== undefined ? new Pack(slot, slots.bytesOf(slot)) : undefined;
  }

  private sendPack(): void {
    if (this.pack) this.post({ write: this.pack.files, slot: this.pack.slot });
    this.pack = undefined;
  }

  private waitUntil(isThere: (shift: Shift) => boolean): void {
    while (this.shift) {
      const { done, longestSilence } = this.shift;
      const known = done.value;
      if (isThere(this.shift)) return;
      // What is not wanted yet stays outside of the heap.
      if (!this.hear() && !done.waitForMoreThan(known, longestSilence)) this.giveUp();
    }
  }

  /** What the thread was to write may be missing. */
  private giveUp(): void {
    this.failure = 'the thread that writes does not answer.';
    this.end();
  }

  /** Takes the next answer, if there is one. */
  private hear(): boolean {
    const answer = this.shift?.thread.receive<Answer>();
    if (!answer) return false;
    if ('failed' in answer) this.failure ??= answer.failed;
    else this.bodies.set(answer.number, answer.bodies);
    return true;
  }
}
