import type { LeftOut } from '../articles/select-published.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PublishedFile } from '../publish/destination.js';
import { isFeedDocument, isPage, type OutputSize, outputSizes } from './output-sizes.js';
import type { BuildReport } from './report.js';

/** How many files, and how many bytes they have together. */
export interface FileCount {
  count: number;
  bytes: number;
}

/** A build in numbers: what people are told of it. */
export interface BuildSummary {
  ok: boolean;
  /** The tool that the articles were written for, where it is another one, and by what it was recognised. */
  tool?: { label: string; by: string };
  /** Address of the site. */
  url: string;
  /** Folders, absolute. */
  out: string;
  articlesFolder: string;
  changes: Record<PublishedFile['change'], number>;
  feeds: number;
  documents: FileCount;
  pages: FileCount;
  others: FileCount;
  /** What took the room, the largest share first. */
  sizes: readonly OutputSize[];
  /** Published articles. */
  articles: number;
  leftOut: readonly LeftOut[];
  overflowed: BuildReport['overflowed'];
  diagnostics: readonly Diagnostic[];
}

/** The numbers of a build. */
export function summaryOf(report: BuildReport): BuildSummary {
  const { ok, site, files, feeds, articles, leftOut, overflowed, diagnostics } = report;
  const { dialect, by } = site.recognised;
  const count = (change: PublishedFile['change']) => files.filter((file) => file.change === change).length;
  return {
    ok,
    ...(dialect.name === 'plain' ? {} : { tool: { label: dialect.label, by } }),
    url: site.url,
    out: site.out,
    articlesFolder: site.articles,
    changes: { new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
    feeds: feeds.length,
    documents: countOf(files.filter(isFeedDocument)),
    pages: countOf(files.filter(isPage)),
    others: countOf(files.filter((file) => !isFeedDocument(file) && !isPage(file))),
    sizes: outputSizes(report),
    articles: articles.length,
    leftOut,
    overflowed,
    diagnostics,
  };
}

/** What is to be told of a build that had nothing to do, since nothing changed after this one. */
export function unchangedSince(summary: BuildSummary): BuildSummary {
  const { new: fresh, changed, unchanged } = summary.changes;
  return { ...summary, changes: { new: 0, changed: 0, unchanged: fresh + changed + unchanged } };
}

function countOf(files: readonly PublishedFile[]): FileCount {
  return { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
