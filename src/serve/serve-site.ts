import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import compression from 'http-compression';
import serveStatic from 'serve-static';
import { build } from '../build/build.js';
import type { BuildReport, BuildRequest } from '../build/report.js';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import { feedFormats } from '../formats/formats.js';
import { reasonOf } from '../platform/reason.js';
import { escapeHtml } from '../text/escape-html.js';
import { isNameOfOurs, nameFor, namesFor } from './own-names.js';
import { SiteWatcher } from './watch-site.js';

/** What tells of a site that is served. */
export interface Serving {
  /** Address of the front page. */
  url: string;
  /** All addresses at which it can be reached. */
  urls: readonly string[];
  /** Whether it is at the port that was wished for. */
  hasPort: boolean;
  /** Stops watching and serving, and takes away what was built. */
  close(): Promise<void>;
}

/** What to serve, and whom to tell. */
export interface ServeRequest extends BuildRequest {
  /** The wished port; a free one is taken where it is not free. 0 leaves the choice. */
  port: number;
  /** Name or address to serve at. Default: this machine only. */
  host?: string | undefined;
  /** Told after each build: what came of it, or why there was none. */
  onBuild(outcome: { report?: BuildReport; error?: unknown }): void;
}

/** Media types as a good server sends them; feeds so that a browser shows them. */
const mediaTypes: Readonly<Record<string, string>> = {
  xml: 'application/xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  'chapters.json': 'application/json+chapters',
};

/** Media types that are sent compressed: sound is not made smaller. */
const texts = /^text\/|[/+](xml|json|javascript)\b/;

/**
 * Builds a site for the address of this machine into a folder of its own, serves it, and builds it again whenever a file
 * changes. What is published, and the file that remembers ids, stay as they are.
 */
export async function serveSite(request: ServeRequest): Promise<Serving> {
  const { port, host, onBuild, ...settings } = request;
  const out = mkdtempSync(join(tmpdir(), 'feedwright-serve-'));
  const listeners = new Set<ServerResponse>();
  /** What is wrong, as long as nothing was built. */
  let problems: readonly string[] | undefined = ['The site is being built.'];
  const files = serveStatic(out, { extensions: ['html'], fallthrough: false, setHeaders });
  const compress = compression({ mimes: texts });
  const server = createServer((incoming, response) => {
    if (!isNameOfOurs(incoming.headers.host, host))
      response.writeHead(421).end('This server answers to names and addresses of this machine only.\n');
    else if (incoming.url === '/feedwright-events') listen(response, listeners);
    else if (problems) sayProblems(response, problems);
    else {
      const send = () => files(incoming, response, (error) => refuse(response, error, out));
      if (hasRange(incoming)) send();
      else compress(incoming, response, send);
    }
  });
  const { port: taken } = await open(server, port, host ?? '127.0.0.1').catch((error: unknown) => {
    rmSync(out, { recursive: true, force: true });
    throw error;
  });
  const url = `http://${nameFor(host)}:${taken}/`;
  const watching = new SiteWatcher(settings, () => rebuild());
  const rebuild = async (): Promise<void> => {
    try {
      const report = await build({ ...settings, url, out, preview: true, frozen: false });
      await watching.follow(report.site);
      onBuild({ report });
      if (report.ok) problems = undefined;
      else if (problems) problems = problemsOf(report);
      tell(listeners, report.ok ? { reload: true } : { problems: problemsOf(report) });
    } catch (error) {
      await watching.followFolder();
      onBuild({ error });
      if (problems) problems = [reasonOf(error)];
      tell(listeners, { problems: [reasonOf(error)] });
    }
  };
  await watching.build();
  return {
    url,
    urls: namesFor(host).map((name) => `http://${name}:${taken}/`),
    hasPort: port === 0 || taken === port,
    async close() {
      await watching.close();
      for (const listener of listeners) listener.end();
      await new Promise((resolve) => server.close(resolve));
      rmSync(out, { recursive: true, force: true });
    },
  };
}

/** A page in place of all others, which loads itself again after each build. */
function sayProblems(response: ServerResponse, problems: readonly string[]): void {
  const script = "new EventSource('/feedwright-events').onmessage = () => location.reload();";
  const text = problems.map((problem) => escapeHtml(problem)).join('\n');
  response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!DOCTYPE html><title>Not built</title><pre>${text}</pre><script>${script}</script>\n`);
}

/** Whether a request wants a part of a file; a range that makes no sense is none (RFC 9110, 14.2). */
function hasRange({ headers }: IncomingMessage): boolean {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? [];
  const isSound = (first || last) && !(first && last && Number(first) > Number(last));
  if (!isSound) delete headers.range;
  return headers.range !== undefined;
}

/** Answers for a file that cannot be sent: it is not there, the range is outside of it, or reading it failed. */
function refuse(response: ServerResponse, error: { status?: number } | undefined, out: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error?.status ?? 404;
  response.removeHeader('Content-Length');
  const page = join(out, '404.html');
  const isPage = status === 404 && existsSync(page);
  response.writeHead(status, { 'Content-Type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8` });
  response.end(isPage ? readFileSync(page) : `${STATUS_CODES[status] ?? 'Error'}\n`);
}

function setHeaders(response: ServerResponse, path: string): void {
  const name = basename(path);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  const type = mediaTypes[name] ?? mediaTypes[name.slice(name.lastIndexOf('.') + 1)];
  const isFeed = feedFormats.some(({ fileName }) => fileName === name);
  if (type && (isFeed || Object.hasOwn(mediaTypes, name) || !name.endsWith('.json')))
    response.setHeader('Content-Type', type);
}

/** Takes the wished port, or a free one. */
function open(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(open(server, 0, host));
      else if (error.code === 'EACCES') reject(error);
      else reject(new UsageError([cannotServe(host, error)]));
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address);
    });
  });
}

function cannotServe(host: string, error: Error): UsageProblem {
  const hint = 'Use an address of this machine, or 0.0.0.0 for all of them.';
  return { message: `Cannot listen on "${host}": ${error.message}.`, hint };
}

/** Server-sent events (HTML, 9.2): a page listens, and hears of each build. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function tell(listeners: ReadonlySet<ServerResponse>, event: object): void {
  for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
}

function problemsOf({ diagnostics }: BuildReport): string[] {
  const errors = diagnostics.filter(({ level }) => level === 'error');
  return errors.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}
