import { lookup } from 'node:dns';
import { readFileSync, statSync } from 'node:fs';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { UsageError } from '../diagnostics/usage-error.js';
import { generator } from '../platform/generator.js';
import { hasCode, reasonOf } from '../platform/reason.js';
import { isPrivateAddress } from './private-address.js';

const timeout = 30_000;
const mostRedirects = 10;
/** The most bytes of a document, once it is decompressed. */
const mostBytes = 200_000_000;

/**
 * Loads the documents of one import. What is on the web can name further documents and send on to other addresses, but
 * from a public one never to one that only this machine or its network can reach.
 */
export class Loader {
  private hasBeenPublic = false;

  /**
   * @param limit bytes; tests give their own
   * @param isPrivate tells private addresses; tests have public ones on this machine
   */
  constructor(
    private readonly limit = mostBytes,
    private readonly isPrivate = isPrivateAddress,
  ) {}

  /**
   * The text of a file or of a document on the web.
   *
   * @param from absolute path, or an http or https address
   * @throws UsageError where it cannot be read
   */
  async load(from: string): Promise<string> {
    try {
      return /^https?:/.test(from) ? await this.fetch(new URL(from)) : this.readFile(from);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) throw new UsageError([{ message: `There is no file ${from}.` }]);
      if (hasCode(error, 'EISDIR')) throw new UsageError([{ message: `${from} is a folder, not a file.` }]);
      throw new UsageError([{ message: `${from} cannot be read: ${reasonOf(error)}.` }]);
    }
  }

  private readFile(file: string): string {
    if (statSync(file).size > this.limit) throw this.tooLarge();
    return readFileSync(file, 'utf8');
  }

  private async fetch(url: URL, redirects = 0): Promise<string> {
    const signal = AbortSignal.timeout(timeout);
    const response = await this.request(url, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      if (redirects === mostRedirects) throw new Error('too many redirects');
      const next = new URL(headers.location, url);
      if (!/^https?:$/.test(next.protocol)) throw new Error(`it redirects to ${next.href}`);
      return this.fetch(next, redirects + 1);
    }
    if (statusCode < 200 || statusCode > 299) {
      response.destroy();
      throw new Error(`the server answered ${statusCode}`);
    }
    return this.textOf(response, signal);
  }

  private request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const problem = isIP(name) === 0 ? undefined : this.problemWith([name]);
    if (problem) throw problem;
    const headers = {
      accept: '*/*',
      'accept-encoding': 'gzip, br',
      'user-agent': `${generator.name}/${generator.version} (+${generator.url})`,
    };
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    return new Promise((resolve, reject) => {
      const asked = get(url, { headers, signal, lookup: this.lookup }, resolve);
      asked.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    });
  }

  /** Finds the addresses of a host, and lets a connection be made to none that it may not have. */
  private readonly lookup: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const problem = error ?? this.problemWith(addresses.map(({ address }) => address));
      const [first] = addresses ?? [];
      if (problem || !first) done(problem ?? new Error('it has no address'), '', 0);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

  /** Notes the addresses of one host; what is wrong with them where one is private and an earlier host was not. */
  private problemWith(addresses: readonly string[]): Error | undefined {
    const secret = addresses.find((address) => this.isPrivate(address));
    if (secret !== undefined && this.hasBeenPublic)
      return new Error(`a public address led to the private one ${secret}`);
    if (addresses.some((address) => !this.isPrivate(address))) this.hasBeenPublic = true;
    return undefined;
  }

  private async textOf(response: IncomingMessage, signal: AbortSignal): Promise<string> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of decompressed(response, signal)) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > this.limit) {
        response.destroy();
        throw this.tooLarge();
      }
      chunks.push(bytes);
    }
    return new TextDecoder().decode(Buffer.concat(chunks));
  }

  private tooLarge(): Error {
    return new Error(`it has more than ${this.limit / 1_000_000} MB`);
  }
}

/** What undoes each compression on the way (RFC 9110, 8.4.1). */
const codings: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

/**
 * What was sent, as it was before it was compressed on the way, perhaps several times.
 *
 * @throws an error for a compression that is not known
 */
function decompressed(response: IncomingMessage, signal: AbortSignal): Readable {
  const names = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  return names.reverse().reduce((sent: Readable, name) => {
    const step = codings.get(name);
    if (!step) throw new Error(`it is compressed in a way that is not known: ${name}`);
    const inflating = step();
    sent.on('error', (error) => inflating.destroy(signal.aborted ? signal.reason : error));
    return sent.pipe(inflating);
  }, response);
}
