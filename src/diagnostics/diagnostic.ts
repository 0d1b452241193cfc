import { compareText } from '../text/compare-text.js';
import type { DiagnosticLevel } from './code-entry.js';
import { codes, type DiagnosticCode } from './codes.js';
import { linesOf, type Place } from './lines.js';

/** One problem in the input: where it is, what is wrong and what to do. */
export interface Diagnostic {
  code: DiagnosticCode;
  level: DiagnosticLevel;
  /** Path of the file, relative to the folder of articles, with `/` between its parts. */
  file: string;
  line: number;
  column: number;
  /** What is wrong, in one sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
  /** The line itself, where there is one to show. */
  excerpt?: string;
}

/** What a reporter of problems tells beyond the code; the rest has defaults. */
export interface ProblemDetails {
  file: string;
  message: string;
  hint?: string;
  place?: Place;
  /** Text of the file, from which the excerpt is taken, or the line itself. */
  text?: string;
  excerpt?: string;
}

/** A place in a file, and the line that stands there. */
export interface MarkedPlace {
  place: Place;
  excerpt: string;
}

/** Remembers a place in a text, so that the text itself need not be kept. */
export function markPlace(text: string, place: Place): MarkedPlace {
  return { place, excerpt: lineOf(text, place) };
}

function lineOf(text: string, { line }: Place): string {
  return linesOf(text).line(line).slice(0, 300);
}

/** Makes a diagnostic with the level and the advice that belong to its code. */
export function diagnose(code: DiagnosticCode, details: ProblemDetails): Diagnostic {
  const place = details.place ?? { line: 1, column: 1 };
  const excerpt = details.excerpt ?? (details.text && lineOf(details.text, place));
  return {
    code,
    level: standardLevel(code),
    file: details.file,
    ...place,
    message: details.message,
    hint: details.hint ?? codes[code].advice,
    ...(excerpt ? { excerpt } : {}),
  };
}

/** The level of a code; what is off is a warning, until it is taken out. */
function standardLevel(code: DiagnosticCode): DiagnosticLevel {
  const { level } = codes[code];
  return level === 'off' ? 'warning' : level;
}

/** Gives each diagnostic the level that settings say, and takes out those that are off. */
export function withLevels(
  diagnostics: readonly Diagnostic[],
  levels: Readonly<Partial<Record<DiagnosticCode, DiagnosticLevel | 'off'>>>,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const standard = codes[diagnostic.code].level;
    const level = levels[diagnostic.code] ?? (standard === 'off' ? standard : diagnostic.level);
    return level === 'off' ? [] : [{ ...diagnostic, level }];
  });
}

/** Orders diagnostics for people: errors before warnings, then by file, line and column. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.level, b.level) ||
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Whether any of these stops publishing. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.level === 'error');
}
