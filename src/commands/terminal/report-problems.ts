import { relative, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UsageError } from '../../diagnostics/usage-error.js';
import type { Terminal } from '../command.js';
import { printDiagnostics } from './print-diagnostics.js';
import { problemFormats } from './problem-formats.js';

const names = ['pretty', ...problemFormats.map(({ name }) => name)];

/** The flag that chooses how problems are written. */
export const formatFlag = {
  type: 'string',
  describe: `How problems are written: ${names.join(', ')}`,
  group: 'Output:',
} as const;

/**
 * Checks what `--format` says.
 *
 * @throws UsageError where there is no such format
 */
export function formatFrom(flag: unknown): string {
  const name = flag === undefined ? 'pretty' : String(flag);
  if (names.includes(name)) return name;
  throw new UsageError([{ message: `--format ${name} is not known.`, hint: `Known: ${names.join(', ')}.` }]);
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
  format: string,
  terminal: Terminal,
): boolean {
  const below = relative(terminal.cwd, articles).split(sep).join('/');
  const folder = below && `${below}/`;
  const chosen = problemFormats.find(({ name }) => name === format);
  if (chosen) {
    terminal.out(chosen.write(diagnostics, folder));
    return true;
  }
  printDiagnostics(diagnostics, terminal);
  const annotations = problemFormats.find(({ name }) => name === 'github');
  if (terminal.env.GITHUB_ACTIONS === 'true' && annotations && diagnostics.length > 0) {
    terminal.out(annotations.write(diagnostics, folder));
  }
  return false;
}
