import { UsageError } from '../../diagnostics/usage-error.js';
import { outputPath } from '../../platform/output-path.js';
import { trimEndOf } from '../../text/trim.js';
import { awsSettings, type Credentials } from './credentials.js';

/** A part of a bucket, and how it is reached. */
export interface Location {
  bucket: string;
  /** Before every key; empty, or ending in `/`. */
  prefix: string;
  region: string;
  /** Address of the bucket, without a slash at its end. */
  address: string;
  credentials: Credentials;
}

/** What flags say of a store. */
export interface StoreFlags {
  endpoint?: string | undefined;
  region?: string | undefined;
  profile?: string | undefined;
  pathStyle?: boolean | undefined;
}

/**
 * Where `s3://bucket/prefix` is, by the flags, else by the settings of the AWS tools. Without an endpoint it is at AWS; with one, the
 * bucket is named in the path unless the flags or the profile say otherwise.
 *
 * @throws UsageError where the target or the endpoint is none, or there are no credentials
 */
export function locate(
  target: string,
  flags: StoreFlags,
  env: Readonly<Record<string, string | undefined>>,
): Location {
  const { bucket, prefix } = parseTarget(target);
  const found = awsSettings(env, flags.profile || undefined);
  const endpoint = flags.endpoint ?? found.endpoint;
  const region = flags.region ?? found.region ?? regionOf(endpoint);
  if (!/^[a-z0-9-]+$/i.test(region))
    throw new UsageError([{ message: `"${region}" is not the name of a region.` }]);
  const base = endpointUrl(endpoint ?? `https://s3.${region}.amazonaws.com`);
  // A certificate for *.s3.example does not hold for names with dots before it.
  const inPath = flags.pathStyle ?? found.pathStyle ?? (endpoint !== undefined || bucket.includes('.'));
  const path = trimEndOf(base.pathname, '/');
  const address = inPath
    ? `${base.origin}${path}/${bucket}`
    : `${base.protocol}//${bucket}.${base.host}${path}`;
  return { bucket, prefix, region, address, credentials: found.credentials };
}

function parseTarget(target: string): { bucket: string; prefix: string } {
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/s.exec(target) ?? [];
  const hint = 'Write it as s3://bucket or s3://bucket/folder.';
  // What stands before an @ may be a key, and is not repeated.
  if (target.includes('@')) {
    const message = 'The target must name the bucket and a folder alone; put keys in the environment.';
    throw new UsageError([{ message, hint }]);
  }
  if (!/^[a-z0-9][a-z0-9._-]{1,62}$/i.test(bucket))
    throw new UsageError([{ message: `"${target}" does not name a bucket.`, hint }]);
  const prefix = trimEndOf(rest, '/');
  if (prefix === '') return { bucket, prefix };
  const path = outputPath(prefix);
  if (typeof path === 'string') return { bucket, prefix: `${path}/` };
  throw new UsageError([{ message: `"${prefix}" cannot be a folder of a site: ${path.refused}.`, hint }]);
}

function endpointUrl(text: string): URL {
  const hint = 'Write it as https://s3.example.org.';
  const url = URL.parse(text);
  if (text.includes('@')) {
    const message = 'The endpoint must have no name and password in it; put keys in the environment.';
    throw new UsageError([{ message, hint }]);
  }
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError([
    { message: `The endpoint "${text}" does not begin with https:// or http://.`, hint },
  ]);
}

/** Other stores take any region, or have names for it in their addresses: `s3.us-west-004.backblazeb2.com`. */
function regionOf(endpoint: string | undefined): string {
  const [, named] = /\/\/s3[.-]([a-z]{2,}-[a-z0-9-]+\d)\./.exec(endpoint ?? '') ?? [];
  if (named !== undefined) return named;
  return endpoint?.includes('.r2.cloudflarestorage.com') ? 'auto' : 'us-east-1';
}
