import type { Discovered } from '../articles/discover.js';
import type { SiteCache } from '../cache/site-cache.js';
import { checksOf } from '../checks/check-site.js';
import { liveItems } from '../checks/published-items.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { writeIdentity } from '../identity/identity-file.js';
import { loadTemplates } from '../pages/load-templates.js';
import { FileTracker } from '../platform/fingerprints.js';
import { DryRun, OutputDiff } from '../publish/destination.js';
import { Publisher } from '../publish/publisher.js';
import type { Site } from '../site/site.js';
import { BackgroundWorker } from '../workers/background-worker.js';
import { usualLimits } from '../workers/worker-limits.js';
import { type BuildSummary, summaryOf } from './build-summary.js';
import type { Phases } from './phases.js';
import { type Attempt, attemptBuild, type BuildContext } from './pipeline.js';
import type { Extras } from './render-site.js';
import type { BuildReport, BuildRequest, CheckReport } from './report.js';

/**
 * Builds a site whose articles were found: renders every document, and publishes all of it, or nothing where there is
 * an error.
 *
 * @param files looks at files beside the articles
 * @throws PublishError where the output folder can't be used
 */
export async function buildSite(
  site: Site,
  discovered: Discovered,
  { write = true, preview = false, untrusted = false, limits }: BuildRequest & Pick<BuildContext, 'limits'>,
  files: FileTracker,
  cache: SiteCache<BuildSummary> | undefined,
  phases: Phases,
): Promise<BuildReport> {
  const extras = await extrasFor(site);
  const { out, precompress } = site;
  const worker = new BackgroundWorker();
  const open = () =>
    write ? new Publisher(out, precompress, worker, cache?.documents) : new DryRun(precompress);
  const work = { site, extras, checks: [], files, cache, phases, worker, limits, open };
  const { attempt, report } = await withWorker(worker, async () => {
    const made = await attemptBuild(discovered, work);
    return { attempt: made, report: phases.run('Publishing', 0, () => finish(site, made)) };
  });
  const isForGood = write && !site.frozen && !preview && !untrusted;
  if (report.ok && isForGood && attempt.identity) writeIdentity(site.root, attempt.identity);
  if (report.ok) cache?.save(attempt.until, summaryOf(report));
  return report;
}

/**
 * Looks at a site whose articles were found, and writes nothing.
 *
 * @param against the feed that is live, a file or an address seen from the folder `cwd`
 */
export async function checkSite(
  site: Site,
  discovered: Discovered,
  phases: Phases,
  against?: { feed: string; cwd: string },
): Promise<CheckReport> {
  const live = against && (await liveItems(against.feed, against.cwd));
  const extras = await extrasFor(site);
  const open = () => new OutputDiff(site.precompress, site.out);
  const worker = new BackgroundWorker();
  const work = {
    site,
    extras,
    checks: [checksOf(live)],
    files: new FileTracker(),
    phases,
    worker,
    limits: usualLimits,
    open,
  };
  const attempt = await withWorker(worker, () => attemptBuild(discovered, work));
  const report = finish(site, attempt);
  const { destination } = attempt;
  return { ...report, differences: destination instanceof OutputDiff ? destination.differences() : [] };
}

async function withWorker<T>(worker: BackgroundWorker, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } finally {
    worker.end();
  }
}

async function extrasFor(site: Site): Promise<Extras> {
  const templates = await loadTemplates(site);
  // The parser that feeds are read back with takes time to load.
  if (!site.verify) return { templates };
  const { verifyFeed, verifyXml } = await import('../checks/verify-feeds.js');
  return { templates, verify: { feed: verifyFeed, xml: verifyXml } };
}

/** Publishes what was prepared, or takes it back where there is an error. */
function finish(site: Site, attempt: Attempt): BuildReport {
  const { selected, planned, rendered, diagnostics, ok, destination } = attempt;
  const { feeds } = planned;
  const { assets, overflowed } = rendered;
  if (!ok) destination.abandon();
  const { files, left } = ok ? destination.finish({ assets, feeds }) : { files: [], left: [] };
  return {
    ok,
    site,
    files,
    feeds,
    articles: selected.published,
    leftOut: selected.leftOut,
    overflowed,
    diagnostics: [...diagnostics, ...left.map(reportLeft)],
  };
}

/** FW081: a file that only somebody else can delete. */
function reportLeft(file: string): Diagnostic {
  const message = `${file} was published by an earlier build and is no longer part of the site, but it has been changed since, so it stays.`;
  return diagnose('FW081', { file, message });
}
