/** The render worker: renders bodies and writes files, in the order in which it is asked, until it is ended. */
import { writeFileSync } from 'node:fs';
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { renderBody } from '../body/render-body.js';
import type { BodySubject } from '../body/rendered-body.js';
import { FileTracker } from '../platform/fingerprints.js';
import { inFolder } from '../platform/make-folder.js';
import { reasonOf } from '../platform/reason.js';
import type { WorkerStart } from './background-worker.js';
import { type Answer, type BodiesJob, type BodyAhead, claim, type FilesJob, type Job } from './jobs.js';
import { SharedBuffers } from './shared-buffers.js';
import { SharedCounter } from './shared-counter.js';

const start: WorkerStart = workerData;
const { site, port } = start;
const [posted, done] = [new SharedCounter(start.posted), new SharedCounter(start.done)];
const buffers = new SharedBuffers(start.buffers);
/** A body that asks for other articles is rendered where they are known. */
const addresses = { of: refuse, find: refuse };
let wasAsked = false;

for (let received = 0; ; ) {
  const got = receiveMessageOnPort(port);
  if (!got) {
    posted.waitForMoreThan(received);
    continue;
  }
  received += 1;
  const answer = answerTo(got.message);
  if (answer) port.postMessage(answer);
  done.add();
}

function answerTo(job: Job): Answer | undefined {
  if ('render' in job) return bodiesFor(job);
  try {
    write(job);
    return undefined;
  } catch (error) {
    return { failed: reasonOf(error) };
  }
}

function bodiesFor(job: BodiesJob): Answer | undefined {
  return claim(job) ? { number: job.number, bodies: job.render.map(bodyOf) } : undefined;
}

/** Nothing where other articles were asked for. */
function bodyOf(article: BodySubject): BodyAhead | undefined {
  wasAsked = false;
  const files = new FileTracker();
  const body = renderBody(article, { ...site, addresses, files });
  return wasAsked ? undefined : { body, tracked: [...files.tracked] };
}

function write({ write: files, buffer }: FilesJob): void {
  try {
    const bytes = buffers.bytesOf(buffer);
    for (const { file, from, to } of files)
      inFolder(file, () => writeFileSync(file, bytes.subarray(from, to)));
  } finally {
    buffers.free(buffer);
  }
}

function refuse(): never {
  wasAsked = true;
  throw new Error('Other articles are not known here.');
}
