import { relative } from 'node:path';
import picocolors from 'picocolors';
import type { LeftOut } from '../../articles/select-published.js';
import type { BuildOutcome } from '../../build/build.js';
import type { BuildSummary, FileCount } from '../../build/build-summary.js';
import { unskippable } from '../../diagnostics/unskippable.js';
import { feedFormats } from '../../formats/formats.js';
import { printable } from '../../platform/escape-name.js';
import { groupBy } from '../../platform/group-by.js';
import type { Terminal } from '../command.js';
import { inBytes, plural } from './amounts.js';

/** How many names of one kind are printed, unless all are asked for. */
export const mostNames = 5;

/** Tells people what a build wrote, how many articles went in, which were left out and why, and how long it took. */
export function printReport(
  summary: BuildSummary,
  seconds: number,
  terminal: Terminal,
  isVerbose = false,
): void {
  const most = isVerbose ? Number.POSITIVE_INFINITY : mostNames;
  const paint = picocolors.createColors(terminal.colors.out);
  const { tool } = summary;
  if (tool) terminal.out(`${tool.label} site, recognized by ${tool.by}`);
  if (summary.ok) {
    const place = relative(terminal.cwd, summary.out) || '.';
    terminal.out(`${paint.green('Wrote')} ${paint.bold(place)}: ${changesOf(summary)}`);
    for (const line of fileLines(summary, most)) terminal.out(`  ${line}`);
    for (const line of sizeLines(summary, isVerbose)) terminal.out(`  ${line}`);
    terminal.out(`${plural(summary.articles, 'article')} published for ${summary.url}`);
  } else {
    terminal.out(`${paint.red('Nothing was published')}: ${wayOut(summary)}.`);
  }
  for (const line of leftOutLines(summary.leftOut, most)) terminal.out(line);
  const time = paint.dim(`${seconds.toFixed(2)} s`);
  const invalid = summary.leftOut.filter(({ reason }) => reason === 'invalid').length;
  const isPartial = summary.ok && invalid > 0;
  terminal.out(
    isPartial
      ? `${time}, without ${plural(invalid, 'file')} that ${invalid === 1 ? 'has' : 'have'} errors (--strict stops there)`
      : time,
  );
}

/** What to do where errors stopped the build. */
function wayOut({ tool, diagnostics }: BuildSummary): string {
  const skips = !tool && diagnostics.some(({ level, code }) => level === 'error' && !unskippable.has(code));
  return `correct the errors and run it again${skips ? ', or publish the other articles with --skip-invalid' : ''}`;
}

/** Tells how long each phase took, what the cache had, and how much was written. */
export function printStats({ times, cache, report, summary }: BuildOutcome, terminal: Terminal): void {
  const written = [summary.documents, summary.pages, summary.others].reduce(
    (sum, { bytes }) => sum + bytes,
    0,
  );
  const lines = times.map(({ name, seconds }): [string, string] => [name, `${seconds.toFixed(2)} s`]);
  if (cache)
    lines.push(
      ['Articles in the cache', shareOf(cache.articles)],
      ['Bodies in the cache', shareOf(cache.bodies)],
    );
  if (!report) lines.push(['Changed since the last build', 'nothing']);
  lines.push(['Published', inBytes(written)]);
  lines.push(['Memory at most', inBytes(process.resourceUsage().maxRSS * 1024)]);
  const width = Math.max(...lines.map(([name]) => name.length));
  for (const [name, value] of lines) terminal.out(`${name.padEnd(width)}  ${value}`);
}

function shareOf({ hits, misses }: NonNullable<BuildOutcome['cache']>['articles']): string {
  return `${hits} of ${hits + misses}`;
}

/** How many feeds, pages and other files, and where the budget of bytes cut a feed. */
function* fileLines(
  { feeds, documents, pages, others, overflowed }: BuildSummary,
  most: number,
): Generator<string> {
  const line = (what: string, { bytes }: FileCount) => `${what}, ${inBytes(bytes)}`;
  const names = feedFormats.map(({ fileName }) => fileName).join(', ');
  yield line(`${plural(feeds, 'feed')} in ${documents.count} documents (${names})`, documents);
  if (pages.count > 0) yield line(plural(pages.count, 'page'), pages);
  if (others.count > 0) yield line(plural(others.count, 'other file'), others);
  for (const { path, articles, isArchived } of overflowed.slice(0, most)) {
    const where = isArchived ? 'moved to the archive' : 'not in the feed';
    yield `${printable(path) || 'the main feed'}: ${plural(articles, 'article')} ${where} (maxBytes reached)`;
  }
  if (overflowed.length > most)
    yield `and ${plural(overflowed.length - most, 'more feed')} (--verbose lists all)`;
}

/** From how many bytes on a share of the output is told, unless all are asked for. */
const worthTelling = 1_000_000;

/** What took the room, where it is worth a word. */
function* sizeLines({ sizes }: BuildSummary, isVerbose: boolean): Generator<string> {
  const told = sizes.filter(({ bytes }) => isVerbose || bytes >= worthTelling);
  if (told.length > 0)
    yield `largest: ${told.map(({ what, bytes }) => `${what} ${inBytes(bytes)}`).join(', ')}`;
}

function changesOf({ changes }: BuildSummary): string {
  const { new: fresh, changed, unchanged } = changes;
  return `${plural(fresh + changed + unchanged, 'file')}, ${fresh} new, ${changed} changed, ${unchanged} unchanged`;
}

/** Files that are not published, by the reason. */
export function* leftOutLines(leftOut: readonly LeftOut[], most: number): Generator<string> {
  if (leftOut.length === 0) return;
  yield `${plural(leftOut.length, 'file')} left out:`;
  for (const [reason, all] of groupBy(leftOut, (each) => each.reason)) {
    const files = all.map(({ file }) => file);
    const more = files.length > most ? `, and ${files.length - most} more` : '';
    yield `  ${reason} (${files.length}): ${files.slice(0, most).map(printable).join(', ')}${more}`;
  }
}
