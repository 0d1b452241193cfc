import { type BuildOutcome, build as buildSite, runBuild } from '../build/build.js';
import type { BuildRequest } from '../build/report.js';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Command, RawFlags, Terminal } from './command.js';
import { confine } from './confine.js';
import { cacheFlag, requestFrom, siteFlags } from './flags.js';
import { reportAsJson } from './terminal/json-report.js';
import { printReport, printStats } from './terminal/print-report.js';
import { ProgressBar } from './terminal/progress-bar.js';
import { problemFlags, problemOutputFrom, reportProblems } from './terminal/report-problems.js';

/** `feedwright build [articles]`: reads the articles, writes the site. */
export const build: Command = {
  name: 'build',
  isDefault: true,
  description: 'Build feeds and pages from the articles',
  argument: { name: 'articles', describe: 'Folder of articles (default: articles)' },
  flags: {
    ...siteFlags,
    json: { type: 'boolean', describe: 'Print one JSON report to standard output', group: 'Output:' },
    ...problemFlags,
    stats: {
      type: 'boolean',
      describe: 'Print the duration of each phase and cache statistics',
      group: 'Output:',
    },
    cache: cacheFlag,
    quiet: { alias: 'q', type: 'boolean', describe: 'Print only problems', group: 'Output:' },
  },
  examples: [
    ['build --url https://example.org', 'Build the folder "articles" into "dist"'],
    ['build posts -o public --limit 20', 'Other folders, shorter feeds'],
    ['build --drafts --json', 'With drafts, and a report for programs'],
  ],
  async run(flags, terminal) {
    const started = performance.now();
    const request = requestFrom(flags, terminal);
    const output = problemOutputFrom(flags);
    if (flags.json) requireAlone(flags);
    await confine(request);
    const elapsed = () => (performance.now() - started) / 1000;
    if (flags.json) {
      const report = await buildSite(request);
      terminal.out(reportAsJson(report, elapsed()));
      return report.ok ? 0 : 1;
    }
    const outcome = await withProgress(request, terminal);
    const { summary } = outcome;
    const isTaken = reportProblems(summary.diagnostics, summary.articlesFolder, output, terminal);
    if (!isTaken && (!flags.quiet || !summary.ok))
      printReport(summary, elapsed(), terminal, output.isVerbose);
    if (!isTaken && flags.stats) printStats(outcome, terminal);
    return summary.ok ? 0 : 1;
  },
};

/** @throws UsageError where `--json` comes with another way of printing */
function requireAlone(flags: RawFlags): void {
  const others = ['format', 'stats'].filter((name) => flags[name]);
  if (others.length === 0) return;
  const hint = 'The JSON report contains all problems; use one or the other.';
  throw new UsageError(others.map((name) => ({ message: `--json cannot be used with --${name}.`, hint })));
}

/** Builds, and shows how far it is to whoever looks at a terminal. */
async function withProgress(request: BuildRequest, terminal: Terminal): Promise<BuildOutcome> {
  const bar = new ProgressBar(terminal);
  try {
    return await runBuild(request, { listener: terminal.status ? bar : undefined });
  } finally {
    bar.end();
  }
}
