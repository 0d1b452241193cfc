import type { Options } from 'yargs';
import * as z from 'zod';
import { parseDate } from '../articles/dates/parse-date.js';
import type { BuildRequest } from '../build/report.js';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import type { SiteRequest } from '../site/site.js';
import type { RawFlags, Terminal } from './command.js';
import { settingFlags, settingsFrom } from './setting-flags.js';

/** Flags of every command that reads a site. */
export const siteFlags = {
  config: { type: 'string', describe: 'Settings file', group: 'Site:' },
  untrusted: {
    type: 'boolean',
    describe:
      'Build a site that you do not trust: run none of its code, and keep the build inside its folder',
    group: 'Site:',
  },
  ...settingFlags,
  now: { type: 'string', describe: 'Time to use instead of the current time', group: 'Feeds:' },
} as const satisfies Record<string, Options>;

/** The flag of the commands that publish. */
export const cacheFlag = {
  type: 'boolean',
  describe: 'Use the cache of earlier builds (--no-cache: neither read nor write it)',
  group: 'Output:',
} as const satisfies Options;

/** A flag that is a text, where it was given. */
export function textFlag(flags: RawFlags, name: string): string | undefined {
  if (Array.isArray(flags[name])) throw new UsageError([givenTwice(name)]);
  return z.string().optional().parse(flags[name]);
}

function givenTwice(name: string): UsageProblem {
  return { message: `--${name} was given more than once.`, hint: 'Keep one of them.' };
}

/**
 * Turns flags into what the library takes. The settings among them are checked there, with all the others.
 *
 * @throws UsageError where a flag was given twice, or `--now` is no moment
 */
export function requestFrom(flags: RawFlags, terminal: Terminal): BuildRequest {
  const problems = Object.entries(flags)
    .filter(([name, value]) => name !== '_' && Array.isArray(value))
    .map(([name]) => givenTwice(name));
  if (problems.length > 0) throw new UsageError(problems);
  const overrides = settingsFrom(flags);
  const { CI } = terminal.env;
  if (CI && CI !== 'false' && CI !== '0') {
    for (const name of ['frozen', 'verify']) overrides[name] ??= true;
  }
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

/** The moment of `--now`, else of SOURCE_DATE_EPOCH (reproducible-builds.org, in seconds), else nothing: the clock. */
function nowFrom(flag: string | undefined, { env }: Terminal): Date | undefined {
  if (flag !== undefined) {
    const moment = parseDate(flag, { timezone: 'UTC', language: 'en', dateFormats: [] })?.date;
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
