import { availableParallelism } from 'node:os';

/** Whether a second thread may begin here, and would have a processor of its own. */
export function canStartWorker(): boolean {
  return availableParallelism() > 1 && process.permission?.has('worker') !== false;
}

/** When second threads are worth their beginning, and how much they are handed at a time. */
export interface WorkerLimits {
  /** Fewer articles are read by one thread. */
  articles: number;
  /** Fewer bodies are rendered by one thread. */
  bodies: number;
  /** Articles that a thread takes at a time to read, and to render. */
  readBatch: number;
  renderBatch: number;
}

/** What was measured to be fastest; tests have far less to do. */
export const usualLimits: WorkerLimits = { articles: 15_000, bodies: 400, readBatch: 128, renderBatch: 16 };
