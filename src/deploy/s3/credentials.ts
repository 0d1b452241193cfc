import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../diagnostics/usage-error.js';

/** The key that requests are signed with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  /** Of credentials that end, as CI gets them. */
  sessionToken?: string;
}

/** What the surroundings say of a store: the key, and where it is. */
export interface Surroundings {
  credentials: Credentials;
  region?: string;
  endpoint?: string;
  /** Whether the bucket is to be named in the path, where that is said. */
  pathStyle?: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;
type Profile = Readonly<Record<string, string>>;

/**
 * Finds credentials, region and endpoint where the tools of AWS find them: in AWS_ACCESS_KEY_ID and its like, then in the
 * files `~/.aws/credentials` and `~/.aws/config`.
 *
 * @param name profile of these files; else that of AWS_PROFILE, else `default`
 * @throws UsageError where there is no key
 */
export function surroundings(env: Env, name: string | undefined): Surroundings {
  const wanted = name ?? (env.AWS_PROFILE || 'default');
  const config = profileIn(env.AWS_CONFIG_FILE || home(env, 'config'), wanted);
  const profile = {
    ...config,
    ...profileIn(env.AWS_SHARED_CREDENTIALS_FILE || home(env, 'credentials'), wanted),
  };
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || profile.region;
  const endpoint =
    env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || profile['s3.endpoint_url'] || profile.endpoint_url;
  const addressing = profile['s3.addressing_style'];
  return {
    credentials: credentialsFrom(name === undefined ? env : {}, profile, wanted),
    ...(region ? { region } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(addressing === 'path' || addressing === 'virtual' ? { pathStyle: addressing === 'path' } : {}),
  };
}

/** A profile that was asked for by name comes before the environment, as it does for the tools of AWS. */
function credentialsFrom(env: Env, profile: Profile, name: string): Credentials {
  const fromEnv = env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY;
  const accessKeyId = fromEnv ? env.AWS_ACCESS_KEY_ID : profile.aws_access_key_id;
  const secretAccessKey = fromEnv ? env.AWS_SECRET_ACCESS_KEY : profile.aws_secret_access_key;
  const sessionToken = fromEnv ? env.AWS_SESSION_TOKEN : profile.aws_session_token;
  if (accessKeyId && secretAccessKey)
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  const hint =
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile of ~/.aws/credentials with --profile.';
  const message = `There are no credentials for the store: neither in the environment nor in the profile "${name}".`;
  throw new UsageError([{ message, hint }]);
}

function home(env: Env, file: string): string {
  return join(env.HOME || homedir(), '.aws', file);
}

/**
 * One profile of a file of the AWS tools. Their files are no INI files: names of sections may have dots, values `;` and
 * `#`, and indented lines are settings of the service above them, which get its name before theirs.
 *
 * @returns nothing in it where there is no such file or profile
 */
function profileIn(file: string, wanted: string): Profile {
  const found: Record<string, string> = {};
  let isWanted = false;
  let group = '';
  for (const line of linesOf(file)) {
    const text = line.trim();
    const [name, value] = partsAt(text, '=');
    if (text.startsWith('[')) isWanted = sectionIn(text) === wanted;
    else if (isWanted && value !== undefined && /^[a-z]/i.test(name)) {
      const isIndented = line !== line.trimStart();
      if (!isIndented) group = value === '' ? `${name}.` : '';
      found[(isIndented ? group : '') + name.toLowerCase()] = value;
    }
  }
  return found;
}

/** `news` of `[news]`, `[profile news]` and `[profile "news"]`. */
function sectionIn(text: string): string {
  const [inside] = partsAt(text.slice(1), ']');
  const [first, name] = partsAt(inside, ' ');
  return (first === 'profile' && name !== undefined ? name : inside).replaceAll('"', '');
}

/** What stands before the first of a character, and what stands after it. */
function partsAt(text: string, character: string): [before: string, after?: string] {
  const at = text.indexOf(character);
  return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}
