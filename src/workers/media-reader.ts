import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadMedia } from '../media/media-info.js';
import { readMedia } from '../media/read-media.js';
import { workerFile } from '../platform/package-files.js';

/** What the media worker answers. */
export type MediaAnswer = ReadMedia | { failed: string };

/**
 * Reads recordings, one at a time, in a worker that is ended where it does not come back: some damaged files keep their
 * parsers busy for minutes. A process that may not start threads reads them itself.
 */
export class MediaReader {
  private worker: Worker | undefined;

  /** @param longest time for one file, in milliseconds; the default is enough for eight hours without a header */
  constructor(private readonly longest = 60_000) {}

  /**
   * What a recording says about itself.
   *
   * @throws Error where the file cannot be read, does not play, or takes too long
   */
  async read(file: string): Promise<ReadMedia> {
    if (process.permission?.has('worker') === false) return readMedia(file);
    this.worker ??= new Worker(workerFile('media-worker'));
    this.worker.postMessage(file);
    const answer = await this.answerOf(this.worker);
    if ('failed' in answer) throw new Error(answer.failed);
    return answer;
  }

  /** Ends the worker; the next file is read by a new one. */
  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private async answerOf(worker: Worker): Promise<MediaAnswer> {
    const limit = AbortSignal.timeout(this.longest);
    try {
      const [answer] = await once(worker, 'message', { signal: limit });
      return answer;
    } catch (error) {
      await this.end();
      throw limit.aborted ? new Error(`it was given up after ${this.longest / 1000} seconds`) : error;
    }
  }
}
