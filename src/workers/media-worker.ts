/** The media worker: reads one recording after the other, and sends what each says about itself. */
import { parentPort } from 'node:worker_threads';
import { readMedia } from '../media/read-media.js';
import { reasonOf } from '../platform/reason.js';
import type { MediaAnswer } from './media-reader.js';

parentPort?.on('message', async (file: string) => {
  const answer: MediaAnswer = await readMedia(file).catch((error: unknown) => ({ failed: reasonOf(error) }));
  parentPort?.postMessage(answer);
});
