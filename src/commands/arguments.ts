import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../diagnostics/nearest.js';
import type { UsageProblem } from '../diagnostics/usage-error.js';
import type { Command } from './command.js';

/** Flags that every command has. */
const everywhere = ['help', 'version'];
const helpHint = 'Run feedwright --help to see all commands and flags.';

/**
 * What yargs lets pass though nobody means it: `--drafts=maybe`, which it reads as false, and a mistyped command,
 * which it takes for the folder of articles.
 */
export function findOddArguments(
  args: readonly string[],
  commands: readonly Command[],
  cwd: string,
): UsageProblem[] {
  const switches = new Set(flagsOf(commands, (type) => type === 'boolean'));
  const problems = args.flatMap((arg): UsageProblem[] => {
    const [, name = '', value = ''] = /^--(?:no-)?([a-z-]+)=(.*)$/.exec(arg) ?? [];
    if (!switches.has(name) || /^(true|false)$/.test(value)) return [];
    return [{ message: `--${name} is "${value}", but must be true or false.` }];
  });
  const [first = ''] = args;
  const names = [...commands.map(({ name }) => name), 'completion'];
  const meant = /^[a-z-]+$/.test(first) && !names.includes(first) ? nearest(first, names) : undefined;
  if (meant && !first.startsWith('-') && !existsSync(resolve(cwd, first))) {
    const message = `"${first}" is neither a command nor a folder.`;
    problems.push({ message, hint: `Did you mean "feedwright ${meant}"?` });
  }
  return problems;
}

/** Explains what yargs does not know, with the flag that was probably meant. */
export function explainUnknown(
  message: string,
  args: readonly string[],
  commands: readonly Command[],
): UsageProblem {
  const [, list] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  if (!list) return { message, hint: helpHint };
  const unknown = [...new Set(list.split(', '))];
  const flags = unknown.filter((name) => args.some((arg) => arg.startsWith('-') && arg.includes(name)));
  const extra = unknown.filter((name) => !flags.includes(name));
  const command =
    commands.find(({ name }) => name === args[0]) ?? commands.find(({ isDefault }) => isDefault);
  const named = command ? [command] : [];
  const known = [...everywhere, ...flagsOf(named, () => true)];
  const guesses = flags.flatMap((name) => nearest(name, known) ?? []);
  const parts = [
    ...flags.map((name) => `feedwright ${command?.name ?? ''} has no flag ${dashed(name)}.`),
    ...extra.map((name) => `Unexpected argument "${name}".`),
  ];
  const others = flags.flatMap((name) => hintOfOther(name, commands) ?? []);
  const hints = [
    ...others,
    ...(guesses.length > 0 ? [`Did you mean ${guesses.map(dashed).join(', ')}?`] : []),
  ];
  return { message: parts.join(' '), hint: hints.join(' ') || helpHint };
}

function dashed(flag: string): string {
  return (flag.length === 1 ? '-' : '--') + flag;
}

/** Where a flag is not one of the command, but of others. */
function hintOfOther(flag: string, commands: readonly Command[]): string | undefined {
  const names = commands.filter(({ flags }) => Object.hasOwn(flags, flag)).map(({ name }) => name);
  return names.length > 0 ? `${dashed(flag)} is a flag of ${names.join(', ')}.` : undefined;
}

function flagsOf(commands: readonly Command[], wanted: (type: string | undefined) => boolean): string[] {
  const all = commands.flatMap(({ flags }) => Object.entries(flags));
  return [...new Set(all.filter(([, { type }]) => wanted(type)).map(([name]) => name))];
}
