import { relative, sep } from 'node:path';
import type { Options } from 'yargs';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UsageError } from '../../diagnostics/usage-error.js';
import type { RawFlags, Terminal } from '../command.js';
import { printDiagnostics } from './print-diagnostics.js';
import { problemFormats } from './problem-formats.js';

const names = ['pretty', ...problemFormats.map(({ name }) => name)];

/** The flags that choose how problems are written, and how many. */
export const problemFlags = {
  format: { type: 'string', describe: `Output format for problems: ${names.join(', ')}`, group: 'Output:' },
  verbose: {
    type: 'boolean',
    describe: 'Print every problem and every skipped file',
    group: 'Output:',
  },
} as const satisfies Record<string, Options>;

/** How problems are written. */
export interface ProblemOutput {
  /** `pretty` for people, or the name of a format for another program. */
  format: string;
  /** All of them are written for people, too. */
  isVerbose: boolean;
}

/**
 * Checks what `--format` and `--verbose` say.
 *
 * @throws UsageError where there is no such format
 */
export function problemOutputFrom(flags: RawFlags): ProblemOutput {
  const name = flags.format === undefined ? 'pretty' : String(flags.format);
  if (names.includes(name)) return { format: name, isVerbose: flags.verbose === true };
  throw new UsageError([
    { message: `--format ${name} is not supported.`, hint: `Supported: ${names.join(', ')}.` },
  ]);
}

/**
 * Tells problems: for people, with annotations beside where GitHub runs us, or as another program wants them.
 *
 * @param articles folder of the articles, absolute
 * @returns whether standard output now belongs to another program
 */
export function reportProblems(
  diagnostics: readonly Diagnostic[],
  articles: string,
  { format, isVerbose }: ProblemOutput,
  terminal: Terminal,
): boolean {
  const below = relative(terminal.cwd, articles).split(sep).join('/');
  const folder = below && `${below}/`;
  const chosen = problemFormats.find(({ name }) => name === format);
  if (chosen) {
    terminal.out(chosen.write(diagnostics, folder));
    return true;
  }
  printDiagnostics(diagnostics, terminal, isVerbose);
  const annotations = problemFormats.find(({ name }) => name === 'github');
  if (terminal.env.GITHUB_ACTIONS === 'true' && annotations && diagnostics.length > 0) {
    terminal.out(annotations.write(diagnostics, folder));
  }
  return false;
}
