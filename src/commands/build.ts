import { build as buildSite } from '../build.js';
import { reportAsJson } from '../terminal/json-report.js';
import { printReport } from '../terminal/print-report.js';
import { formatFlag, formatFrom, tellProblems } from '../terminal/tell-problems.js';
import type { Command } from './command.js';
import { requestFrom, siteFlags } from './flags.js';

/** `feedwright build [articles]`: reads the articles, writes the site. */
export const build: Command = {
  name: 'build',
  isDefault: true,
  description: 'Read articles, write feeds and pages',
  argument: { name: 'articles', describe: 'Folder of articles (articles)' },
  flags: {
    ...siteFlags,
    out: { alias: 'o', type: 'string', describe: 'Folder to publish into (dist)', group: 'Output:' },
    json: { type: 'boolean', describe: 'One report as JSON on standard output', group: 'Output:' },
    format: formatFlag,
    quiet: { alias: 'q', type: 'boolean', describe: 'Print problems only', group: 'Output:' },
  },
  examples: [
    ['build --url https://example.org', 'Build the folder "articles" into "dist"'],
    ['build posts -o public --limit 20', 'Other folders, shorter feeds'],
    ['build --drafts --json', 'With drafts, and a report for programs'],
  ],
  async run(flags, terminal) {
    const started = performance.now();
    const request = requestFrom(flags, terminal);
    const format = formatFrom(flags.format);
    const report = await buildSite({ ...request });
    const seconds = (performance.now() - started) / 1000;
    if (flags.json) terminal.out(reportAsJson(report, seconds));
    else {
      const isTaken = tellProblems(report.diagnostics, report.site.articles, format, terminal);
      if (!isTaken && (!flags.quiet || !report.ok)) printReport(report, seconds, terminal);
    }
    return report.ok ? 0 : 1;
  },
};
