import type { DiagnosticCode } from './codes.js';

/** What stops every build: leaving an article out would not mend it, and would hide it. */
export const unskippable: ReadonlySet<DiagnosticCode> = new Set([
  'FW070',
  'FW071',
  'FW072',
  'FW080',
  'FW082',
]);
