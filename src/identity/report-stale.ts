import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type Identity, identityFileName, identityText } from './identity-file.js';

/** The most lines that are shown of what would change. */
const mostLines = 5;

/**
 * Tells where a build would have to change the file of identity, and is told not to: there it would be lost.
 *
 * Reports FW070.
 */
export function reportStale(identity: Identity, site: { root: string; frozen: boolean }): Diagnostic[] {
  const file = join(site.root, identityFileName);
  if (!site.frozen || !existsSync(file)) return [];
  const [before, after] = [readFileSync(file, 'utf8'), identityText(identity)];
  if (before === after) return [];
  const known = new Set(before.split('\n'));
  const fresh = after.split('\n').filter((line) => line !== '' && !known.has(line));
  const names = fresh.slice(0, mostLines).map((line) => line.split('\t')[1] ?? '');
  const more = fresh.length > mostLines ? ` and ${fresh.length - mostLines} more` : '';
  const what = names.length > 0 ? `it does not have ${names.join(', ')}${more}` : 'it has outdated lines';
  const message = `${identityFileName} differs from what this build would write: ${what}.`;
  return [diagnose('FW070', { file: identityFileName, message })];
}
