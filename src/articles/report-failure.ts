import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../platform/reason.js';
import { TooCostly } from '../text/budget.js';
import { TooDeep } from '../text/too-deep.js';
import type { Source } from './source.js';

/**
 * What an article is told whose text could not be read, checked or rendered: FW034 where it is nested too deeply, FW035
 * where it takes too long, and FW036 for everything else, which nobody expected. Other articles have nothing to do with it.
 *
 * @param line where its text begins
 */
export function reportFailure(error: unknown, { path: file }: Pick<Source, 'path'>, line = 1): Diagnostic {
  const place = { line, column: 1 };
  if (error instanceof TooDeep || (error instanceof RangeError && /call stack/i.test(error.message))) {
    const message = 'Quotes, lists or elements in the text are nested too deeply.';
    return diagnose('FW034', { file, message, place });
  }
  if (error instanceof TooCostly) {
    return diagnose('FW035', { file, message: `The text cannot be rendered: ${error.message}.`, place });
  }
  const message = `The article could not be processed: ${reasonOf(error)}`;
  return diagnose('FW036', { file, message, place });
}
