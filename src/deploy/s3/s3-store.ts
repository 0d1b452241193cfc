import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Patience } from '../../platform/retry.js';
import { shortened } from '../../publish/manifest.js';
import { PublishError } from '../../publish/publish-error.js';
import {
  ChangedMeanwhile,
  type Condition,
  type Content,
  type FileContent,
  notAsBuilt,
  type ObjectHeaders,
  type ReadObject,
  type Store,
  type StoredObject,
  type Traffic,
} from '../store.js';
import { ByteBudget } from './byte-budget.js';
import type { Location } from './location.js';
import { MultipartUpload, multipartTag, partLength } from './multipart.js';
import { S3Client } from './s3-client.js';
import { deletionOf, notDeletedIn, pageIn } from './s3-xml.js';

/** How many keys one request can delete. */
const mostDeleted = 1000;
/** Bytes of files that are in memory at a time. */
const inMemory = 4 * partLength;
/** Metadata that tells what was put there. */
const hashHeader = 'x-amz-meta-sha256';
/** Headers that a store sends as they are; it keeps others as metadata of the user. */
const native = new Set(['content-type', 'cache-control', 'content-encoding']);

/** A part of a bucket of Amazon S3, or of a store that speaks as it does. */
export class S3Store implements Store {
  readonly name: string;
  readonly keepsHeaders = true;
  readonly traffic: Traffic;
  private readonly client: S3Client;
  private readonly budget = new ByteBudget(inMemory);

  constructor(
    private readonly location: Location,
    patience: Patience,
  ) {
    this.name = `s3://${location.bucket}/${location.prefix}`;
    this.client = new S3Client(location, patience);
    this.traffic = this.client.traffic;
  }

  async read(path: string): Promise<ReadObject | undefined> {
    const { status, headers, bytes } = await this.client.send({ method: 'GET', path }, [404]);
    return status === 404 ? undefined : { bytes, etag: headers.get('etag') ?? '' };
  }

  async look(path: string): Promise<StoredObject | undefined> {
    const { status, headers } = await this.client.send({ method: 'HEAD', path }, [404]);
    if (status === 404) return undefined;
    const modified = Date.parse(headers.get('last-modified') ?? '');
    return {
      path,
      length: Number(headers.get('content-length')),
      modified,
      etag: headers.get('etag') ?? '',
    };
  }

  async write(
    path: string,
    content: Content,
    headers: ObjectHeaders,
    { condition, step }: { condition?: Condition; step?: () => void } = {},
  ): Promise<string> {
    const sent = { ...asSent(headers), ...('hash' in content ? { [hashHeader]: content.hash } : {}) };
    if ('file' in content && content.length > partLength) {
      await new MultipartUpload(this.client, this.budget, path, content).send(sent, step);
      return '';
    }
    if ('bytes' in content) return this.put(path, content.bytes, sent, condition);
    return this.budget.while(content.length, async () => {
      const bytes = await wholeFile(content.file, path);
      if (hashOf(bytes) !== content.hash) throw notAsBuilt(path);
      const etag = await this.put(path, bytes, sent, condition);
      step?.();
      return etag;
    });
  }

  async *list(under: string): AsyncGenerator<StoredObject> {
    const { prefix } = this.location;
    let next: string | undefined;
    do {
      const query = {
        'list-type': '2',
        prefix: prefix + under,
        ...(next === undefined ? {} : { 'continuation-token': next }),
      };
      const page = pageIn((await this.client.send({ method: 'GET', query })).bytes);
      for (const object of page.objects) {
        if (object.path.startsWith(prefix)) yield { ...object, path: object.path.slice(prefix.length) };
      }
      next = page.next;
    } while (next !== undefined);
  }

  /** Stores that encrypt, or that tag large files in their own way, are asked for the hash that was left with the object. */
  async isSame({ path, length, etag }: StoredObject, content: FileContent): Promise<boolean> {
    if (length !== content.length) return false;
    if (etag.replaceAll('"', '') === (await multipartTag(content))) return true;
    const { headers } = await this.client.send({ method: 'HEAD', path }, [404]);
    return headers.get(hashHeader) === content.hash;
  }

  async remove(paths: readonly string[]): Promise<void> {
    const { prefix } = this.location;
    for (let from = 0; from < paths.length; from += mostDeleted) {
      const keys = paths.slice(from, from + mostDeleted).map((path) => prefix + path);
      const [first] = keys;
      if (keys.length === 1 && first !== undefined) {
        await this.client.send({ method: 'DELETE', path: first.slice(prefix.length) }, [404]);
        continue;
      }
      const body = deletionOf(keys);
      const headers = { 'content-md5': createHash('md5').update(body).digest('base64') };
      const { bytes } = await this.client.send({ method: 'POST', query: { delete: '' }, headers, body });
      const kept = notDeletedIn(bytes);
      if (kept.length === 0) continue;
      throw new PublishError(
        kept.map(({ key, reason }) => ({ message: `${key} could not be deleted: ${reason}` })),
      );
    }
  }

  /** A condition that does not hold may be one that held, whose answer was lost on the way. */
  private async put(
    path: string,
    body: Buffer,
    headers: ObjectHeaders,
    condition: Condition | undefined,
  ): Promise<string> {
    const answer = await this.client.send(
      { method: 'PUT', path, headers: { ...headers, ...conditionHeaders(condition) }, body },
      condition ? [400, 404, 409, 412, 501] : [],
    );
    if (answer.status < 400) return answer.headers.get('etag') ?? '';
    if (answer.status === 400 || answer.status === 501) {
      // A store that knows no conditions; others are kept away by the lock.
      return this.put(path, body, headers, undefined);
    }
    const there = await this.read(path);
    if (there?.bytes.equals(body)) return there.etag;
    throw new ChangedMeanwhile(this.name);
  }
}

/** RFC 9110, 13.1: the object as it was read, or none. */
function conditionHeaders(condition: Condition | undefined): ObjectHeaders {
  if (!condition) return {};
  return condition.etag === undefined ? { 'if-none-match': '*' } : { 'if-match': condition.etag };
}

/** Headers under the names that the store knows; values of metadata are ASCII. */
function asSent(headers: ObjectHeaders): ObjectHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) =>
      native.has(name) ? [name, value] : [`x-amz-meta-${name}`, value],
    ),
  );
}

function hashOf(bytes: Buffer): string {
  return shortened(createHash('sha256').update(bytes).digest('base64url'));
}

async function wholeFile(file: string, path: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw notAsBuilt(path);
  }
}
