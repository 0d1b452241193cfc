import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../diagnostics/usage-error.js';

/** The key that requests are signed with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  /** Of credentials that expire, as CI gets them. */
  sessionToken?: string;
}

/** What the environment and the files of the AWS tools say of a store. */
export interface AwsSettings {
  credentials: Credentials;
  region?: string;
  endpoint?: string;
  /** Whether the bucket is to be named in the path, where that is said. */
  pathStyle?: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;
type Profile = Readonly<Record<string, string>>;

/**
 * Finds static keys, region and endpoint where the tools of AWS find them: in AWS_ACCESS_KEY_ID and its like, then in the
 * files `~/.aws/credentials` and `~/.aws/config`. Roles, single sign-on and `credential_process` are not supported.
 *
 * @param named profile of these files that comes before the environment; without it that of AWS_PROFILE, or `default`,
 *   which come after it
 * @throws UsageError where there is no key, or it cannot be one
 */
export function awsSettings(env: Env, named: string | undefined): AwsSettings {
  const name = named ?? (env.AWS_PROFILE || 'default');
  const isDefault = name === 'default';
  const config = profileIn(
    env.AWS_CONFIG_FILE || home(env, 'config'),
    isDefault ? [name] : [`profile ${name}`],
  );
  const secret = profileIn(env.AWS_SHARED_CREDENTIALS_FILE || home(env, 'credentials'), [name]);
  const keys = [...(named === undefined ? [keysInEnvironment(env)] : []), secret, config].find(
    (source) => source?.aws_access_key_id || source?.aws_secret_access_key,
  );
  const profile = { ...config, ...secret };
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || profile.region;
  const endpoint =
    env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || profile['s3.endpoint_url'] || profile.endpoint_url;
  const addressing = profile['s3.addressing_style'];
  return {
    credentials: keys ? credentialsFrom(keys) : noCredentials(name, named, config ?? secret),
    ...(region ? { region } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(addressing === 'path' || addressing === 'virtual' ? { pathStyle: addressing === 'path' } : {}),
  };
}

function keysInEnvironment(env: Env): Profile {
  return {
    aws_access_key_id: env.AWS_ACCESS_KEY_ID ?? '',
    aws_secret_access_key: env.AWS_SECRET_ACCESS_KEY ?? '',
    aws_session_token: env.AWS_SESSION_TOKEN ?? '',
  };
}

/** All of a key is from one place; what cannot be a header is not repeated. */
function credentialsFrom(keys: Profile): Credentials {
  const accessKeyId = keys.aws_access_key_id ?? '';
  const secretAccessKey = keys.aws_secret_access_key ?? '';
  const sessionToken = keys.aws_session_token ?? '';
  const hint = 'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or the profile.';
  const missing = accessKeyId === '' ? 'access key id' : 'secret access key';
  if (accessKeyId === '' || secretAccessKey === '')
    throw new UsageError([{ message: `The ${missing} is missing.`, hint }]);
  if (!/^[!-~]*$/.test(accessKeyId + secretAccessKey + sessionToken)) {
    const message = 'The credentials have spaces, line ends or characters outside of ASCII in them.';
    throw new UsageError([{ message, hint }]);
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

function noCredentials(name: string, named: string | undefined, profile: Profile | undefined): never {
  const export_ = 'run aws configure export-credentials --format env, and set what it prints.';
  if (profile) {
    const message = `The profile "${name}" has no static keys.`;
    throw new UsageError([{ message, hint: `For roles and single sign-on, ${export_}` }]);
  }
  if (named !== undefined) {
    const hint = 'Check its name, and the files ~/.aws/credentials and ~/.aws/config.';
    throw new UsageError([{ message: `There is no profile "${named}".`, hint }]);
  }
  const message = 'There are no credentials for the store.';
  const hint =
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile of ~/.aws/credentials with --profile.';
  throw new UsageError([{ message, hint }]);
}

function home(env: Env, file: string): string {
  return join(env.HOME || homedir(), '.aws', file);
}

/**
 * One section of a file of the AWS tools. Their files are no INI files: names of sections may have dots, values `;` and
 * `#`, and indented lines are settings of the service above them, which get its name before theirs.
 *
 * @returns nothing where there is no such file or section
 */
function profileIn(file: string, sections: readonly string[]): Profile | undefined {
  const found: Record<string, string> = {};
  let [isWanted, isThere] = [false, false];
  let group = '';
  for (const line of linesOf(file)) {
    const text = line.trim();
    const [name, value] = partsAt(text, '=');
    if (text.startsWith('[')) {
      isWanted = sections.includes(sectionIn(text));
      isThere ||= isWanted;
    } else if (isWanted && value !== undefined && /^[a-z]/i.test(name)) {
      const isIndented = line !== line.trimStart();
      if (!isIndented) group = value === '' ? `${name}.` : '';
      found[(isIndented ? group : '') + name.toLowerCase()] = value;
    }
  }
  return isThere ? found : undefined;
}

/** `profile news` of `[profile news]` and `[profile "news"]`. */
function sectionIn(text: string): string {
  const [inside] = partsAt(text.slice(1), ']');
  return inside.replaceAll('"', '').split(/\s+/).join(' ').trim();
}

/** What stands before the first of a character, and what stands after it. */
function partsAt(text: string, character: string): [before: string, after?: string] {
  const at = text.indexOf(character);
  return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
  } catch {
    return [];
  }
}
