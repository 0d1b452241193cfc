import type { MessagePort } from 'node:worker_threads';
import type { ReadArticle, Reading } from '../articles/read-article.js';
import type { Source } from '../articles/source.js';
import { readStoredArticle, type StoredArticle } from '../articles/stored-article.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SharedCounter } from './shared-counter.js';
import { canStartWorker } from './worker-limits.js';
import { WorkerThread } from './worker-thread.js';

/** How long the other thread may be silent before it is given up, in milliseconds. */
const longestSilence = 20_000;

/** What the second thread is given. */
export interface Task {
  sources: readonly Source[];
  reading: Omit<Reading, 'conventions' | 'files'>;
  /** What the tool of the articles, which cannot cross, is recognised again by. */
  folder: string;
  preset: string | undefined;
  /** How many articles are taken at a time. */
  batch: number;
  /** Whether the hash of each file is wanted. */
  hashes: boolean;
  /** Counts of parts: those that were taken, and those that were sent. */
  taken: SharedArrayBuffer;
  sent: SharedArrayBuffer;
  port: MessagePort;
}

type WholeTask = Omit<Task, 'taken' | 'sent' | 'port'>;

/** An article as the read worker sends it. */
export interface SentArticle {
  stored: StoredArticle;
  diagnostics: Diagnostic[];
  hash?: string;
}

/** What the second thread read of one part of the list; nothing for what is better read here. */
export interface SentChunk {
  chunk: number;
  read: (SentArticle | undefined)[];
}

/** The parts of a list that two threads take: one from the front, one from the back, until none is left. */
export class SharedQueue {
  readonly count: number;

  constructor(
    private readonly length: number,
    private readonly batch: number,
    private readonly taken: SharedCounter,
  ) {
    this.count = Math.ceil(length / batch);
  }

  /** Takes one more part; `false` where all are taken. */
  take(): boolean {
    return this.taken.add() < this.count;
  }

  /** Takes all that is left. */
  takeAll(): void {
    this.taken.add(this.count);
  }

  rangeOf(chunk: number): [from: number, to: number] {
    return [chunk * this.batch, Math.min(this.length, (chunk + 1) * this.batch)];
  }
}

/**
 * Reads articles on two threads: this one from the first on, another from the last on, until they meet. What the other
 * one read crosses as text, so that it does not matter which of them read an article.
 */
export class ArticleReader {
  private readonly queue: SharedQueue;
  private readonly thread: WorkerThread;
  /** How many parts the other thread has sent. */
  private readonly sent = new SharedCounter();
  /** Parts that came and were not yet asked for. */
  private readonly waiting = new Map<number, SentChunk['read']>();
  private current: SentChunk | undefined;
  private isLost = false;
  /** The first part that the other thread has, once they met. */
  private border = Number.POSITIVE_INFINITY;
  private own = -1;

  private readonly batch: number;

  private constructor(task: WholeTask) {
    const taken = new SharedCounter();
    this.batch = task.batch;
    this.queue = new SharedQueue(task.sources.length, task.batch, taken);
    const shared = { taken: taken.shared, sent: this.sent.shared };
    this.thread = new WorkerThread('read-worker', { ...task, ...shared });
  }

  /** Another thread, where there may be one. */
  static begin(task: WholeTask): ArticleReader | undefined {
    return canStartWorker() ? new ArticleReader(task) : undefined;
  }

  /**
   * What the other thread read of an article; the articles are asked for one after the other.
   *
   * @returns nothing where it is to be read here
   */
  get(index: number, source: Source): ReadArticle | undefined {
    const chunk = Math.floor(index / this.batch);
    if (chunk > this.own && chunk < this.border) {
      if (this.queue.take()) this.own = chunk;
      else this.border = chunk;
    }
    if (chunk < this.border) return undefined;
    const sent = this.chunk(chunk)?.[index % this.batch];
    if (!sent) return undefined;
    const { stored, diagnostics, hash } = sent;
    const article = readStoredArticle(stored, source);
    return { article, diagnostics, stored, ...(hash === undefined ? {} : { hash: () => hash }) };
  }

  /** Ends the other thread. */
  end(): void {
    this.queue.takeAll();
    this.thread.end();
  }

  /** A part that the other thread took; waits until it is there. */
  private chunk(wanted: number): SentChunk['read'] | undefined {
    if (this.current?.chunk === wanted) return this.current.read;
    while (!this.isLost) {
      const known = this.sent.value;
      for (let got = this.receive(); got; got = this.receive()) this.waiting.set(got.chunk, got.read);
      const read = this.waiting.get(wanted);
      if (read) {
        this.waiting.delete(wanted);
        this.current = { chunk: wanted, read };
        return read;
      }
      this.isLost = !this.sent.waitForMoreThan(known, longestSilence);
    }
    return undefined;
  }

  private receive(): SentChunk | undefined {
    return this.thread.receive<SentChunk>();
  }
}
