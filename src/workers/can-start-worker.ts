import { availableParallelism } from 'node:os';

/** Whether a second thread may begin here, and would have a processor of its own. */
export function canStartWorker(): boolean {
  return availableParallelism() > 1 && process.permission?.has('worker') !== false;
}
