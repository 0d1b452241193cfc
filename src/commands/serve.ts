import { UsageError } from '../diagnostics/usage-error.js';
import { printableLines } from '../platform/escape-name.js';
import { openInBrowser } from '../platform/open-in-browser.js';
import { reasonOf } from '../platform/reason.js';
import type { Command } from './command.js';
import { requestFrom, siteFlags, textFlag } from './flags.js';
import { plural } from './terminal/amounts.js';
import { printDiagnostics } from './terminal/print-diagnostics.js';

/** A preview is of one's own site, and published nowhere; `host` is its own flag, not the former one of `hosting`. */
const others = new Set(['untrusted', 'out', 'host']);
const flagsOfSite = Object.fromEntries(Object.entries(siteFlags).filter(([name]) => !others.has(name)));

/** `feedwright serve [articles]`: looks at a site while it is written. */
export const serve: Command = {
  name: 'serve',
  description: 'Preview the site and rebuild on changes',
  argument: { name: 'articles', describe: 'Folder of articles (default: articles)' },
  flags: {
    ...flagsOfSite,
    port: { type: 'string', describe: 'Port to listen on (default: 8000)', group: 'Output:' },
    host: {
      type: 'string',
      describe: 'Address to listen on (default: localhost)',
      group: 'Output:',
    },
    lan: {
      type: 'boolean',
      describe: 'Listen on all addresses, for other devices in the network',
      group: 'Output:',
    },
    open: { type: 'boolean', describe: 'Open the site in the browser', group: 'Output:' },
  },
  examples: [
    ['serve', 'http://localhost:8000/, or another free port'],
    ['serve posts --drafts --port 3000', 'With drafts, on another port'],
    ['serve --lan --open', 'Reachable from other devices in your network, and opened in the browser'],
  ],
  async run({ host, lan, open, ...flags }, terminal) {
    const port = Number(textFlag(flags, 'port') ?? '8000');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new UsageError([
        { message: `"${String(flags.port)}" is not a valid port.`, hint: 'Use a number from 1 to 65535.' },
      ]);
    }
    const { serveSite } = await import('../serve/serve-site.js');
    const serving = await serveSite({
      ...requestFrom(flags, terminal),
      port,
      host: hostFrom(host, lan === true),
      onBuild({ report, error }) {
        if (error !== undefined) terminal.err(printableLines(reasonOf(error)));
        if (!report) return;
        printDiagnostics(report.diagnostics, terminal);
        if (report.ok) terminal.out(`Built ${plural(report.articles.length, 'article')}`);
        else terminal.out('Not built: correct the errors. The preview stays as it was.');
      },
    });
    if (!serving.hasPort) terminal.err(`Port ${port} is in use; using another one.`);
    for (const url of serving.urls) terminal.out(`Serving ${url}`);
    terminal.out('Press Ctrl-C to stop.');
    if (open === true && !(await openInBrowser(serving.url)))
      terminal.err('The browser could not be opened.');
    await terminal.untilInterrupted();
    await serving.close();
    return 0;
  },
};

/** @throws UsageError where it is empty, or there are two */
function hostFrom(host: unknown, isForAll: boolean): string | undefined {
  const name = textFlag({ host }, 'host');
  if (isForAll && name === undefined) return '0.0.0.0';
  if (isForAll)
    throw new UsageError([{ message: '--lan and --host exclude each other.', hint: 'Use one of them.' }]);
  if (name !== '') return name;
  throw new UsageError([{ message: '--host has no value.', hint: 'Name an address: serve --host 0.0.0.0' }]);
}
