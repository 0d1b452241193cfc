import type { Options } from 'yargs';
import * as z from 'zod';
import { parseDate } from '../articles/dates/parse-date.js';
import type { BuildRequest } from '../build/report.js';
import { UsageError } from '../diagnostics/usage-error.js';
import { dialectNames } from '../dialects/dialects.js';
import { hostNames } from '../site/host-names.js';
import type { SiteRequest } from '../site/site.js';
import type { RawFlags, Terminal } from './command.js';

/** Flags of every command that reads a site. Numbers are taken as text, so that `abc` is told and not lost. */
export const siteFlags = {
  config: { type: 'string', describe: 'File of settings', group: 'Site:' },
  untrusted: {
    type: 'boolean',
    describe:
      'Build what a stranger wrote: run nothing of it, and let it reach nothing outside of its folder',
    group: 'Site:',
  },
  preset: { type: 'string', describe: `Tool of the articles: ${dialectNames.join(', ')}`, group: 'Site:' },
  url: { type: 'string', describe: 'Address at which the site is published', group: 'Site:' },
  title: { type: 'string', describe: 'Name of the site', group: 'Site:' },
  description: { type: 'string', describe: 'What the site is about', group: 'Site:' },
  language: { type: 'string', describe: 'Language of the site, such as en or ru', group: 'Site:' },
  timezone: { type: 'string', describe: 'Time zone of dates without one (Europe/Moscow)', group: 'Site:' },
  permalink: { type: 'string', describe: 'Pattern of addresses (/:year/:month/:slug/)', group: 'Feeds:' },
  limit: { type: 'string', describe: 'Maximum number of items in a feed (50)', group: 'Feeds:' },
  content: { type: 'string', describe: 'Whole articles in feeds, or summaries (full)', group: 'Feeds:' },
  pages: { type: 'boolean', describe: 'Write pages (--no-pages: another tool makes them)', group: 'Feeds:' },
  archives: { type: 'boolean', describe: 'Keep older articles in archive documents', group: 'Feeds:' },
  drafts: { type: 'boolean', describe: 'Publish drafts too', group: 'Feeds:' },
  future: { type: 'boolean', describe: 'Publish articles of the future too', group: 'Feeds:' },
  hosting: {
    type: 'string',
    describe: `Write the file of headers for a host: ${hostNames.join(', ')}`,
    group: 'Feeds:',
  },
  /** What `hosting` was called before. */
  host: { type: 'string', hidden: true },
  precompress: { type: 'boolean', describe: 'Put .gz and .br beside every text', group: 'Feeds:' },
  verify: { type: 'boolean', describe: 'Read every feed back before publishing (as in CI)', group: 'Feeds:' },
  frozen: {
    type: 'boolean',
    describe: 'Fail where feedwright.lock would change (as in CI)',
    group: 'Feeds:',
  },
  'accept-identity-changes': {
    type: 'boolean',
    describe: 'Let published items have other ids',
    group: 'Feeds:',
  },
  strict: { type: 'boolean', describe: 'Warnings stop publishing, too', group: 'Feeds:' },
  'skip-invalid': {
    type: 'boolean',
    describe: 'Publish the other articles where some have errors',
    group: 'Feeds:',
  },
  now: { type: 'string', describe: 'The moment that decides what is in the future', group: 'Feeds:' },
} as const satisfies Record<string, Options>;

/** The flag of the commands that publish. */
export const cacheFlag = {
  type: 'boolean',
  describe: 'Use what earlier builds left (--no-cache: read and write none)',
  group: 'Output:',
} as const satisfies Options;

const settingFlags = [
  'preset',
  'url',
  'title',
  'description',
  'language',
  'timezone',
  'permalink',
  'limit',
  'content',
  'pages',
  'archives',
  'drafts',
  'future',
  'out',
  'strict',
  'frozen',
  'verify',
  'hosting',
  'host',
  'precompress',
] as const;

/** A flag that is a text, where it was given. */
export function textFlag(flags: RawFlags, name: string): string | undefined {
  return z.string().optional().parse(flags[name]);
}

const once = z.union([z.string(), z.boolean()]).optional();

/**
 * Turns flags into what the library takes. The settings among them are checked there, with all the others.
 *
 * @throws UsageError where a flag was given twice, or `--now` is no moment
 */
export function requestFrom(flags: RawFlags, terminal: Terminal): BuildRequest {
  const problems = Object.entries(flags)
    .filter(([name, value]) => name !== '_' && Array.isArray(value))
    .map(([name]) => ({ message: `--${name} was given more than once.`, hint: 'Keep one of them.' }));
  if (problems.length > 0) throw new UsageError(problems);
  const overrides: Record<string, unknown> = {};
  for (const name of settingFlags) {
    const value = once.parse(flags[name]);
    if (value !== undefined) overrides[name] = name === 'limit' ? numberOrText(value) : value;
  }
  if (flags['accept-identity-changes'] !== undefined) {
    overrides.acceptIdentityChanges = once.parse(flags['accept-identity-changes']);
  }
  const { CI } = terminal.env;
  if (CI && CI !== 'false' && CI !== '0') {
    for (const name of ['frozen', 'verify']) overrides[name] ??= true;
  }
  if (flags['skip-invalid'] !== undefined) overrides.skipInvalid = once.parse(flags['skip-invalid']);
  const text = (name: string) => textFlag(flags, name);
  const untrusted = flags.untrusted === true;
  const cache = flags.cache !== false;
  const request = {
    cwd: terminal.cwd,
    untrusted,
    cache,
    articles: text('articles'),
    config: text('config'),
  };
  // What is wrong with a setting is told by the schema, wherever it comes from.
  return { ...(overrides as BuildRequest), ...request, now: nowFrom(text('now'), terminal) };
}

/** The same for commands that look at a site and do not build it. */
export function siteRequestFrom(flags: RawFlags, terminal: Terminal): SiteRequest {
  const { cwd = terminal.cwd, config, untrusted, now = new Date(), ...rest } = requestFrom(flags, terminal);
  const { cache: _, articles, ...overrides } = rest;
  return { cwd, config, untrusted, now, articles, overrides };
}

function numberOrText(value: string | boolean): number | string | boolean {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** The moment of `--now`, else of SOURCE_DATE_EPOCH (reproducible-builds.org, in seconds), else nothing: the clock. */
function nowFrom(flag: string | undefined, { env }: Terminal): Date | undefined {
  if (flag !== undefined) {
    const moment = parseDate(flag, { timezone: 'UTC', language: 'en', dateFormats: [] });
    if (moment) return moment;
    throw new UsageError([
      { message: `--now ${flag} is not a date.`, hint: 'Write it as 2026-11-23T12:00:00Z.' },
    ]);
  }
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return undefined;
  if (/^\d{1,12}$/.test(epoch)) return new Date(Number(epoch) * 1000);
  throw new UsageError([{ message: `SOURCE_DATE_EPOCH is "${epoch}", but must be a number of seconds.` }]);
}
