import picocolors from 'picocolors';
import { codes } from '../../diagnostics/codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { printable } from '../../platform/escape-name.js';
import { groupBy } from '../../platform/group-by.js';
import type { Terminal } from '../command.js';
import { plural } from './amounts.js';

/** How many problems of one kind are printed one by one, and how many of them where there are more. */
const mostOfAKind = 5;
const examples = 3;

/**
 * Prints problems for people, with the line and a mark under the place, and a count at the end. Of many of one kind there
 * are three examples, unless all are asked for.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
  isVerbose = false,
): void {
  if (diagnostics.length === 0) return;
  const paint = picocolors.createColors(terminal.colors.err);
  const kindOf = ({ code, level }: Diagnostic) => `${level} ${code}`;
  for (const [kind, all] of groupBy(diagnostics, kindOf)) {
    const shown = isVerbose || all.length <= mostOfAKind ? all : all.slice(0, examples);
    for (const diagnostic of shown) printOne(diagnostic, terminal, paint);
    const [first] = all;
    if (!first || shown.length === all.length) continue;
    const { title } = codes[first.code];
    terminal.err(
      `${paint.bold(`and ${all.length - shown.length} more`)} ${kind}, ${title} (--verbose shows all)`,
    );
  }
  terminal.err(countOf(diagnostics));
}

function printOne(
  diagnostic: Diagnostic,
  terminal: Terminal,
  paint: ReturnType<typeof picocolors.createColors>,
): void {
  const { file, line, column, level, code, message, hint, excerpt } = diagnostic;
  const name = level === 'error' ? paint.red('error') : paint.yellow('warning');
  terminal.err(`${paint.bold(printable(`${file}:${line}:${column}`))} ${name} ${code}`);
  terminal.err(`  ${printable(message)}`);
  if (excerpt !== undefined) {
    terminal.err(paint.dim(`  ${String(line).padStart(4)} | `) + shown(excerpt));
    terminal.err(paint.dim(`  ${' '.repeat(4)} | `) + ' '.repeat(Math.max(0, column - 1)) + paint.red('^'));
  }
  terminal.err(`  ${paint.cyan('→')} ${printable(hint)}`);
}

/** A tab is one column wide here, and no control character of an article reaches the terminal. */
function shown(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  return `${plural(errors, 'error')}, ${plural(diagnostics.length - errors, 'warning')}`;
}
