import { UsageError } from '../diagnostics/usage-error.js';
import { printableLines } from '../platform/escape-name.js';
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
  description: 'Look at the site while you write: build, serve, watch',
  argument: { name: 'articles', describe: 'Folder of articles (articles)' },
  flags: {
    ...flagsOfSite,
    port: { type: 'string', describe: 'Port on this machine (8000)', group: 'Output:' },
    host: {
      type: 'string',
      describe: 'Address to serve at, such as 0.0.0.0 for the whole network (localhost)',
      group: 'Output:',
    },
  },
  examples: [
    ['serve', 'http://localhost:8000/, or another port where it is taken'],
    ['serve posts --drafts --port 3000', 'With drafts, on another port'],
    ['serve --host 0.0.0.0', 'For the other devices in your network, too'],
  ],
  async run({ host, ...flags }, terminal) {
    const port = Number(textFlag(flags, 'port') ?? '8000');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new UsageError([
        { message: `--port ${String(flags.port)} is not a port.`, hint: 'A number up to 65535.' },
      ]);
    }
    const { serveSite } = await import('../serve/serve-site.js');
    const serving = await serveSite({
      ...requestFrom(flags, terminal),
      port,
      host: hostFrom(host),
      onBuild({ report, error }) {
        if (error !== undefined) terminal.err(printableLines(reasonOf(error)));
        if (!report) return;
        printDiagnostics(report.diagnostics, terminal);
        if (report.ok) terminal.out(`Built ${plural(report.articles.length, 'article')}`);
        else terminal.out('Not built: correct the errors; the page stays as it was.');
      },
    });
    if (!serving.hasPort) terminal.err(`Port ${port} is in use.`);
    terminal.out(`Serving ${serving.url} (Ctrl-C ends it)`);
    await terminal.untilInterrupted();
    await serving.close();
    return 0;
  },
};

/** @throws UsageError where it is empty */
function hostFrom(host: unknown): string | undefined {
  const name = textFlag({ host }, 'host');
  if (name !== '') return name;
  throw new UsageError([{ message: '--host has no value.', hint: 'Name an address: serve --host 0.0.0.0' }]);
}
