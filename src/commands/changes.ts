import { resolve } from 'node:path';
import type { FeedDifference } from '../changes/compare-feeds.js';
import { changesAsMarkdown, changesAsText } from '../changes/write-changes.js';
import { UsageError } from '../diagnostics/usage-error.js';
import { printableLines } from '../platform/escape-name.js';
import { readManifest } from '../publish/manifest.js';
import type { Command } from './command.js';
import { confine } from './confine.js';
import { requestFrom, siteFlags, siteRequestFrom, textFlag } from './flags.js';
import { settingFlag } from './setting-flags.js';

/** How differences are printed, by the name of the format. */
const printers: ReadonlyMap<string, (differences: readonly FeedDifference[]) => string> = new Map([
  ['text', changesAsText],
  ['markdown', changesAsMarkdown],
  ['json', (differences) => JSON.stringify(differences, null, 2)],
]);

/** `feedwright changes <before>`: which items of which feeds a build adds, changes or removes. */
export const changesCommand: Command = {
  name: 'changes',
  description: 'Show which items differ from an earlier build',
  argument: { name: 'before', describe: 'Folder that the earlier build published into', isRequired: true },
  flags: {
    config: siteFlags.config,
    untrusted: siteFlags.untrusted,
    url: settingFlag('url'),
    out: settingFlag('out', 'Folder of the later build'),
    format: {
      type: 'string',
      describe: `Output format: ${[...printers.keys()].join(', ')} (default: text)`,
      group: 'Output:',
    },
  },
  examples: [
    ['changes /tmp/before', 'Differences between "dist" and an earlier build'],
    ['changes before --format markdown', 'The same as Markdown, for a job summary'],
  ],
  async run(flags, terminal) {
    const before = textFlag(flags, 'before');
    if (!before) {
      const hint = 'feedwright changes before-dist';
      throw new UsageError([
        { message: 'Nothing to compare with: give the folder of an earlier build.', hint },
      ]);
    }
    const print = printerFrom(textFlag(flags, 'format') ?? 'text');
    const request = siteRequestFrom(flags, terminal);
    const folder = resolve(request.cwd, before);
    await confine(requestFrom(flags, terminal), [folder]);
    const { resolveSite } = await import('../site/site.js');
    const { compareFeeds } = await import('../changes/compare-feeds.js');
    const { out, url } = await resolveSite(request);
    for (const each of [folder, out]) requireFeeds(each);
    terminal.out(printableLines(print(compareFeeds(folder, out, url))));
    return 0;
  },
};

function printerFrom(format: string): (differences: readonly FeedDifference[]) => string {
  const printer = printers.get(format);
  if (printer) return printer;
  const hint = `Supported: ${[...printers.keys()].join(', ')}.`;
  throw new UsageError([{ message: `--format ${format} is not known.`, hint }]);
}

function requireFeeds(folder: string): void {
  if (readManifest(folder).feeds.length > 0) return;
  const hint = 'Name a folder that feedwright build published into.';
  throw new UsageError([{ message: `There are no feeds in ${folder}.`, hint }]);
}
