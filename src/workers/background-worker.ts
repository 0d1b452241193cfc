import type { MessagePort } from 'node:worker_threads';
import type { BodySite } from '../body/rendered-body.js';
import type { Answer, BodiesJob, BodyAhead, Job } from './jobs.js';
import { Batch, SharedBuffers } from './shared-buffers.js';
import { SharedCounter } from './shared-counter.js';
import { canStartWorker } from './worker-limits.js';
import { WorkerThread } from './worker-thread.js';

/** What the render worker is given when it begins. */
export interface WorkerStart {
  site: BodySite;
  /** Counts of jobs. */
  posted: SharedArrayBuffer;
  done: SharedArrayBuffer;
  buffers: SharedArrayBuffer;
  port: MessagePort;
}

/** The thread, and what is shared with it. */
interface Connection {
  thread: WorkerThread;
  posted: SharedCounter;
  done: SharedCounter;
  buffers: SharedBuffers;
  longestSilence: number;
}

/**
 * A second thread that renders bodies before they are wanted, and writes files after they are made, so that the first one
 * does not have to. What it gives is what the first thread would have made. It is there only where it was begun, and
 * nobody has to ask whether it is.
 */
export class BackgroundWorker {
  private connection: Connection | undefined;
  private batch: Batch | undefined;
  private failure: string | undefined;
  private readonly bodies = new Map<number, readonly (BodyAhead | undefined)[]>();

  /** Whether it was begun, and answers. */
  get isAtWork(): boolean {
    return this.connection !== undefined;
  }

  /**
   * Begins the thread, where the machine has room for one.
   *
   * @param longestSilence after which it is given up, in milliseconds
   */
  begin(site: BodySite, longestSilence = 60_000): void {
    if (this.connection || !canStartWorker()) return;
    const [posted, done, buffers] = [new SharedCounter(), new SharedCounter(), new SharedBuffers()];
    const start = { site, posted: posted.shared, done: done.shared, buffers: buffers.shared };
    this.connection = {
      thread: new WorkerThread('render-worker', start),
      posted,
      done,
      buffers,
      longestSilence,
    };
  }

  /**
   * Asks for the bodies of some articles.
   *
   * @returns the number under which they are taken
   */
  askForBodies(job: Omit<BodiesJob, 'number'>): number {
    const number = this.connection?.posted.value ?? 0;
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
    if (!this.batch?.hasRoomFor(length)) this.batch = this.nextBatch();
    if (!this.batch?.hasRoomFor(length)) return false;
    this.batch.add(file, pieces);
    return true;
  }

  /**
   * Waits until all that was taken is done.
   *
   * @throws an error that says what could not be done
   */
  settle(): void {
    this.sendBatch();
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
    this.connection?.thread.end();
    this.connection = undefined;
    this.batch = undefined;
    this.bodies.clear();
  }

  private post(job: Job): void {
    this.connection?.thread.post(job);
    this.connection?.posted.add();
  }

  private nextBatch(): Batch | undefined {
    this.sendBatch();
    const { buffers } = this.connection ?? {};
    const buffer = buffers?.take();
    return buffers && buffer !== undefined ? new Batch(buffer, buffers.bytesOf(buffer)) : undefined;
  }

  private sendBatch(): void {
    if (this.batch) this.post({ write: this.batch.files, buffer: this.batch.buffer });
    this.batch = undefined;
  }

  private waitUntil(isThere: (connection: Connection) => boolean): void {
    while (this.connection) {
      const { done, longestSilence } = this.connection;
      const known = done.value;
      if (isThere(this.connection)) return;
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
    const answer = this.connection?.thread.receive<Answer>();
    if (!answer) return false;
    if ('failed' in answer) this.failure ??= answer.failed;
    else this.bodies.set(answer.number, answer.bodies);
    return true;
  }
}
