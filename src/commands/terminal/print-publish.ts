import { isAbsolute, relative } from 'node:path';
import type { PublishReport } from '../../deploy/publish-site.js';
import type { Notice } from '../../notify/notify.js';
import { printable } from '../../platform/escape-name.js';
import { isWithin } from '../../platform/real-path.js';
import type { Terminal } from '../command.js';
import { inBytes, plural } from './amounts.js';

/** How publishing is reported. */
export interface PublishOutput {
  dryRun: boolean;
  json: boolean;
  quiet: boolean;
  /** The file for the paths that a CDN must forget. */
  file: string | undefined;
  /** They are printed, and nothing else is on standard output. */
  prints: boolean;
}

/**
 * Prints what was published, or would be.
 *
 * @param more what a report as JSON has beside it: what hubs were told, what the build found
 */
export function printPublished(
  report: PublishReport,
  more: { notices?: readonly Notice[] | undefined; diagnostics?: unknown },
  how: PublishOutput,
  terminal: Terminal,
): void {
  const { json, dryRun, prints, quiet } = how;
  if (json) {
    terminal.out(JSON.stringify({ ok: true, dryRun, ...report, ...more }, null, 2));
    return;
  }
  if (prints && report.invalidations.length > 0) terminal.out(report.invalidations.join('\n'));
  const say = prints ? terminal.err : terminal.out;
  if (dryRun) for (const line of changesOf(report)) say(line);
  const isNear = isAbsolute(report.target) && isWithin(terminal.cwd, report.target);
  const target = isNear ? relative(terminal.cwd, report.target) : report.target;
  if (!quiet) say(printable(summaryOf({ ...report, target }, dryRun)));
}

function changesOf({ sent, removed }: PublishReport): string[] {
  return [
    ...sent.map(({ path, change }) => printable(`${change.padEnd(8)} ${path}`)),
    ...removed.map((path) => printable(`deleted  ${path}`)),
  ];
}

function summaryOf(report: PublishReport, dryRun: boolean): string {
  const { target, sent, removed, unchanged, requests } = report;
  if (sent.length === 0 && removed.length === 0)
    return `${target} is up to date: ${plural(unchanged, 'file')}.`;
  const bytes = sent.reduce((sum, file) => sum + file.bytes, 0);
  const fresh = sent.filter(({ change }) => change === 'new').length;
  const counts = [
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(sent.length > fresh ? [`${sent.length - fresh} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} deleted`] : []),
    `${unchanged} unchanged`,
  ];
  const what = `${plural(sent.length, 'file')} (${inBytes(bytes)})`;
  if (dryRun) return `${what} would be uploaded to ${target}: ${counts.join(', ')}`;
  const cost = requests === undefined ? '' : `; ${plural(requests, 'request')}`;
  return `Uploaded ${what} to ${target}: ${counts.join(', ')}${cost}`;
}
