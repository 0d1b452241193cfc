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
import type { Session } from '../session.js';
import { type HttpAnswer, sendRequest } from './http-request.js';
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

/** What a bucket answered: success, or a status that was expected. */
export interface S3Answer extends HttpAnswer {
  /** The code of an error, such as `NoSuchKey`. */
  code?: string;
}

interface S3Refusal extends Refusal {
  code?: string;
  /** None where there was no answer. */
  status?: number;
}

/** The slowest line that is not given up, in bytes per millisecond: the time for an answer grows with the body. */
const slowest = 20;

const rights =
  'The key needs the permissions s3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload.';
/** What to do about an error of a store, by its code, or by its status where an answer has no body. */
const advice: ReadonlyMap<string, string> = new Map([
  ['AccessDenied', rights],
  ['403', `${rights} Check the key, too.`],
  ['AuthorizationHeaderMalformed', 'The bucket may be in another region: name it with --region.'],
  ['ExpiredToken', 'The credentials have expired: get new ones.'],
  ['InvalidAccessKeyId', 'Check AWS_ACCESS_KEY_ID, or the profile.'],
  ['NoSuchBucket', 'Create the bucket, or correct its name.'],
  ['PermanentRedirect', 'The bucket is in another region: name it with --region.'],
  ['301', 'The bucket is in another region, or at another address: name it with --region or --endpoint.'],
  ['307', 'The bucket is in another region, or at another address: name it with --region or --endpoint.'],
  ['RequestTimeTooSkewed', 'Set the clock of this machine.'],
  ['SignatureDoesNotMatch', 'Check AWS_SECRET_ACCESS_KEY, or the profile, and the region.'],
]);
/** Codes that are errors, whatever status is expected. */
const alwaysErrors = new Set(['NoSuchBucket']);
/** Codes that pass by themselves, though their status is final. */
const transient = new Set(['ConditionalRequestConflict', 'OperationAborted', 'RequestTimeout', 'SlowDown']);

/**
 * Sends signed requests to one bucket (AWS Signature Version 4), again where it is busy or does not answer. Nothing that
 * it says has a key or a signature in it.
 */
export class S3Client {
  readonly traffic = { requests: 0, bytesSent: 0 };
  private readonly signingKeys = new Map<string, ArrayBuffer>();

  /** @param onRetry hears why there will be another try */
  constructor(
    private readonly location: Location,
    private readonly patience: Patience,
    private readonly session: Session,
    private readonly onRetry?: (reason: string) => void,
  ) {}

  /**
   * @param expected statuses of failure that have a meaning, such as 404
   * @param isLast sent although the session has ended
   * @throws PublishError for every other failure, once further tries do not help, and where the session has ended
   */
  async send(request: S3Request, expected: readonly number[] = [], isLast = false): Promise<S3Answer> {
    const onRetry = ({ reason }: Refusal) => this.onRetry?.(this.withoutSecrets(reason));
    const { signal } = this.session;
    const ask = () => this.attempt(request, expected, isLast);
    const answer = await withRetries(ask, this.patience.pauses, isLast ? {} : { onRetry, signal });
    if (!isRefusal(answer)) return answer;
    if (!isLast) this.session.requireActive();
    const { code, status, reason }: S3Refusal = answer;
    const { bucket, prefix } = this.location;
    const where = request.path === undefined ? '' : ` (${request.method} ${prefix}${request.path})`;
    const message = `s3://${bucket} cannot be used${where}: ${this.withoutSecrets(reason)}`;
    const network = status === undefined ? 'Check the network and the address of the store.' : undefined;
    const hint = advice.get(code ?? '') ?? advice.get(String(status)) ?? network;
    throw new PublishError([{ message, ...(hint === undefined ? {} : { hint }) }]);
  }

  private async attempt(
    request: S3Request,
    expected: readonly number[],
    isLast: boolean,
  ): Promise<S3Answer | S3Refusal> {
    if (!isLast) this.session.requireActive();
    const { method, body } = request;
    const timeout = this.patience.timeout + Math.ceil((body?.length ?? 0) / slowest);
    const signed = await this.sign(request);
    const signal = isLast ? undefined : this.session.signal;
    this.traffic.requests += 1;
    try {
      const answer = await sendRequest(signed.url, {
        method,
        headers: signed.headers,
        body,
        timeout,
        signal,
      });
      return this.judge(answer, expected, body?.length ?? 0);
    } catch (error) {
      return noAnswer(error, timeout);
    }
  }

  private judge(answer: HttpAnswer, expected: readonly number[], length: number): S3Answer | S3Refusal {
    const { status } = answer;
    const { code, message } = errorIn(answer.bytes);
    const more = code === undefined ? {} : { code };
    const isGood = status < 300;
    if (isGood && code === undefined) {
      this.traffic.bytesSent += length;
      return answer;
    }
    const isTransient = transient.has(code ?? '');
    if (expected.includes(status) && !isTransient && !alwaysErrors.has(code ?? ''))
      return { ...answer, ...more };
    const refusal = refusalOf(answer, [code, message].filter(Boolean).join(', '));
    // An answer that began well can end with an error (CompleteMultipartUpload).
    return { ...refusal, isFinal: refusal.isFinal && !isTransient && !isGood, status, ...more };
  }

  private async sign(request: S3Request): Promise<{ url: URL; headers: Headers }> {
    const { credentials, region } = this.location;
    const hash = createHash('sha256')
      .update(request.body ?? '')
      .digest('hex');
    const signer = new AwsV4Signer({
      ...credentials,
      region,
      cache: this.signingKeys,
      service: 's3',
      method: request.method,
      url: this.urlOf(request),
      headers: { ...request.headers, 'x-amz-content-sha256': hash },
    });
    return signer.sign();
  }

  private urlOf({ path, query = {} }: S3Request): string {
    const { address, prefix } = this.location;
    const key = path === undefined ? '' : (prefix + path).split('/').map(encode).join('/');
    const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
    return `${address}/${key}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
  }

  /** A text of the store without keys in it. */
  withoutSecrets(text: string): string {
    const { accessKeyId, secretAccessKey, sessionToken } = this.location.credentials;
    return [accessKeyId, secretAccessKey, sessionToken]
      .filter((secret) => secret !== undefined && secret !== '')
      .reduce<string>((clean, secret = '') => clean.replaceAll(secret, '[hidden]'), text);
  }
}

/** As signatures want it: RFC 3986 with everything escaped that may be. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
