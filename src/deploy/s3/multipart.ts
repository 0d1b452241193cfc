import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { shortened } from '../../publish/manifest.js';
import { PublishError } from '../../publish/publish-error.js';
import { type BuiltFile, notAsBuilt, type ObjectHeaders } from '../store.js';
import type { ByteBudget } from './byte-budget.js';
import type { S3Client } from './s3-client.js';
import { completionOf, isCompleted, uploadIdIn } from './s3-xml.js';

/** Metadata that tells what was put there: its SHA-256, shortened as in the manifest of a build. */
export const hashHeader = 'x-amz-meta-sha256';

/** Bytes of a part; a file of 80 GB has 10,000 of them, which is as many as there may be. */
export const partLength = 8 * 1024 * 1024;

/** Sends a large file in parts, several at a time, so that it is never in memory as a whole. */
export class MultipartUpload {
  constructor(
    private readonly client: S3Client,
    private readonly budget: ByteBudget,
    private readonly path: string,
    private readonly content: BuiltFile,
  ) {}

  /** @throws PublishError where the store refuses it, or the file is not as it was built; the parts are then given up */
  async send(headers: ObjectHeaders): Promise<void> {
    const { client, path } = this;
    const begun = await client.send({ method: 'POST', path, query: { uploads: '' }, headers });
    const uploadId = uploadIdIn(begun.bytes);
    if (uploadId === undefined) throw notTogether(path);
    try {
      await this.complete(uploadId, await this.sendParts(uploadId));
    } catch (error) {
      // What cannot be given up now is for the rules of the bucket (docs/hosting.md).
      await client.send({ method: 'DELETE', path, query: { uploadId } }, [404], true).catch(() => {});
      throw error;
    }
  }

  private async sendParts(uploadId: string): Promise<string[]> {
    const hash = createHash('sha256');
    const parts: Promise<string>[] = [];
    const handle = await open(this.content.file).catch(() => {
      throw notAsBuilt(this.path);
    });
    try {
      let isLost = false;
      for (let from = 0; from < this.content.length && !isLost; from += partLength) {
        const number = String(parts.length + 1);
        await new Promise<void>((isRead, failed) => {
          const part = this.budget.while(partLength, async () => {
            const body = await readPart(handle, from);
            hash.update(body);
            isRead();
            return this.sendPart(uploadId, number, body);
          });
          parts.push(part);
          part.catch((error) => {
            isLost = true;
            failed(error);
          });
        });
      }
      const etags = await Promise.all(parts);
      if (shortened(hash.digest('base64url')) !== this.content.hash) throw notAsBuilt(this.path);
      return etags;
    } finally {
      await Promise.allSettled(parts);
      await handle.close();
    }
  }

  private async sendPart(uploadId: string, partNumber: string, body: Buffer): Promise<string> {
    const { client, path } = this;
    const { headers } = await client.send({ method: 'PUT', path, query: { partNumber, uploadId }, body });
    return headers.get('etag') ?? '';
  }

  /** An answer that does not say so may belong to an upload that was completed: then the object is the new one. */
  private async complete(uploadId: string, etags: readonly string[]): Promise<void> {
    const { client, path } = this;
    const body = completionOf(etags);
    const { status, bytes } = await client.send({ method: 'POST', path, query: { uploadId }, body }, [404]);
    if (status < 300 && isCompleted(bytes)) return;
    const { headers } = await client.send({ method: 'HEAD', path }, [404]);
    const isThere = Number(headers.get('content-length')) === this.content.length;
    if (!isThere || headers.get(hashHeader) !== this.content.hash) throw notTogether(path);
  }
}

function notTogether(path: string): PublishError {
  const hint = 'Run feedwright publish again.';
  return new PublishError([{ message: `${path} could not be uploaded in parts.`, hint }]);
}

/**
 * The entity tag that a store gives to a file: its MD5, or for one that was sent in parts that of their MD5s, and how many
 * there are. Stores that encrypt with keys of the customer have others.
 */
export async function entityTagOf({ file, length }: Pick<BuiltFile, 'file' | 'length'>): Promise<string> {
  const handle = await open(file);
  try {
    const md5s: Buffer[] = [];
    for (let from = 0; from < length || md5s.length === 0; from += partLength) {
      md5s.push(
        createHash('md5')
          .update(await readPart(handle, from))
          .digest(),
      );
    }
    const [only] = md5s;
    if (md5s.length === 1 && only) return only.toString('hex');
    return `${createHash('md5').update(Buffer.concat(md5s)).digest('hex')}-${md5s.length}`;
  } finally {
    await handle.close();
  }
}

async function readPart(handle: FileHandle, from: number): Promise<Buffer> {
  const room = Buffer.allocUnsafe(partLength);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(room, filled, partLength - filled, from + filled);
    filled += bytesRead;
    if (bytesRead === 0 || filled === partLength) return room.subarray(0, filled);
  }
}
