import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import {
  isRefusal,
  noAnswer,
  type Patience,
  type Refusal,
  refusalOf,
  withRetries,
} from '../../platform/retry.js';
import { PublishError } from '../../publish/publish-error.js';
import type { Traffic } from '../store.js';
import { sendRequest } from './http-request.js';
import type { Location } from './location.js';
import { errorIn } from './s3-xml.js';

/** A request to a bucket. */
export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Below the prefix; without it the request is to the bucket. */
  path?: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: Buffer;
}

/** What a bucket answered: success, or a status that has a meaning of its own. */
export interface S3Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  /** The code of an error, such as `NoSuchKey`. */
  code?: string;
}

/** A refusal, with the code of the store. */
interface S3Refusal extends Refusal {
  code?: string;
}

/** How slow a line may be: this is added to the time for an answer. */
const bytesPerMillisecond = 20;

/** What to do about an error of a store, by its code. */
const advice: Readonly<Record<string, string>> = {
  AccessDenied:
    'The key needs the rights s3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload.',
  AuthorizationHeaderMalformed: 'The bucket may be in another region: name it with --region.',
  ExpiredToken: 'The credentials have ended: get new ones.',
  InvalidAccessKeyId: 'Check AWS_ACCESS_KEY_ID, or the profile.',
  NoSuchBucket: 'Make the bucket, or correct its name.',
  PermanentRedirect: 'The bucket is in another region: name it with --region.',
  RequestTimeTooSkewed: 'Set the clock of this machine.',
  SignatureDoesNotMatch: 'Check AWS_SECRET_ACCESS_KEY, or the profile, and the region.',
};
/** Errors with a status of their own that say more than that an object is not there. */
const neverMeant = new Set(['NoSuchBucket']);

/**
 * Sends signed requests to one bucket (AWS Signature Version 4), again where it is busy or does not answer. Nothing that
 * it says has a key or a signature in it.
 */
export class S3Client {
  readonly traffic: Traffic = { requests: 0, bytesSent: 0 };
  private readonly signingKeys = new Map<string, ArrayBuffer>();

  constructor(
    private readonly location: Location,
    private readonly patience: Patience,
  ) {}

  /**
   * @param meant statuses of failure that have a meaning, such as 404
   * @throws PublishError for every other failure, once further tries do not help
   */
  async send(request: S3Request, meant: readonly number[] = []): Promise<S3Answer> {
    const answer = await withRetries(() => this.attempt(request, meant), this.patience.pauses);
    if (!isRefusal(answer)) return answer;
    const { code }: S3Refusal = answer;
    const message = `s3://${this.location.bucket} cannot be used: ${this.withoutSecrets(answer.reason)}`;
    const hint = code === undefined ? 'Check the network and the address of the store.' : advice[code];
    throw new PublishError([{ message, ...(hint === undefined ? {} : { hint }) }]);
  }

  private async attempt(request: S3Request, meant: readonly number[]): Promise<S3Answer | S3Refusal> {
    const { method, body } = request;
    const timeout = this.patience.timeout + Math.ceil((body?.length ?? 0) / bytesPerMillisecond);
    this.traffic.requests += 1;
    try {
      const hash = createHash('sha256')
        .update(body ?? '')
        .digest('hex');
      const { credentials, region } = this.location;
      const signed = await new AwsV4Signer({
        ...credentials,
        region,
        cache: this.signingKeys,
        service: 's3',
        method,
        url: this.urlOf(request),
        headers: { ...request.headers, 'x-amz-content-sha256': hash },
      }).sign();
      const response = await sendRequest(signed.url, { ...signed, body, timeout });
      const { status, headers, bytes } = response;
      const { code, message } = errorIn(bytes);
      const isGood = status < 300;
      if (isGood && code === undefined) {
        this.traffic.bytesSent += body?.length ?? 0;
        return { status, headers, bytes };
      }
      const isMeant = meant.includes(status) && !neverMeant.has(code ?? '');
      if (isMeant) return { status, headers, bytes, ...(code === undefined ? {} : { code }) };
      // An answer that began well can end with an error (CompleteMultipartUpload).
      const refusal = refusalOf(response, [code, message].filter(Boolean).join(', '));
      const isFinal = refusal.isFinal && !passing.has(code ?? '') && !isGood;
      return { ...refusal, isFinal, ...(code === undefined ? {} : { code }) };
    } catch (error) {
      return noAnswer(error, timeout);
    }
  }

  private urlOf({ path, query = {} }: S3Request): string {
    const { address, prefix } = this.location;
    const key = path === undefined ? '' : (prefix + path).split('/').map(encode).join('/');
    const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
    return `${address}/${key}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
  }

  private withoutSecrets(text: string): string {
    const { accessKeyId, secretAccessKey, sessionToken } = this.location.credentials;
    return [accessKeyId, secretAccessKey, sessionToken]
      .filter((secret) => secret !== undefined && secret !== '')
      .reduce<string>((clean, secret = '') => clean.replaceAll(secret, '[hidden]'), text);
  }
}

/** Errors with a final status that pass by themselves. */
const passing = new Set(['RequestTimeout', 'OperationAborted', 'ConditionalRequestConflict', 'SlowDown']);

/** As signatures want it: RFC 3986 with everything escaped that may be. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
