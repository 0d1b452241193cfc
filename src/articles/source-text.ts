import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Source } from './discover.js';
import { hasUnspeakable, withoutUnspeakable } from './plain-text.js';

/** The text of an article's file as everything after this step sees it. */
export interface SourceText {
  text: string;
  diagnostics: Diagnostic[];
}

/** The most bytes of an article's file: more would take minutes, and no reader would show it. */
const mostBytes = 10_000_000;

/**
 * Reads an article's file: UTF-8 without its byte order mark, lines ending in LF, and without the characters
 * that no feed can hold (told as FW030).
 *
 * @returns the text, or none with the reason: FW031 not UTF-8, FW032 not readable, FW033 too large
 */
export function readSourceText(source: Source): SourceText | { text?: never; diagnostics: Diagnostic[] } {
  const file = source.path;
  let bytes: Buffer;
  try {
    bytes = readFileSync(source.file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { diagnostics: [diagnose('FW032', { file, message: `The file cannot be read: ${reason}` })] };
  }
  if (bytes.length > mostBytes) {
    const message = `The file has ${(bytes.length / 1_000_000).toFixed(1)} MB.`;
    return { diagnostics: [diagnose('FW033', { file, message })] };
  }
  if (!isUtf8(bytes)) {
    return { diagnostics: [diagnose('FW031', { file, message: 'The file is not valid UTF-8.' })] };
  }
  const raw = bytes.toString('utf8').replace(/^\ufeff/, '');
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!hasUnspeakable(text)) return { text, diagnostics: [] };
  return { text: withoutUnspeakable(text), diagnostics: [tellRemoved(file, text)] };
}

function tellRemoved(file: string, text: string): Diagnostic {
  const lines = text.split('\n');
  const index = lines.findIndex(hasUnspeakable);
  const line = lines[index] ?? '';
  const column = [...line].findIndex(hasUnspeakable) + 1;
  const message = 'The text has control characters, which were removed.';
  return diagnose('FW030', { file, message, place: { line: index + 1, column } });
}
