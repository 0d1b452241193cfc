import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** An answer, read whole. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** Connections are used again. */
const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

/**
 * Sends one request. `fetch` copies every body, and would take some 100 MB more for thousands of files.
 *
 * @param timeout milliseconds until the answer must be there, whole
 * @throws what the network says; a TimeoutError where the time is over
 */
export function sendRequest(
  url: URL,
  {
    method,
    headers,
    body,
    timeout,
  }: { method: string; headers: Headers; body: Buffer | undefined; timeout: number },
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
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => {
        clearTimeout(timer);
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: headersOf(answer), bytes: Buffer.concat(chunks) });
      });
    });
    const timer = setTimeout(() => {
      sent.destroy(new DOMException('The time for an answer is over.', 'TimeoutError'));
    }, timeout);
    const fail = (error: unknown) => {
      clearTimeout(timer);
      reject(error);
    };
    sent.on('error', fail);
    sent.end(body);
  });
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) headers.set(name, values.join(', '));
  return headers;
}
