/** The read worker: takes articles from the end of the list, and sends each as text. */
import { workerData } from 'node:worker_threads';
import { namingOf } from '../articles/front-matter/field-names.js';
import { readArticle } from '../articles/read-article.js';
import { storeArticle } from '../articles/stored-article.js';
import { recognise } from '../dialects/recognise.js';
import { FileTracker } from '../platform/fingerprints.js';
import { type SentArticle, type SentChunk, SharedQueue, type Task } from './article-reader.js';
import { SharedCounter } from './shared-counter.js';

const task: Task = workerData;
const { sources, reading, folder, preset, hashes } = task;
const { conventions } = recognise(folder, preset);
const naming = namingOf(conventions);
/** What was looked at is looked at by the first thread as well, which asks for everything that articles inherit. */
const files = new FileTracker();
const queue = new SharedQueue(sources.length, task.batch, new SharedCounter(task.taken));
const sent = new SharedCounter(task.sent);

for (let chunk = queue.count - 1; queue.take(); chunk -= 1) {
  const [from, to] = queue.rangeOf(chunk);
  send({ chunk, read: sources.slice(from, to).map(read) });
}

/** An article as text; nothing where the first thread has to read it itself, which alone notes what it looked at. */
function read(source: Task['sources'][number]): SentArticle | undefined {
  const fresh = readArticle(source, { ...reading, conventions, files }, naming);
  const { article, diagnostics, hash, isFromHistory } = fresh;
  if (!article || isFromHistory) return undefined;
  return { stored: storeArticle(article), diagnostics, ...(hashes && hash ? { hash: hash() } : {}) };
}

function send(message: SentChunk): void {
  task.port.postMessage(message);
  sent.add();
}
