import { check as checkSite } from '../build/build.js';
import type { CheckReport } from '../build/report.js';
import type { Command, Terminal } from './command.js';
import { confine } from './confine.js';
import { requestFrom, siteFlags, textFlag } from './flags.js';
import { settingFlag } from './setting-flags.js';
import { plural } from './terminal/amounts.js';
import { leftOutLines, mostNames } from './terminal/print-report.js';
import { problemFlags, problemOutputFrom, reportProblems } from './terminal/report-problems.js';

/** The most differences that are printed. */
const mostDifferences = 20;

/** `feedwright check [articles]`: everything that a build would say, and more; writes nothing. */
export const check: Command = {
  name: 'check',
  description: 'Report problems in articles without writing anything',
  argument: { name: 'articles', describe: 'Folder of articles (default: articles)' },
  flags: {
    ...siteFlags,
    out: settingFlag('out', 'Folder of the built site'),
    against: {
      type: 'string',
      describe: 'File or URL of a published feed to compare ids and dates with',
      group: 'Output:',
    },
    diff: {
      type: 'boolean',
      describe: 'Fail if the output folder differs from what a build would write',
      group: 'Output:',
    },
    ...problemFlags,
    quiet: { alias: 'q', type: 'boolean', describe: 'Print only problems', group: 'Output:' },
  },
  examples: [
    ['check --url https://example.org', 'Look at the folder "articles"'],
    ['check --strict --format sarif > problems.sarif', 'Treat warnings as errors, for a code scanner'],
    ['check --against https://example.org/rss.xml', 'Check for items that readers would see as new'],
    ['check --diff', 'In CI: check that the committed dist is up to date'],
  ],
  async run(flags, terminal) {
    const output = problemOutputFrom(flags);
    const request = requestFrom(flags, terminal);
    await confine(request);
    const report = await checkSite({ ...request, against: textFlag(flags, 'against') });
    const isTaken = reportProblems(report.diagnostics, report.site.articles, output, terminal);
    const differs = flags.diff === true && report.ok && report.differences.length > 0;
    if (differs) printDifferences(report, terminal);
    if (!isTaken && !flags.quiet && report.ok && !differs) {
      terminal.out(`${plural(report.articles.length, 'article')} would be published for ${report.site.url}`);
      const most = output.isVerbose ? Number.POSITIVE_INFINITY : mostNames;
      for (const line of leftOutLines(report.leftOut, most)) terminal.out(line);
    }
    return report.ok && !differs ? 0 : 1;
  },
};

function printDifferences({ differences, site }: CheckReport, terminal: Terminal): void {
  terminal.err(`${site.out} differs from what a build would write:`);
  for (const { path, change } of differences.slice(0, mostDifferences)) terminal.err(`  ${change} ${path}`);
  const rest = differences.length - mostDifferences;
  if (rest > 0) terminal.err(`  and ${rest} more`);
  terminal.err('Run feedwright build and commit the result.');
}
