#!/usr/bin/env node
/**
 * The command line: names the commands, and is the one place that catches, prints and sets the exit code.
 *
 * commands/     one file a command: flags in, the library called, the result printed
 * build.ts      the pipeline itself
 */
import { createInterface } from 'node:readline/promises';
import yargs, { type Argv } from 'yargs';
import { explainUnknown, findOddArguments } from './commands/arguments.js';
import { argumentUsage, type Command, type ExitCode, type Terminal } from './commands/command.js';
import { commands } from './commands/commands.js';
import { UsageError } from './diagnostics/usage-error.js';
import { NeedsHeap } from './feeds/require-heap.js';
import { printableLines } from './platform/escape-name.js';
import { generator } from './platform/generator.js';
import { heapOption, NeedsConfinement, runAgain, runConfined } from './platform/node-options.js';
import { PublishError } from './publish/publish-error.js';

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  untilInterrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
  ...(process.stderr.isTTY && process.env.TERM !== 'dumb' && !process.env.CI ? { status } : {}),
  colors: { out: hasColors(process.stdout), err: hasColors(process.stderr) },
};

/** Over the same line again (ECMA-48: back to its start, and erase to its end). */
function status(line: string): void {
  process.stderr.write(`\r\u001b[K${line.slice(0, Math.max(0, (process.stderr.columns ?? 80) - 1))}`);
}

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  // Early versions of Node 20 leave the question open for ever where it is broken off.
  const brokenOff = new Promise<never>((_, reject) => {
    const error = new Error('The question was broken off.');
    error.name = 'AbortError';
    prompt.once('close', () => reject(error));
  });
  try {
    return await Promise.race([prompt.question(question), brokenOff]);
  } finally {
    prompt.close();
  }
}

/** Colours where the terminal has them, unless the user or the place says no (no-color.org). */
function hasColors(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR || process.env.TERM === 'dumb') return false;
  return stream.isTTY === true || Boolean(process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0');
}

async function main(args: readonly string[]): Promise<void> {
  let exitCode: ExitCode = 0;
  let parser = yargs([...args])
    .scriptName(generator.name)
    .locale('en')
    .usage('$0 <command> [flags]\n\nTurns a folder of articles into RSS, Atom and JSON Feed.')
    .version(generator.version)
    .alias({ h: 'help', v: 'version' })
    .completion('completion', 'Print a script that completes commands and flags (bash, zsh)')
    .strict()
    .recommendCommands()
    .exitProcess(false)
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .fail((message, error) => {
      throw error ?? new UsageError([explainUnknown(message, args, commands)]);
    });
  for (const command of commands) {
    parser = addCommand(parser, command, (code) => {
      exitCode = code;
    });
  }
  try {
    const odd = findOddArguments(args, commands, terminal.cwd);
    if (odd.length > 0) throw new UsageError(odd);
    // Of itself, yargs goes on to the default command after it, which would build.
    if (args[0] === 'completion') parser.showCompletionScript();
    else await parser.parseAsync();
    process.exitCode = exitCode;
  } catch (error) {
    process.exitCode = runElsewhere(error, args) ?? tell(error, args.includes('--json'));
  }
}

/** Runs the same command in another process, where it ended because this one is not fit for it. */
function runElsewhere(error: unknown, args: readonly string[]): number | undefined {
  if (error instanceof NeedsConfinement) return runConfined(error.reach, args);
  const options = error instanceof NeedsHeap ? heapOption(error.megabytes) : [];
  return options.length > 0 ? runAgain(options, args) : undefined;
}

function addCommand(parser: Argv, command: Command, done: (code: ExitCode) => void): Argv {
  const { name, isDefault, argument, description, flags, examples } = command;
  const usage = argument ? `${name} [${argument.name}]` : name;
  return parser.command(
    isDefault ? [usage, '$0'] : usage,
    description,
    (builder) => {
      if (argument) builder.positional(argument.name, { type: 'string', describe: argument.describe });
      // A missing argument is told by the command, which knows what it is for.
      if (argument?.isRequired) builder.usage(`$0 ${name} ${argumentUsage(argument)}\n\n${description}`);
      return builder.options({ ...flags }).example(examples.map(([line, does]) => [`$0 ${line}`, does]));
    },
    async (given) => done(await command.run(given, terminal)),
  );
}

/** Prints an error and gives its exit code; what is not a known kind of error is a bug, and shows itself whole. */
function tell(error: unknown, asJson: boolean): ExitCode {
  // Ctrl-C while a question is asked.
  if (error instanceof Error && error.name === 'AbortError') {
    terminal.err('Cancelled; nothing was written.');
    return 1;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_ACCESS_DENIED') {
    const what = 'resource' in error ? ` ${String(error.resource)}` : '';
    terminal.err(`error: --untrusted does not let the build access${printableLines(what)}`);
    return 1;
  }
  if (error instanceof Error && 'syscall' in error) {
    terminal.err(`error: ${printableLines(error.message)}`);
    terminal.err('  Check the disk and the permissions of the folder.');
    return 1;
  }
  const isKnown = error instanceof UsageError || error instanceof PublishError;
  if (!isKnown) {
    terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    terminal.err('This is a bug in feedwright. Please report it with the text above.');
    return 1;
  }
  if (asJson) terminal.out(JSON.stringify({ ok: false, problems: error.problems }, null, 2));
  for (const { message, hint } of error.problems) {
    terminal.err(`error: ${printableLines(message)}`);
    if (hint) terminal.err(`  ${printableLines(hint)}`);
  }
  return error instanceof UsageError ? 2 : 1;
}

// `feedwright build | head` closes our output early; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await main(process.argv.slice(2));
