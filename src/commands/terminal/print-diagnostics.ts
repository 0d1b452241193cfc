import picocolors from 'picocolors';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { printable } from '../../platform/escape-name.js';
import type { Terminal } from '../command.js';

/** Prints problems for people, with the line and a mark under the place, and a count at the end. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  if (diagnostics.length === 0) return;
  const paint = picocolors.createColors(terminal.colors.err);
  for (const diagnostic of diagnostics) {
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
  terminal.err(countOf(diagnostics));
}

/** A tab is one column wide here, and no control character of an article reaches the terminal. */
function shown(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  return `${plural(errors, 'error')}, ${plural(diagnostics.length - errors, 'warning')}`;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
