import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inParallel } from '../../platform/in-parallel.js';
import type { Patience } from '../../platform/retry.js';
import { hashOfPieces } from '../../publish/manifest.js';
import { PublishError } from '../../publish/publish-error.js';
import type { Session } from '../session.js';
import {
  type BuiltFile,
  ChangedMeanwhile,
  type Condition,
  notAsBuilt,
  type ObjectHeaders,
  type ReadObject,
  type Store,
  type StoredObject,
  type Traffic,
} from '../store.js';
import { ByteBudget } from './byte-budget.js';
import type { Location } from './location.js';
import { entityTagOf, hashHeader, MultipartUpload, partLength } from './multipart.js';
import { S3Client } from './s3-client.js';
import { deletionOf, notDeletedIn, pageIn } from './s3-xml.js';

/** How many objects a page of a list has, and how many keys one request can delete. */
const perRequest = 1000;
/** How many objects are looked at one by one rather than among all, and at the same time. */
const few = 10;
/** Bytes of files that are in memory at a time. */
const inMemory = 4 * partLength;
/** Headers that a store sends as they are; it keeps others as metadata of the user, whose values are ASCII. */
const native = new Set(['content-type', 'cache-control', 'content-encoding']);

/** A part of a bucket of Amazon S3, or of a store with the same API. */
export class S3Store implements Store {
  readonly name: string;
  readonly keepsHeaders = true;
  readonly traffic: Traffic;
  private readonly client: S3Client;
  private readonly budget = new ByteBudget(inMemory);

  /** @param onRetry hears why there will be another try */
  constructor(
    private readonly location: Location,
    patience: Patience,
    session: Session,
    onRetry?: (reason: string) => void,
  ) {
    this.name = `s3://${location.bucket}/${location.prefix}`;
    this.client = new S3Client(location, patience, session, onRetry);
    this.traffic = this.client.traffic;
  }

  async read(path: string): Promise<ReadObject | undefined> {
    const { status, headers, bytes } = await this.client.send({ method: 'GET', path }, [404]);
    return status === 404 ? undefined : { bytes, etag: headers.get('etag') ?? '' };
  }

  /** A condition that does not hold may be one that held, whose answer was lost on the way. */
  async put(path: string, body: Buffer, headers: ObjectHeaders, condition?: Condition): Promise<string> {
    const all = { ...asSent(headers), ...conditionHeaders(condition) };
    const request = { method: 'PUT', path, headers: all, body } as const;
    const answer = await this.client.send(request, condition ? [404, 409, 412, 501] : []);
    if (answer.status < 300) return answer.headers.get('etag') ?? '';
    // A store without conditions; others are kept away by the lock.
    if (answer.status === 501) return this.put(path, body, headers);
    const there = await this.read(path);
    if (there?.bytes.equals(body)) return there.etag;
    throw new ChangedMeanwhile(this.name);
  }

  async upload(path: string, file: BuiltFile, headers: ObjectHeaders): Promise<void> {
    const sent = { ...asSent(headers), [hashHeader]: file.hash };
    if (file.length > partLength) {
      await new MultipartUpload(this.client, this.budget, path, file).send(sent);
      return;
    }
    await this.budget.while(file.length, async () => {
      const body = await readFile(file.file).catch(() => {
        throw notAsBuilt(path);
      });
      if (hashOfPieces([body]) !== file.hash) throw notAsBuilt(path);
      await this.client.send({ method: 'PUT', path, headers: sent, body });
    });
  }

  /** ListObjects, version 1: a page begins after a key, and not at a token, which some stores cannot make. */
  async *list(under: string): AsyncGenerator<StoredObject> {
    const { prefix } = this.location;
    for (let marker = ''; ; ) {
      const query = { prefix: prefix + under, ...(marker === '' ? {} : { marker }) };
      const { bytes } = await this.client.send({ method: 'GET', query });
      const { objects, isLast } = pageIn(bytes, this.name);
      for (const object of objects) {
        if (object.path.startsWith(prefix)) yield { ...object, path: object.path.slice(prefix.length) };
      }
      if (isLast) return;
      const last = objects.at(-1)?.path ?? '';
      // In the order of bytes.
      if (Buffer.compare(Buffer.from(last), Buffer.from(marker)) <= 0) throw endless(this.name);
      marker = last;
    }
  }

  async findExisting(paths: readonly string[], known: number): Promise<StoredObject[]> {
    const found: StoredObject[] = [];
    if (paths.length > Math.max(few, known / perRequest)) {
      const wanted = new Set(paths);
      for await (const object of this.list('')) if (wanted.has(object.path)) found.push(object);
      return found;
    }
    await inParallel(paths, few, async (path) => {
      const { status, headers } = await this.client.send({ method: 'HEAD', path }, [404]);
      if (status === 404) return;
      const length = Number(headers.get('content-length'));
      const modified = Date.parse(headers.get('last-modified') ?? '');
      found.push({ path, length, modified, etag: headers.get('etag') ?? '' });
    });
    return found;
  }

  /** Stores that encrypt, or tag large files in their own way, are asked for the hash that was left with the object. */
  async isSame({ path, length, etag }: StoredObject, file: BuiltFile): Promise<boolean> {
    if (length !== file.length) return false;
    if (etag.replaceAll('"', '') === (await entityTagOf(file))) return true;
    const { headers } = await this.client.send({ method: 'HEAD', path }, [404]);
    return headers.get(hashHeader) === file.hash;
  }

  async remove(paths: readonly string[], isLast = false): Promise<void> {
    const [first] = paths;
    if (paths.length === 1 && first !== undefined) {
      await this.client.send({ method: 'DELETE', path: first }, [404], isLast);
      return;
    }
    for (let from = 0; from < paths.length; from += perRequest) {
      await this.removeTogether(paths.slice(from, from + perRequest), isLast);
    }
  }

  /** Parts of large files that a killed publisher left are for the rules of the bucket (docs/hosting.md). */
  async tidy(): Promise<void> {}

  private async removeTogether(paths: readonly string[], isLast: boolean): Promise<void> {
    const body = deletionOf(paths.map((path) => this.location.prefix + path));
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') };
    const request = { method: 'POST', query: { delete: '' }, headers, body } as const;
    const kept = notDeletedIn((await this.client.send(request, [], isLast)).bytes);
    if (kept.length === 0) return;
    throw new PublishError(
      kept.map(({ key, reason }) => ({
        message: this.client.withoutSecrets(`${key} could not be deleted: ${reason}`),
      })),
    );
  }
}

/** RFC 9110, 13.1: the object as it was read, or none. Weak tags cannot be compared. */
function conditionHeaders(condition: Condition | undefined): ObjectHeaders {
  if (!condition) return {};
  const { etag } = condition;
  if (etag === undefined) return { 'if-none-match': '*' };
  return etag.startsWith('"') ? { 'if-match': etag } : {};
}

function asSent(headers: ObjectHeaders): ObjectHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [native.has(name) ? name : `x-amz-meta-${name}`, value]),
  );
}

function endless(store: string): PublishError {
  const message = `${store} returned the same page of objects twice.`;
  return new PublishError([{ message, hint: 'Use a store with the API of Amazon S3.' }]);
}
