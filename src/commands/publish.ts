import { closeSync, openSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { PublishReport, PublishRequest } from '../deploy/publish-site.js';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Notice } from '../notify/notify.js';
import { reasonOf } from '../platform/reason.js';
import type { SiteRequest } from '../site/site.js';
import { build } from './build.js';
import type { Command, ExitCode, RawFlags, Terminal } from './command.js';
import { siteFlags, siteRequestFrom, textFlag } from './flags.js';
import { printNotices } from './notify.js';
import { settingFlag, settingFlags } from './setting-flags.js';
import { type PublishOutput, printPublished } from './terminal/print-publish.js';
import { ProgressBar } from './terminal/progress-bar.js';

const store = 'Store:';
const output = 'Output:';

/** The flags of a build: they are understood, and `build --help` shows them. */
const buildFlags = Object.fromEntries(
  Object.entries(settingFlags).map(([name, option]) => [name, { ...option, hidden: true }]),
);

/** `feedwright publish <target>`: brings what was built to an object store, or into a folder. */
export const publishCommand: Command = {
  name: 'publish',
  description: 'Upload the built site: only what changed, feeds last',
  argument: { name: 'target', describe: 's3://bucket/folder, or a path', isRequired: true },
  flags: {
    ...buildFlags,
    config: siteFlags.config,
    url: settingFlag('url'),
    out: settingFlag('out', 'Folder of the built site'),
    build: { type: 'boolean', describe: 'Build first (accepts the flags for the site)', group: 'Site:' },
    endpoint: { type: 'string', describe: 'URL of a store other than Amazon S3', group: store },
    region: { type: 'string', describe: 'Region of the bucket', group: store },
    profile: { type: 'string', describe: 'Profile of ~/.aws/credentials and ~/.aws/config', group: store },
    'path-style': {
      type: 'boolean',
      describe: 'Name the bucket in the path of URLs, not in the host (default with --endpoint)',
      group: store,
    },
    parallel: { type: 'string', describe: 'Number of parallel requests (default: 32)', group: store },
    'verify-remote': {
      type: 'boolean',
      describe: 'Also compare sizes and checksums of all objects, and upload those that differ',
      group: store,
    },
    adopt: {
      type: 'boolean',
      describe: 'Overwrite files that feedwright did not publish; replace another site, deleting its files',
      group: store,
    },
    notify: { type: 'boolean', describe: 'Then notify the hub of changed feeds', group: output },
    invalidations: {
      type: 'string',
      describe: 'Write the paths to purge from a CDN to this file, or print them',
      group: output,
    },
    'dry-run': { type: 'boolean', describe: 'List what would be uploaded and deleted', group: output },
    json: { type: 'boolean', describe: 'Print one JSON report to standard output', group: output },
    quiet: { alias: 'q', type: 'boolean', describe: 'Print only problems', group: output },
  },
  examples: [
    ['publish s3://example-news', 'Upload "dist" to an Amazon S3 bucket'],
    ['publish s3://news/en --endpoint https://s3.example.net', 'Upload to another S3-compatible store'],
    ['publish /mnt/web/news --build --notify', 'Build, copy to a mounted folder, notify the hub'],
  ],
  async run(flags, terminal) {
    const how = outputFrom(flags);
    const target = targetFrom(flags);
    const siteRequest = siteRequestFrom(flags, terminal);
    if (flags.notify) await requireService(siteRequest);
    if (how.file !== undefined) requireWritable(resolve(terminal.cwd, how.file));
    const built = flags.build ? await buildFirst(flags, how, terminal) : undefined;
    if (built && built.code !== 0) return built.code;
    const report = await publish(
      { ...siteRequest, ...storeFrom(flags), target, env: terminal.env },
      how,
      terminal,
    );
    const notices = flags.notify && !how.dryRun ? await notifyOf(siteRequest) : undefined;
    printPublished(report, { notices, diagnostics: built?.diagnostics }, how, terminal);
    if (!notices) return 0;
    const isClean = how.json || how.prints;
    return printNotices(notices, false, how.quiet || isClean, terminal);
  },
};

function outputFrom(flags: RawFlags): PublishOutput {
  const file = textFlag(flags, 'invalidations');
  return {
    dryRun: flags['dry-run'] === true,
    json: flags.json === true,
    quiet: flags.quiet === true,
    file: file === '' ? undefined : file,
    prints: file === '',
  };
}

function targetFrom(flags: RawFlags): string {
  const target = textFlag(flags, 'target');
  if (target) return target;
  const file = textFlag(flags, 'invalidations');
  const hint = file
    ? `"${file}" is the file of --invalidations: put the target before the flag.`
    : 'For example: feedwright publish s3://bucket/folder, or feedwright publish /srv/www/news';
  throw new UsageError([{ message: 'No target was given.', hint }]);
}

/** What flags say of the store. */
function storeFrom(flags: RawFlags): Partial<PublishRequest> {
  const parallel = textFlag(flags, 'parallel') ?? '32';
  if (!/^[1-9]\d{0,2}$/.test(parallel))
    throw new UsageError([{ message: `--parallel ${parallel} is not a number from 1 to 999.` }]);
  return {
    endpoint: textFlag(flags, 'endpoint'),
    region: textFlag(flags, 'region'),
    profile: textFlag(flags, 'profile'),
    pathStyle: z.boolean().optional().parse(flags['path-style']),
    parallel: Number(parallel),
    dryRun: flags['dry-run'] === true,
    verifyRemote: flags['verify-remote'] === true,
    adopt: flags.adopt === true,
  };
}

/** @throws UsageError where the site has nobody to notify: nothing is uploaded then */
async function requireService(request: SiteRequest): Promise<void> {
  const { servicesOf } = await import('../notify/notify.js');
  const { resolveSite } = await import('../site/site.js');
  servicesOf(await resolveSite(request));
}

async function notifyOf(request: SiteRequest): Promise<Notice[]> {
  const { notify } = await import('../notify/notify.js');
  return notify(request);
}

/** @throws UsageError where the file cannot be written, before anything is uploaded */
function requireWritable(file: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (error) {
    const message = `The file of --invalidations cannot be written: ${reasonOf(error)}`;
    throw new UsageError([{ message, hint: 'Name another file.' }]);
  }
}

/** Builds; what a program reads on standard output stays clean of it unless it is all there is. */
async function buildFirst(
  flags: RawFlags,
  how: PublishOutput,
  terminal: Terminal,
): Promise<{ code: ExitCode; diagnostics?: unknown }> {
  if (!how.json) {
    const own = how.prints ? { ...terminal, out: terminal.err } : terminal;
    return { code: await build.run({ ...flags, quiet: how.quiet || how.prints }, own) };
  }
  const printed: string[] = [];
  const own = { ...terminal, out: (text: string) => printed.push(text) };
  const code = await build.run(flags, own);
  const text = printed.join('');
  if (code === 0) return { code, diagnostics: builtReport.parse(JSON.parse(text)).diagnostics };
  terminal.out(text);
  return { code };
}

const builtReport = z.object({ diagnostics: z.unknown() });

async function publish(
  request: PublishRequest,
  how: PublishOutput,
  terminal: Terminal,
): Promise<PublishReport> {
  const { publishSite } = await import('../deploy/publish-site.js');
  const stop = new AbortController();
  terminal.untilInterrupted().then(() => stop.abort());
  const bar = new ProgressBar(terminal);
  const write = ({ invalidations }: PublishReport) => {
    const lines = invalidations.map((path) => `${path}\n`).join('');
    if (how.file !== undefined) writeFileSync(resolve(terminal.cwd, how.file), lines);
  };
  try {
    const report = await publishSite({
      ...request,
      signal: stop.signal,
      listener: {
        // Before anything is replaced: the list is there whatever happens then.
        planned: write,
        begin: (name, steps) => bar.begin(name, steps),
        step: () => bar.step(),
        retrying: (reason) => terminal.status?.(`Retrying: ${reason}`),
      },
    });
    write(report);
    return report;
  } finally {
    bar.end();
    terminal.status?.('');
  }
}
