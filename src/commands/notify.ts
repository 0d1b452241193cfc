import type { Notice } from '../notify/notify.js';
import { printable } from '../platform/escape-name.js';
import type { Command, ExitCode, Terminal } from './command.js';
import { siteFlags, siteRequestFrom, textFlag } from './flags.js';
import { settingFlag } from './setting-flags.js';
import { plural } from './terminal/amounts.js';

/** `feedwright notify`: tells subscribers, through a hub, after a deploy. */
export const notifyCommand: Command = {
  name: 'notify',
  description: 'Notify the hub of changed feeds after a deploy',
  flags: {
    config: siteFlags.config,
    url: settingFlag('url'),
    out: settingFlag('out', 'Folder of the built site'),
    state: {
      type: 'string',
      describe: 'File that records the notifications that were sent (default: .feedwright/notified.json)',
      group: 'Output:',
    },
    'dry-run': { type: 'boolean', describe: 'Print what would be sent without sending it', group: 'Output:' },
    quiet: { alias: 'q', type: 'boolean', describe: 'Print only failures', group: 'Output:' },
  },
  examples: [
    ['notify', 'Notify the hub of the feeds that changed since the last time'],
    ['notify --dry-run', 'List the feeds it would be notified of'],
    ['notify --state .cache/notified.json', 'Keep the record in a file that CI caches'],
  ],
  async run(flags, terminal) {
    const { notify } = await import('../notify/notify.js');
    const dryRun = flags['dry-run'] === true;
    const request = siteRequestFrom(flags, terminal);
    const notices = await notify({ ...request, state: textFlag(flags, 'state'), dryRun });
    return printNotices(notices, dryRun, flags.quiet === true, terminal);
  },
};

/** Says what was told to whom, and what could not be. */
export function printNotices(
  notices: readonly Notice[],
  dryRun: boolean,
  isQuiet: boolean,
  terminal: Terminal,
): ExitCode {
  const failed = notices.filter(({ failure }) => failure !== undefined);
  for (const { feed, to, failure } of failed) {
    terminal.err(printable(`error: ${to} was not notified of ${feed}: ${failure}`));
  }
  if (!isQuiet) terminal.out(summaryOf(notices, failed.length, dryRun));
  if (dryRun && !isQuiet) for (const { feed, to } of notices) terminal.out(`  ${feed} to ${to}`);
  return failed.length > 0 ? 1 : 0;
}

function summaryOf(notices: readonly Notice[], failed: number, dryRun: boolean): string {
  if (notices.length === 0) return 'No feed changed since the last notification.';
  const services = [...new Set(notices.map(({ to }) => to))];
  const names = services.join(' and ');
  if (dryRun) return `${plural(notices.length, 'document')} changed; ${names} would be notified:`;
  const rest = failed > 0 ? `; ${failed} failed and will be retried on the next run` : '';
  return `${names} ${services.length > 1 ? 'were' : 'was'} notified of ${plural(notices.length - failed, 'changed document')}${rest}`;
}
