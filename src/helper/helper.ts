import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { BodySite } from '../articles/body/render-body.js';
import { threadFile } from '../package-files.js';
import { Counters } from './counters.js';
import type { Answer, BodiesJob, BodyAhead, Job } from './jobs.js';
import { Pack, SharedSlots } from './slots.js';

/** What the helping thread is given when it begins. */
export interface HelperStart {
  site: BodySite;
  counters: SharedArrayBuffer;
  slots: SharedArrayBuffer;
  port: MessagePort;
}

interface Thread {
  worker: Worker;
  port: MessagePort;
  counters: Counters;
  slots: SharedSlots;
}

/**
 * A second thread that renders bodies before they are wanted, and writes files after they are made, so that the first one
 * does not have to. What it gives is what the first thread would have made. It is there only where it was begun, and
 * nobody has to ask whether it is.
 */
export class Helper {
  private thread: Thread | undefined;
  private posted = 0;
  private pack: Pack | undefined;
  private failure: string | undefined;
  private readonly bodies = new Map<number, readonly (BodyAhead | undefined)[]>();

  /** Whether it was begun, and answers. */
  get isAtWork(): boolean {
    return this.thread !== undefined;
  }

  /** Begins the thread, where the machine has room for one. */
  begin(site: BodySite): void {
    if (this.thread || availableParallelism() < 2) return;
    const [counters, slots] = [new Counters(), new SharedSlots()];
    const { port1: port, port2 } = new MessageChannel();
    const workerData: HelperStart = { site, counters: counters.shared, slots: slots.shared, port: port2 };
    const worker = new Worker(threadFile('helping-thread'), { workerData, transferList: [port2] });
    // It is given up where it is silent; what became of it does not matter then.
    worker.on('error', () => {});
    worker.unref();
    port.unref();
    this.thread = { worker, port, counters, slots };
  }

  /**
   * Asks for the bodies of some articles.
   *
   * @returns the number under which they are taken
   */
  askForBodies(job: Omit<BodiesJob, 'number'>): number {
    const number = this.posted;
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
    if (!this.thread) return;
    this.sendPack();
    const isSettled = () => (this.thread?.counters.jobsDone ?? 0) >= this.posted;
    if (!this.waitUntil(isSettled)) this.failure = 'the thread that writes does not answer.';
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
    this.thread?.port.close();
    void this.thread?.worker.terminate();
    this.thread = undefined;
  }

  private post(job: Job): void {
    if (!this.thread) return;
    this.thread.port.postMessage(job);
    this.posted += 1;
    this.thread.counters.posted();
  }

  private nextPack(): Pack | undefined {
    this.sendPack();
    const { slots } = this.thread ?? {};
    const slot = slots?.take();
    return slots && slot !== undefined ? new Pack(slot, slots.bytesOf(slot)) : undefined;
  }

  private sendPack(): void {
    if (this.pack) this.post({ write: this.pack.files, slot: this.pack.slot });
    this.pack = undefined;
  }

  private waitUntil(isThere: () => boolean): boolean {
    while (this.thread) {
      const known = this.thread.counters.jobsDone;
      if (isThere()) return true;
      // What is not wanted yet stays outside of the heap.
      if (!this.hear() && !this.thread.counters.waitForMoreDoneThan(known)) this.end();
    }
    return false;
  }

  /** Takes the next answer, if there is one. */
  private hear(): boolean {
    const got = this.thread && receiveMessageOnPort(this.thread.port);
    if (!got) return false;
    const answer: Answer = got.message;
    if ('failed' in answer) this.failure ??= answer.failed;
    else this.bodies.set(answer.number, answer.bodies);
    return true;
  }
}
