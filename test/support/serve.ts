import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listen } from './listen.js';
import { mediaTypeOf } from './media-type.js';

/** A static server on loopback, as plain as any: files, index.html, media types. */
export interface Served {
  origin: string;
  /** Paths that were asked for. */
  asked: string[];
  close(): Promise<void>;
}

/**
 * Serves a folder.
 *
 * @param folder what to serve
 * @param types media types by file name, where they are not the usual ones
 */
export async function serve(folder: string, types: Readonly<Record<string, string>> = {}): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    const file = fileAt(join(folder, path));
    if (!file) {
      response.writeHead(404).end('not found');
      return;
    }
    const name = file.slice(file.lastIndexOf('/') + 1);
    const type = types[name] ?? mediaTypeOf(name);
    const isText = /^text\/|json$|xml$/.test(type);
    response.writeHead(200, { 'content-type': isText ? `${type}; charset=utf-8` : type });
    response.end(readFileSync(file));
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function fileAt(path: string): string | undefined {
  for (const candidate of [path, join(path, 'index.html'), `${path}.html`]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
}
