import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import S3rver from 's3rver';
import { listen } from './listen.js';

/** A request as the proxy saw it. */
export interface Seen {
  method: string;
  /** Key of the object below the bucket, or the query of a request to the bucket. */
  what: string;
  status: number;
  headers: IncomingMessage['headers'];
  bytes: number;
}

/** What the proxy does with a request instead of passing it on, or after it was passed on. */
export type Fault =
  | 'cut before'
  | 'cut after'
  | 'silence'
  | { status: number; code?: string; headers?: Record<string, string>; answer?: string };

/** A store that speaks S3, and a proxy before it that logs and injects faults. */
export interface S3Server {
  endpoint: string;
  /** Every request, in the order of their answers. */
  seen: Seen[];
  /** Asked before each request, whose number counts from 1; nothing lets it through. */
  injectFault: (number: number, request: { method: string; what: string }) => Fault | undefined;
  /** Whether conditions are kept, as the documentation of S3 says; some stores ignore them. */
  keepsConditions: boolean;
  /** Milliseconds that every answer takes longer. */
  delay: number;
  /** The most requests that were open at the same time. */
  mostOpen: number;
  /** The objects of the bucket, by their keys, once the store has finished what it was asked for. */
  objects(under?: string): Promise<Map<string, { bytes: Buffer; headers: Headers }>>;
  /** Waits for requests that are on their way, though nobody waits for their answers any more. */
  settled(): Promise<void>;
  /** Puts an object there that is none of ours. */
  put(key: string, text: string): Promise<void>;
  /** Deletes an object. */
  remove(key: string): Promise<void>;
  /** Starts a log and a count of requests anew, without faults. */
  reset(): void;
}

/** The key that s3rver knows. */
export const s3Environment = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

const bucket = 'news';

/** Starts a store with an empty bucket `news`; it ends with the process. */
export async function startS3(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'feedwright-s3-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    allowMismatchedSignatures: false,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  await store.configureBuckets();
  const inner = createServer(store.callback());
  const port = await listen(inner);
  const server: S3Server = {
    endpoint: '',
    seen: [],
    injectFault: () => undefined,
    keepsConditions: true,
    delay: 0,
    mostOpen: 0,
    async objects(under = '') {
      await Promise.allSettled(unfinished);
      return readObjects(port, under);
    },
    async settled() {
      for (let round = 0; round < 3; round += 1) {
        await wait(10);
        await Promise.allSettled(unfinished);
      }
    },
    async put(key, text) {
      await fetch(`http://127.0.0.1:${port}/${bucket}/${key}`, { method: 'PUT', body: text });
    },
    async remove(key) {
      await fetch(`http://127.0.0.1:${port}/${bucket}/${key}`, { method: 'DELETE' });
    },
    reset() {
      Object.assign(server, { seen: [], injectFault: () => undefined, delay: 0, mostOpen: 0 });
      count = 0;
    },
  };
  let count = 0;
  let open = 0;
  // The store goes on with a request whose sender has gone, and writes its files in place.
  const unfinished = new Set<Promise<void>>();
  const proxy = createServer(async (asked, answer) => {
    count += 1;
    open += 1;
    server.mostOpen = Math.max(server.mostOpen, open);
    answer.on('close', () => {
      open -= 1;
    });
    const handled = handle(server, port, count, asked, answer);
    unfinished.add(handled);
    await handled.finally(() => unfinished.delete(handled));
  });
  server.endpoint = `http://127.0.0.1:${await listen(proxy)}`;
  return server;
}

async function handle(
  server: S3Server,
  port: number,
  number: number,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers } = asked;
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const what = decodeURIComponent(url.slice(bucket.length + 2));
  const note = (status: number) => server.seen.push({ method, what, status, headers, bytes: body.length });
  const fault = server.injectFault(number, { method, what });
  if (server.delay > 0) await new Promise((done) => setTimeout(done, server.delay));
  if (fault === 'silence') return;
  if (fault === 'cut before') {
    note(0);
    asked.socket.destroy();
    return;
  }
  const refused = typeof fault === 'object' ? fault : await conditionOf(server, port, asked);
  if (refused) {
    note(refused.status);
    answer.writeHead(refused.status, { 'content-type': 'application/xml', ...refused.headers });
    answer.end(
      refused.answer ?? `<?xml version="1.0"?>\n<Error><Code>${refused.code ?? 'Fault'}</Code></Error>`,
    );
    return;
  }
  const inner = await passOn(port, { method, url, headers }, body);
  note(fault === 'cut after' ? 0 : inner.status);
  if (fault === 'cut after') asked.socket.destroy();
  else {
    answer.writeHead(inner.status, inner.headers);
    answer.end(inner.body);
  }
}

/** Conditional writes, as "Preventing object overwrites with conditional writes" of the S3 documentation has them. */
async function conditionOf(
  server: S3Server,
  port: number,
  { method, url = '', headers }: IncomingMessage,
): Promise<Exclude<Fault, string> | undefined> {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (!server.keepsConditions || method !== 'PUT' || (match ?? noneMatch) === undefined) return undefined;
  const there = await fetch(`http://127.0.0.1:${port}${url}`, { method: 'HEAD' });
  if (noneMatch === '*')
    return there.status === 404 ? undefined : { status: 412, code: 'PreconditionFailed' };
  if (there.status === 404) return { status: 404, code: 'NoSuchKey' };
  return there.headers.get('etag') === match ? undefined : { status: 412, code: 'PreconditionFailed' };
}

interface Passed {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function passOn(
  port: number,
  { method, url, headers }: { method: string; url: string; headers: IncomingMessage['headers'] },
  body: Buffer,
): Promise<Passed> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path: url, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: Buffer.concat(chunks),
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function readObjects(
  port: number,
  under: string,
): Promise<Map<string, { bytes: Buffer; headers: Headers }>> {
  const objects = new Map<string, { bytes: Buffer; headers: Headers }>();
  const base = `http://127.0.0.1:${port}/${bucket}`;
  let after = '';
  for (;;) {
    const query = `prefix=${encodeURIComponent(under)}&marker=${encodeURIComponent(after)}`;
    const page = await (await fetch(`${base}?${query}`)).text();
    const keys = [...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) =>
      key.replaceAll('&amp;', '&'),
    );
    for (const key of keys) {
      const answer = await fetch(`${base}/${key.split('/').map(encodeURIComponent).join('/')}`);
      objects.set(key, { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers });
    }
    const last = keys.at(-1);
    if (last === undefined || !page.includes('<IsTruncated>true')) return objects;
    after = last;
  }
}
