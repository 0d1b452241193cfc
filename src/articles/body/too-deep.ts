import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import type { Source } from '../discover.js';

/** A text whose quotes or lists stand in each other deeper than the parser of Markdown can follow. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

/** Does something that recurses into a text; where that exhausts the stack, the text is too deep. */
export function withinDepth<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw new TooDeep();
    throw error;
  }
}

/** FW034 for a body. */
export function tellTooDeep({ path: file }: Source, line: number): Diagnostic {
  const message = 'Quotes or lists in the text stand in each other too deeply.';
  return diagnose('FW034', { file, message, place: { line, column: 1 } });
}
