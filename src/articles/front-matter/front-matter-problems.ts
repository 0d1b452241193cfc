import { YAMLParseError } from 'yaml';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../diagnostics/lines.js';
import { NotPlainData } from '../../platform/plain-data.js';
import { reasonOf } from '../../platform/reason.js';
import { toml } from './toml.js';

/** Where a block of front matter is in its file. */
export interface BlockPlace {
  /** Line of its opening fence. */
  firstLine: number;
}

/** Front matter that is a text, a list or nothing is told apart from fields by the caller. */
export class NotFields extends Error {
  constructor(readonly value: unknown) {
    super('not fields');
  }
}

/** More names for parts of the front matter than anybody needs. */
export class TooManyAnchors extends Error {}

/** FW005: a field that is there twice. */
export function reportTwice(
  error: YAMLParseError,
  block: BlockPlace,
  text: string,
  file: string,
): Diagnostic {
  const { line, column } = whereInBlock(error);
  const place = { line: block.firstLine + line - 1, column };
  const message = 'This field appears twice; the last value is used.';
  return diagnose('FW005', { file, message, place, text });
}

/** FW003: front matter in an unsupported format. */
export function refuseLanguage(name: string, place: Place, text: string, file: string): Diagnostic {
  const message = `Front matter in "${name.slice(0, 40)}" is not supported.`;
  return diagnose('FW003', { file, message, place, text });
}

/** FW035: front matter that would take too long. */
export function reportGap(block: BlockPlace, text: string, file: string): Diagnostic {
  const message = 'The front matter has thousands of consecutive spaces or line breaks.';
  return diagnose('FW035', { file, message, place: { line: block.firstLine, column: 1 }, text });
}

/** FW002: front matter without an end. */
export function notClosed(close: string, place: Place, text: string, file: string): Diagnostic {
  const hint = `Write ${close} alone on the line after the last field.`;
  return diagnose('FW002', {
    file,
    message: 'The front matter has no closing fence.',
    hint,
    place,
    text,
  });
}

/** FW001, FW004, FW034 or FW035: what a parser says of front matter, at its place in the file. */
export function explain(error: unknown, block: BlockPlace, text: string, file: string): Diagnostic {
  if (error instanceof NotFields) {
    const message = `The front matter is ${Array.isArray(error.value) ? 'a list' : 'a single value'}, not fields.`;
    return diagnose('FW004', { file, message, place: { line: block.firstLine + 1, column: 1 }, text });
  }
  if (error instanceof TooManyAnchors) {
    const message = 'The front matter has thousands of anchors (&name).';
    return diagnose('FW035', { file, message, place: { line: block.firstLine, column: 1 }, text });
  }
  if (error instanceof NotPlainData || isTooDeep(error)) {
    const message = 'Lists or groups in the front matter are nested too deeply, or contain themselves.';
    return diagnose('FW034', { file, message, place: { line: block.firstLine + 1, column: 1 }, text });
  }
  const { line, column, reason } = whereInBlock(error);
  const place = { line: block.firstLine + line - 1, column };
  return diagnose('FW001', { file, message: `The front matter cannot be parsed: ${reason}.`, place, text });
}

/** A parser that ran out of stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /maximum call stack/i.test(error.message);
}

/** Line and column inside the block (its first line holds the fence), and the parser's reason. */
function whereInBlock(error: unknown): Place & { reason: string } {
  const message = reasonOf(error);
  const reason = (message.split('\n')[0] ?? '')
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/[.:]$/, '');
  if (error instanceof YAMLParseError && error.linePos) {
    return { line: error.linePos[0].line, column: error.linePos[0].col, reason };
  }
  if (error instanceof toml().TomlError) return { line: error.line, column: error.column, reason };
  return { line: 2, column: 1, reason };
}
