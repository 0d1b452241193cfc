import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** An answer, read whole. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** What is sent. */
export interface HttpRequest {
  method: string;
  headers: Headers;
  body: Buffer | undefined;
  /** Milliseconds until the answer must be there, whole. */
  timeout: number;
  /** Cuts the request off. */
  signal: AbortSignal | undefined;
}

/** The most bytes of an answer: lists have less, and so has the manifest of millions of files. */
const mostBytes = 500_000_000;

/** Connections are used again. */
const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

/**
 * Sends one request. `fetch` copies every body, and takes some 100 MB more for thousands of files (docs/decisions.md).
 *
 * @throws what the network says; a TimeoutError where the time is over
 */
export function sendRequest(
  url: URL,
  { method, headers, body, timeout, signal }: HttpRequest,
): Promise<HttpAnswer> {
  const isPlain = url.protocol === 'http:';
  const send = isPlain ? httpRequest : httpsRequest;
  const options = {
    method,
    agent: agents[isPlain ? 'http:' : 'https:'],
    headers: { ...Object.fromEntries(headers), 'content-length': body?.length ?? 0 },
  };
  return new Promise((resolve, reject) => {
    const sent = send(url, options, (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > mostBytes) sent.destroy(new Error('The answer is too long.'));
      });
      answer.on('error', fail);
      answer.on('end', () => {
        settle();
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: headersOf(answer), bytes: Buffer.concat(chunks) });
      });
    });
    const cutOff = () => {
      sent.destroy();
      fail(new Error('The request was cut off.'));
    };
    const timer = setTimeout(() => {
      sent.destroy();
      fail(new DOMException('The time for an answer is over.', 'TimeoutError'));
    }, timeout);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cutOff);
    };
    const fail = (error: unknown) => {
      settle();
      reject(error);
    };
    signal?.addEventListener('abort', cutOff);
    sent.on('error', fail);
    sent.on('upgrade', () => fail(new Error('The server wants another protocol.')));
    sent.on('close', () => fail(new Error('The connection was closed.')));
    sent.end(body);
  });
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) headers.set(name, values.join(', '));
  return headers;
}
