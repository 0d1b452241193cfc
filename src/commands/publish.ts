import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { PublishReport } from '../deploy/publish-site.js';
import { UsageError } from '../diagnostics/usage-error.js';
import { printable } from '../platform/escape-name.js';
import { build } from './build.js';
import type { Command, ExitCode, RawFlags, Terminal } from './command.js';
import { siteFlags, siteRequestFrom, textFlag } from './flags.js';
import { notifyCommand } from './notify.js';
import { settingFlag } from './setting-flags.js';
import { inBytes, plural } from './terminal/amounts.js';
import { ProgressBar } from './terminal/progress-bar.js';

const store = 'Store:';
const output = 'Output:';

/** `feedwright publish <target>`: brings what was built to an object store, or into a folder. */
export const publishCommand: Command = {
  name: 'publish',
  description: 'Upload what was built: only what changed, feeds last',
  argument: { name: 'target', describe: 's3://bucket/folder, or a path' },
  flags: {
    config: siteFlags.config,
    url: settingFlag('url'),
    out: settingFlag('out', 'Folder that was built into'),
    build: { type: 'boolean', describe: 'Build first', group: 'Site:' },
    endpoint: { type: 'string', describe: 'Address of a store other than that of AWS', group: store },
    region: { type: 'string', describe: 'Region of the bucket', group: store },
    profile: { type: 'string', describe: 'Profile of ~/.aws/credentials and ~/.aws/config', group: store },
    'path-style': {
      type: 'boolean',
      describe: 'Name the bucket in the path of addresses, not in the host (default with --endpoint)',
      group: store,
    },
    parallel: { type: 'string', describe: 'Requests at the same time (32)', group: store },
    'verify-remote': {
      type: 'boolean',
      describe: 'Compare the sizes and checksums of all objects, too, and upload what differs',
      group: store,
    },
    adopt: {
      type: 'boolean',
      describe: 'Replace objects that feedwright did not put there, and another site of its own',
      group: store,
    },
    notify: { type: 'boolean', describe: 'Then tell the hub which feeds changed', group: output },
    invalidations: {
      type: 'string',
      describe: 'Write the paths that a CDN must forget into this file; without a name, print them',
      group: output,
    },
    'dry-run': { type: 'boolean', describe: 'List what would be uploaded and deleted', group: output },
    json: { type: 'boolean', describe: 'One report as JSON on standard output', group: output },
    quiet: { alias: 'q', type: 'boolean', describe: 'Print problems only', group: output },
  },
  examples: [
    ['publish s3://example-news --region eu-central-1', 'Upload "dist" to a bucket of AWS'],
    ['publish s3://news/en --endpoint https://s3.example.net', 'To another store that speaks S3'],
    ['publish /mnt/web/news --build --notify', 'Build, copy into a mounted folder, tell the hub'],
  ],
  async run(flags, terminal) {
    const target = targetFrom(flags);
    if (flags.build) {
      const isQuiet = flags.quiet === true || flags.json === true || flags.invalidations === '';
      const code = await build.run({ ...flags, json: false, quiet: isQuiet, parallel: undefined }, terminal);
      if (code !== 0) return code;
    }
    const report = await publish(flags, target, terminal);
    print(report, flags, terminal);
    return flags.notify && !flags['dry-run'] ? notify(flags, terminal) : 0;
  },
};

function targetFrom(flags: RawFlags): string {
  const target = textFlag(flags, 'target');
  if (target) return target;
  const hint = 'feedwright publish s3://bucket/folder, or feedwright publish /srv/www/news';
  throw new UsageError([{ message: 'Published to where? Name a bucket or a folder.', hint }]);
}

async function publish(flags: RawFlags, target: string, terminal: Terminal): Promise<PublishReport> {
  const { publishSite } = await import('../deploy/publish-site.js');
  const { endpoint, region, profile } = z
    .object({ endpoint: z.string(), region: z.string(), profile: z.string() })
    .partial()
    .parse(flags);
  const stop = new AbortController();
  terminal.untilInterrupted().then(() => stop.abort());
  const bar = new ProgressBar(terminal);
  try {
    return await publishSite({
      ...siteRequestFrom(flags, terminal),
      target,
      env: terminal.env,
      endpoint,
      region,
      profile,
      pathStyle: z.boolean().optional().parse(flags['path-style']),
      dryRun: flags['dry-run'] === true,
      verifyRemote: flags['verify-remote'] === true,
      adopt: flags.adopt === true,
      parallel: parallelFrom(flags),
      signal: stop.signal,
      listener: terminal.status ? bar : undefined,
    });
  } finally {
    bar.end();
  }
}

function parallelFrom(flags: RawFlags): number {
  const text = textFlag(flags, 'parallel') ?? '32';
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError([{ message: `--parallel ${text} is not a number from 1 to 999.` }]);
}

function notify(flags: RawFlags, terminal: Terminal): Promise<ExitCode> {
  const isQuiet = flags.quiet === true || flags.json === true || flags.invalidations === '';
  return notifyCommand.run({ ...flags, state: undefined, quiet: isQuiet }, terminal);
}

/** What other programs read stands alone on standard output. */
function print(report: PublishReport, flags: RawFlags, terminal: Terminal): void {
  const dryRun = flags['dry-run'] === true;
  const file = textFlag(flags, 'invalidations');
  const lines = report.invalidations.map((path) => `${path}\n`).join('');
  if (file) writeFileSync(resolve(terminal.cwd, file), lines);
  if (flags.json) {
    terminal.out(JSON.stringify({ ok: true, dryRun, ...report }, null, 2));
    return;
  }
  if (file === '' && lines !== '') terminal.out(lines.trimEnd());
  if (flags.quiet) return;
  const say = file === '' ? terminal.err : terminal.out;
  if (dryRun) for (const line of changesOf(report)) say(line);
  say(printable(summaryOf(report, dryRun)));
}

function changesOf({ sent, removed }: PublishReport): string[] {
  return [
    ...sent.map(({ path, change }) => printable(`${change.padEnd(8)} ${path}`)),
    ...removed.map((path) => printable(`deleted  ${path}`)),
  ];
}

function summaryOf(report: PublishReport, dryRun: boolean): string {
  const { target, sent, removed, unchanged, requests } = report;
  if (sent.length === 0 && removed.length === 0)
    return `${target} is up to date: ${plural(unchanged, 'file')}.`;
  const bytes = sent.reduce((sum, file) => sum + file.bytes, 0);
  const fresh = sent.filter(({ change }) => change === 'new').length;
  const counts = [
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(sent.length > fresh ? [`${sent.length - fresh} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} deleted`] : []),
    `${unchanged} unchanged`,
  ];
  const what = `${plural(sent.length, 'file')} (${inBytes(bytes)})`;
  return dryRun
    ? `${what} would be uploaded to ${target}: ${counts.join(', ')}`
    : `Uploaded ${what} to ${target}: ${counts.join(', ')}; ${plural(requests, 'request')}`;
}
