import type { Options } from 'yargs';
import { argumentUsage, type Command } from '../src/commands/command.js';
import { commands } from '../src/commands/commands.js';
import { siteFlags } from '../src/commands/flags.js';

/** A flag as it is written, and what it does. */
export interface FlagLine {
  /** `--out`, with its short form: `-o, --out <value>`. */
  usage: string;
  describe: string;
}

/** A command as the documentation shows it. */
export interface CommandReference {
  name: string;
  /** `feedwright build [articles]` */
  usage: string;
  description: string;
  argument: Command['argument'];
  /** Without those of {@link sharedFlags}, where it takes these. */
  flags: FlagLine[];
  /** What to say of {@link sharedFlags}; nothing where it takes few of them. */
  shared: string;
  examples: Command['examples'];
}

const shared: Readonly<Record<string, Options>> = siteFlags;

/** The flags of all commands that read a site. */
export const sharedFlags: FlagLine[] = linesOf(siteFlags);

/** Every command, from the table that the command line itself is made of. */
export const commandReference: CommandReference[] = commands.map((command) => {
  const { name, description, argument, flags, examples } = command;
  const missing = Object.entries(shared)
    .filter(([flag, { hidden }]) => !(flag in flags) && !hidden)
    .map(([flag]) => flag);
  const takesShared = missing.length < sharedFlags.length / 2;
  const own = Object.entries(flags).filter(([flag, option]) => !takesShared || shared[flag] !== option);
  const except = missing.length > 0 ? `, except ${missing.map((flag) => `--${flag}`).join(' and ')}` : '';
  return {
    ...{ name, description, argument, examples },
    usage: `feedwright ${name}${argument ? ` ${argumentUsage(argument)}` : ''} [flags]`,
    flags: linesOf(Object.fromEntries(own)),
    shared: takesShared ? `flags for the site${except}` : '',
  };
});

/** What commands tell programs, in the order of docs/commands.md and of the manual page. */
export const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'Success. There may be warnings.'],
  [
    '1',
    'Errors in articles, the output folder, a store or a notification. A build with errors publishes nothing; an interrupted publish is completed by the next one.',
  ],
  ['2', 'Wrong flags, arguments or settings.'],
];

/** The variables of the environment that commands read. */
export const environment: readonly (readonly [name: string, meaning: string])[] = [
  [
    'CI',
    'If set, other than to false or 0: --frozen and --verify are the default, and no progress is shown.',
  ],
  ['GITHUB_ACTIONS', 'If true, problems are also printed as annotations.'],
  ['SOURCE_DATE_EPOCH', 'The current time, in seconds since 1970; --now overrides it.'],
  ['NO_COLOR, FORCE_COLOR', 'Turn colors off or on.'],
  [
    'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL, AWS_PROFILE',
    'The object store for publish.',
  ],
];

function linesOf(flags: Readonly<Record<string, Options>>): FlagLine[] {
  return Object.entries(flags)
    .filter(([, { hidden }]) => !hidden)
    .map(([name, { alias, type, describe = '' }]) => ({
      usage: `${alias ? `-${String(alias)}, ` : ''}--${name}${type === 'boolean' ? '' : ' <value>'}`,
      describe,
    }));
}
