import { setMaxListeners } from 'node:events';
import { PublishError } from '../publish/publish-error.js';

/**
 * One run of a publisher: whether it may still write. It ends where somebody ends it, or where the lock of the store was
 * not renewed in time; requests that are on their way are then cut off.
 */
export class Session {
  private readonly controller = new AbortController();
  private expiry = Number.POSITIVE_INFINITY;

  /** @param interrupted says that a person, or the system, wants the run to end */
  constructor(interrupted?: AbortSignal) {
    // Every request that is on its way listens.
    setMaxListeners(0, this.signal);
    const end = () => {
      const hint = 'Run feedwright publish again to finish it.';
      this.end(new PublishError([{ message: 'Publishing was interrupted.', hint }]));
    };
    if (interrupted?.aborted) end();
    interrupted?.addEventListener('abort', end, { once: true });
  }

  /** Cuts off requests. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The lock was renewed: the run may go on until then, in milliseconds by the clock of this machine. */
  extend(until: number): void {
    this.expiry = until;
  }

  /** @throws PublishError where the run has ended, or its lock was not renewed in time */
  requireActive(): void {
    if (Date.now() > this.expiry) {
      const message = 'The lock of the store was not renewed in time, so that another publisher may have it.';
      this.end(new PublishError([{ message, hint: 'Run feedwright publish again.' }]));
    }
    this.signal.throwIfAborted();
  }

  private end(reason: PublishError): void {
    if (!this.signal.aborted) this.controller.abort(reason);
  }
}
