import { relative } from 'node:path';
import picocolors from 'picocolors';
import type { LeftOut } from '../articles/select-published.js';
import type { BuildReport } from '../build.js';
import type { Terminal } from '../commands/command.js';
import { feedFormats } from '../formats/formats.js';
import type { PublishedFile } from '../publish/publish.js';
import { plural } from './print-diagnostics.js';

/** How many names of one kind are printed; the JSON report has all of them. */
const mostNames = 20;

/** Tells people what a build wrote, how many articles went in, which were left out and why, and how long it took. */
export function printReport(report: BuildReport, seconds: number, terminal: Terminal): void {
  const paint = picocolors.createColors(terminal.colors.out);
  const { dialect, by } = report.site.recognised;
  if (dialect.name !== 'plain') terminal.out(`${dialect.label} site, recognised by ${by}`);
  if (report.ok) {
    const place = relative(terminal.cwd, report.site.out) || '.';
    terminal.out(`${paint.green('Wrote')} ${paint.bold(place)}: ${changesOf(report.files)}`);
    for (const line of fileLines(report)) terminal.out(`  ${line}`);
    terminal.out(`${plural(report.articles.length, 'article')} published for ${report.site.url}`);
  } else {
    terminal.out(`${paint.red('Nothing was published')}: correct the errors and run it again.`);
  }
  for (const line of leftOutLines(report.leftOut)) terminal.out(line);
  terminal.out(paint.dim(`${seconds.toFixed(2)} s`));
}

/** How many feeds, pages and other files, and where the budget of bytes cut a feed. */
function* fileLines({ files, feeds, overflowed }: BuildReport): Generator<string> {
  const isFeed = ({ mediaType }: PublishedFile) =>
    feedFormats.some((format) => format.mediaType === mediaType);
  const isPage = ({ mediaType }: PublishedFile) => mediaType === 'text/html';
  const documents = files.filter(isFeed);
  const pages = files.filter(isPage);
  const others = files.filter((file) => !isFeed(file) && !isPage(file));
  const line = (what: string, list: readonly PublishedFile[]) =>
    `${what}, ${sizeOf(list.reduce((sum, { bytes }) => sum + bytes, 0))}`;
  yield line(
    `${plural(feeds.length, 'feed')} in ${documents.length} documents (${feedFormats.map(({ fileName }) => fileName).join(', ')})`,
    documents,
  );
  if (pages.length > 0) yield line(plural(pages.length, 'page'), pages);
  if (others.length > 0) yield line(plural(others.length, 'other file'), others);
  for (const { path, articles } of overflowed.slice(0, mostNames)) {
    yield `${path || 'the feed of everything'}: ${plural(articles, 'article')} moved to the archive, for maxBytes`;
  }
  if (overflowed.length > mostNames)
    yield `and ${overflowed.length - mostNames} more feeds (--json lists all)`;
}

function changesOf(files: readonly PublishedFile[]): string {
  const count = (change: PublishedFile['change']) => files.filter((file) => file.change === change).length;
  return `${plural(files.length, 'file')}, ${count('new')} new, ${count('changed')} changed, ${count('unchanged')} unchanged`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function* leftOutLines(leftOut: readonly LeftOut[]): Generator<string> {
  if (leftOut.length === 0) return;
  yield `${plural(leftOut.length, 'file')} left out:`;
  const byReason = new Map<string, string[]>();
  for (const { file, reason } of leftOut) byReason.set(reason, [...(byReason.get(reason) ?? []), file]);
  for (const [reason, files] of byReason) {
    const more = files.length > mostNames ? `, and ${files.length - mostNames} more` : '';
    yield `  ${files.length} ${reason}: ${files.slice(0, mostNames).join(', ')}${more}`;
  }
}
