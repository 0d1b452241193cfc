import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { UsageError } from '../diagnostics/usage-error.js';
import { replaceFile } from '../platform/replace-file.js';
import { compareText } from '../text/compare-text.js';

const schema = z.object({ version: z.literal(1), told: z.record(z.string(), z.string()) });

/** What was told the last time: a hash of each feed document, by whom it was told to and its address. */
export type NotifiedState = Readonly<Record<string, string>>;

/** Where that is remembered, unless people say otherwise: beside the settings, out of the project. */
export function stateFile(root: string): string {
  return join(root, '.feedwright', 'notified.json');
}

/**
 * Reads what was told.
 *
 * @returns nothing told where there is no such file
 * @throws UsageError where the file is something else
 */
export function readTold(file: string): NotifiedState {
  if (!existsSync(file)) return {};
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).told;
  } catch {
    const hint = 'Delete it. All feeds are then notified once more, which does no harm.';
    throw new UsageError([{ message: `${file} was not written by feedwright notify.`, hint }]);
  }
}

/** Writes what was told, sorted, whole or not at all. */
export function writeTold(file: string, told: NotifiedState): void {
  const sorted = Object.fromEntries(Object.entries(told).sort(([a], [b]) => compareText(a, b)));
  mkdirSync(dirname(file), { recursive: true });
  const own = join(dirname(file), '.gitignore');
  if (dirname(file).endsWith('.feedwright') && !existsSync(own)) writeFileSync(own, '*\n');
  const text = `${JSON.stringify({ version: 1, told: sorted }, null, 1)}\n`;
  replaceFile(file, (beside) => writeFileSync(beside, text));
}
