import { decodeXML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { PublishError } from '../../publish/publish-error.js';
import { escapeXml } from '../../text/escape-xml.js';
import type { StoredObject } from '../store.js';

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  // It knows no references by number, which stores write.
  processEntities: false,
  isArray: (name) => name === 'Contents' || name === 'Error',
});

const text = z.string().transform((written) => decodeXML(written));
const error = z.object({ Code: text, Message: text.optional(), Key: text.optional() });
const failure = z.object({ Error: z.array(error).nonempty() });
const deletion = z.object({ DeleteResult: z.object({ Error: z.array(error).default([]) }) });
const listing = z.object({
  ListBucketResult: z.object({
    IsTruncated: text.optional(),
    Contents: z
      .array(z.object({ Key: text, Size: text, LastModified: text, ETag: text.default('') }))
      .default([]),
  }),
});
const started = z.object({ InitiateMultipartUploadResult: z.object({ UploadId: text }) });
const completed = z.object({ CompleteMultipartUploadResult: z.object({ ETag: text }) });

/** One page of the objects of a bucket. */
export interface Page {
  /** Paths are whole keys. */
  objects: StoredObject[];
  /** Whether there are no more of them. */
  isLast: boolean;
}

/** What an answer says of an error, also one whose status is that of success; nothing where it says none. */
export function errorIn(bytes: Buffer): { code?: string; message?: string } {
  // An answer of an error is small, but may begin with spaces that kept the connection alive.
  if (bytes.length > 100_000 || !/<Error[\s>]/.test(bytes.toString('utf8'))) return {};
  const [first] = parsed(bytes, failure)?.Error ?? [];
  if (!first) return {};
  return { code: first.Code, ...(first.Message === undefined ? {} : { message: first.Message }) };
}

/**
 * A page of ListObjects.
 *
 * @throws PublishError where it is something else
 */
export function pageIn(bytes: Buffer, store: string): Page {
  const result = parsed(bytes, listing)?.ListBucketResult;
  if (!result) {
    const hint = 'Check the address of the store: --endpoint and --path-style.';
    throw new PublishError([{ message: `${store} did not return a valid S3 response.`, hint }]);
  }
  const objects = result.Contents.map(({ Key, Size, LastModified, ETag }) => ({
    path: Key,
    length: Number(Size),
    modified: Date.parse(LastModified),
    etag: ETag,
  }));
  return { objects, isLast: result.IsTruncated?.trim() !== 'true' };
}

/** The request of DeleteObjects; it answers with what could not be deleted alone. */
export function deletionOf(keys: readonly string[]): Buffer {
  const objects = keys.map((key) => `<Object><Key>${escapeXml(key)}</Key></Object>`).join('');
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${objects}<Quiet>true</Quiet></Delete>`,
  );
}

/** Keys that DeleteObjects did not delete, each with the reason. */
export function notDeletedIn(bytes: Buffer): { key: string; reason: string }[] {
  const errors = parsed(bytes, deletion)?.DeleteResult.Error ?? [];
  return errors.map(({ Key = '', Code, Message }) => ({ key: Key, reason: Message ?? Code }));
}

/** The id of a multipart upload that was begun; nothing where the answer has none. */
export function uploadIdIn(bytes: Buffer): string | undefined {
  return parsed(bytes, started)?.InitiateMultipartUploadResult.UploadId;
}

/** The request of CompleteMultipartUpload. */
export function completionOf(etags: readonly string[]): Buffer {
  const parts = etags.map(
    (etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
  );
  return Buffer.from(
    `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`,
  );
}

/** Whether CompleteMultipartUpload says that the object is there. */
export function isCompleted(bytes: Buffer): boolean {
  return parsed(bytes, completed) !== undefined;
}

function parsed<T>(bytes: Buffer, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(parser.parse(bytes.toString('utf8').trimStart())).data;
  } catch {
    return undefined;
  }
}
