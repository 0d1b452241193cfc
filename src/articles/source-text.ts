import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../platform/reason.js';
import { hasIllegalCharacters, withoutIllegalCharacters } from '../text/xml-characters.js';
import { readBytes } from './read-bytes.js';
import type { Source } from './source.js';

/** The text of an article's file as everything after this step sees it. */
export interface SourceText {
  /** The text, or its beginning: everything up to the end of a line that may close the front matter. */
  text: string;
  /** The whole text, where only its beginning was wanted. */
  whole: () => string;
  /** Size of the file, in bytes. */
  bytes: number;
  /** Hash of its bytes. */
  hash: () => string;
  diagnostics: Diagnostic[];
}

/** Why there is no text. */
interface NoText {
  text?: never;
  hash?: never;
  diagnostics: Diagnostic[];
}

/** The most bytes of an article's file: more would take minutes, and no reader would show it. */
const mostBytes = 10_000_000;

/** A line that may close front matter, and its end. */
const closing = /\n(?:---|\+\+\+|;;;|\.\.\.)[ \t]*\r?\n/g;
/** Bytes, one a character, that no feed can hold: controls, U+FFFE and U+FFFF. Valid UTF-8 has no lone surrogates. */
const bytesNotInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\u00ef\u00bf[\u00be\u00bf]/;

/**
 * Reads an article's file: UTF-8 without its byte order mark, lines ending in LF, and without the characters
 * that no feed can hold (told as FW030).
 *
 * @param wanted `head` where the body may not be needed: the file is checked whole, and only its beginning decoded
 * @returns the text, or none with the reason: FW031 not UTF-8, FW032 not readable, FW033 too large
 */
export function readSourceText(source: Source, wanted: 'head' | 'whole' = 'whole'): SourceText | NoText {
  const file = source.path;
  let bytes: Buffer;
  try {
    bytes = readBytes(source.file, mostBytes + 1);
  } catch (error) {
    const reason = reasonOf(error);
    return { diagnostics: [diagnose('FW032', { file, message: `The file cannot be read: ${reason}` })] };
  }
  if (bytes.length > mostBytes) {
    const message = `The file has more than ${mostBytes / 1_000_000} MB.`;
    return { diagnostics: [diagnose('FW033', { file, message })] };
  }
  if (!isUtf8(bytes)) {
    return { diagnostics: [diagnose('FW031', { file, message: 'The file is not valid UTF-8.' })] };
  }
  return decode(bytes, file, wanted);
}

function decode(bytes: Buffer, file: string, wanted: 'head' | 'whole'): SourceText {
  const raw = bytes.toString('latin1');
  const isClean = !bytesNotInXml.test(raw);
  const end = wanted === 'head' && isClean ? endOfHead(raw) : bytes.length;
  const whole = () => textOf(Buffer.from(raw, 'latin1'), isClean);
  const text = textOf(bytes.subarray(0, end), isClean);
  const diagnostics = isClean ? [] : [reportRemoved(file, withoutMarks(bytes))];
  return {
    text,
    whole: end === bytes.length ? () => text : whole,
    bytes: bytes.length,
    hash: () => hash('sha1', Buffer.from(raw, 'latin1'), 'hex'),
    diagnostics,
  };
}

/** Where the text after the front matter begins, if there is some; else the end of the file. */
function endOfHead(raw: string): number {
  if (!/^(?:---|\+\+\+|;;;)/.test(raw)) return raw.length;
  closing.lastIndex = 3;
  return closing.test(raw) ? closing.lastIndex : raw.length;
}

function textOf(bytes: Buffer, isClean: boolean): string {
  const text = withoutMarks(bytes);
  return isClean ? text : withoutIllegalCharacters(text);
}

/** Without byte order mark and carriage returns. */
function withoutMarks(bytes: Buffer): string {
  const raw = bytes.toString('utf8').replace(/^\ufeff/, '');
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

function reportRemoved(file: string, text: string): Diagnostic {
  const lines = text.split('\n');
  const index = lines.findIndex(hasIllegalCharacters);
  const line = lines[index] ?? '';
  const column = [...line].findIndex(hasIllegalCharacters) + 1;
  const message = 'The text contained control characters, which were removed.';
  return diagnose('FW030', { file, message, place: { line: index + 1, column } });
}
