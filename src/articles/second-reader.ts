import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { threadFile } from '../package-files.js';
import type { Source } from './discover.js';
import type { ReadArticle, Reading } from './read-article.js';
import { type StoredText, storedArticle } from './stored-article.js';

/** Fewer articles are read before another thread has begun. */
const fewest = 15_000;
/** How many articles are taken at a time. */
const chunkSize = 128;
/** How long the other thread may be silent before it is given up, in milliseconds. */
const longestSilence = 20_000;

/** What the second thread is given. */
export interface Task {
  sources: readonly Source[];
  reading: Omit<Reading, 'conventions'>;
  /** What the tool of the articles, which cannot cross, is recognised again by. */
  folder: string;
  preset: string | undefined;
  /** Whether the hash of each file is wanted. */
  hashes: boolean;
  shared: SharedArrayBuffer;
  port: MessagePort;
}

/** An article that crossed. */
export interface SentArticle {
  text: StoredText;
  diagnostics: Diagnostic[];
  hash?: string;
}

/** What the second thread read of one part of the list; nothing for what is better read here. */
export interface SentChunk {
  chunk: number;
  read: (SentArticle | undefined)[];
}

/** The parts of a list that two threads take: one from the front, one from the back, until none is left. */
export class Tickets {
  readonly count: number;
  private readonly cells: Int32Array;

  /** @param shared two numbers: how many parts are taken, and how many were sent */
  constructor(
    shared: SharedArrayBuffer,
    private readonly length: number,
  ) {
    this.cells = new Int32Array(shared);
    this.count = Math.ceil(length / chunkSize);
  }

  /** Takes one more part; `false` where all are taken. */
  take(): boolean {
    return Atomics.add(this.cells, 0, 1) < this.count;
  }

  /** Takes all that is left. */
  takeAll(): void {
    Atomics.store(this.cells, 0, this.count);
  }

  rangeOf(chunk: number): [from: number, to: number] {
    return [chunk * chunkSize, Math.min(this.length, (chunk + 1) * chunkSize)];
  }

  /** Tells who waits that something was sent. */
  tell(): void {
    Atomics.add(this.cells, 1, 1);
    Atomics.notify(this.cells, 1);
  }

  get sent(): number {
    return Atomics.load(this.cells, 1);
  }

  /** Waits until more was sent than is known of; `false` where that takes too long. */
  waitFor(known: number): boolean {
    return Atomics.wait(this.cells, 1, known, longestSilence) !== 'timed-out';
  }
}

/**
 * Reads articles on two threads: this one from the first on, another from the last on, until they meet. What the other
 * one read crosses as text, so that it does not matter which of them read an article.
 */
export class SecondReader {
  private readonly tickets: Tickets;
  private readonly worker: Worker;
  private readonly port: MessagePort;
  /** Parts that came and were not yet asked for. */
  private readonly sent = new Map<number, SentChunk['read']>();
  private current: SentChunk | undefined;
  private isLost = false;
  /** The first part that the other thread has, once they met. */
  private border = Number.POSITIVE_INFINITY;
  private own = -1;

  private constructor(task: Omit<Task, 'shared' | 'port'>) {
    const shared = new SharedArrayBuffer(8);
    const { port1, port2 } = new MessageChannel();
    this.tickets = new Tickets(shared, task.sources.length);
    this.port = port1;
    const workerData: Task = { ...task, shared, port: port2 };
    this.worker = new Worker(threadFile('reading-thread'), { workerData, transferList: [port2] });
    // It is given up where it is silent; what became of it does not matter then.
    this.worker.on('error', () => {});
    this.worker.unref();
    this.port.unref();
  }

  /** Another thread, where there is one and enough to do for it. */
  static begin(task: Omit<Task, 'shared' | 'port'>): SecondReader | undefined {
    return task.sources.length >= fewest && availableParallelism() > 1 ? new SecondReader(task) : undefined;
  }

  /**
   * What the other thread read of an article; the articles are asked for one after the other.
   *
   * @returns nothing where it is to be read here
   */
  get(index: number, source: Source): ReadArticle | undefined {
    const chunk = Math.floor(index / chunkSize);
    if (chunk > this.own && chunk < this.border) {
      if (this.tickets.take()) this.own = chunk;
      else this.border = chunk;
    }
    if (chunk < this.border) return undefined;
    const sent = this.chunk(chunk)?.[index % chunkSize];
    if (!sent) return undefined;
    const { text, diagnostics, hash } = sent;
    const article = storedArticle(text.plan, (part) => text[part], source);
    return { article, diagnostics, text, ...(hash === undefined ? {} : { hash: () => hash }) };
  }

  /** Ends the other thread. */
  end(): void {
    this.tickets.takeAll();
    this.port.close();
    void this.worker.terminate();
  }

  /** A part that the other thread took; waits until it is there. */
  private chunk(wanted: number): SentChunk['read'] | undefined {
    if (this.current?.chunk === wanted) return this.current.read;
    while (!this.isLost) {
      const known = this.tickets.sent;
      for (let got = receiveMessageOnPort(this.port); got; got = receiveMessageOnPort(this.port)) {
        const { chunk, read }: SentChunk = got.message;
        this.sent.set(chunk, read);
      }
      const read = this.sent.get(wanted);
      if (read) {
        this.sent.delete(wanted);
        this.current = { chunk: wanted, read };
        return read;
      }
      this.isLost = !this.tickets.waitFor(known);
    }
    return undefined;
  }
}
