import { decodeXML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
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
const deletion = z.object({
  DeleteResult: z.union([z.string(), z.object({ Error: z.array(error).default([]) })]),
});
const listing = z.object({
  ListBucketResult: z.object({
    NextContinuationToken: text.optional(),
    Contents: z.array(z.object({ Key: text, Size: text, LastModified: text, ETag: text })).default([]),
  }),
});
const started = z.object({ InitiateMultipartUploadResult: z.object({ UploadId: text }) });

/** One page of the objects of a bucket. */
export interface Page {
  /** Paths are whole keys. */
  objects: StoredObject[];
  /** What the next page is asked for with; nothing on the last one. */
  next: string | undefined;
}

/** What an answer says of an error, also one whose status is that of success; nothing where it says none. */
export function errorIn(bytes: Buffer): { code?: string; message?: string } {
  if (!bytes.subarray(0, 200).includes('<Error>')) return {};
  const [first] = failure.safeParse(parse(bytes)).data?.Error ?? [];
  if (!first) return {};
  return { code: first.Code, ...(first.Message === undefined ? {} : { message: first.Message }) };
}

/**
 * A page of ListObjectsV2.
 *
 * @throws Error where it is something else
 */
export function pageIn(bytes: Buffer): Page {
  const { ListBucketResult: result } = listing.parse(parse(bytes));
  const objects = result.Contents.map(({ Key, Size, LastModified, ETag }) => ({
    path: Key,
    length: Number(Size),
    modified: Date.parse(LastModified),
    etag: ETag,
  }));
  return { objects, next: result.NextContinuationToken };
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
  const { DeleteResult: result } = deletion.parse(parse(bytes));
  const errors = typeof result === 'string' ? [] : result.Error;
  return errors.map(({ Key = '', Code, Message }) => ({ key: Key, reason: Message ?? Code }));
}

/** The id of a multipart upload that was begun. */
export function uploadIdIn(bytes: Buffer): string {
  return started.parse(parse(bytes)).InitiateMultipartUploadResult.UploadId;
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

function parse(bytes: Buffer): unknown {
  return parser.parse(bytes);
}
