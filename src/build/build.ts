import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Discovered, discover } from '../articles/discover.js';
import { type CacheUses, SiteCache } from '../cache/site-cache.js';
import { UsageError } from '../diagnostics/usage-error.js';
import { requireHeap } from '../feeds/require-heap.js';
import { FileTracker } from '../platform/fingerprints.js';
import { resolveSite, type Site } from '../site/site.js';
import { usualLimits, type WorkerLimits } from '../workers/worker-limits.js';
import { type BuildSummary, summaryOf, unchangedSince } from './build-summary.js';
import { type PhaseListener, Phases, type PhaseTime } from './phases.js';
import type { BuildReport, BuildRequest, CheckReport, CheckRequest } from './report.js';

/**
 * Builds a site: reads the articles, renders every document, and publishes all of it, or nothing where there is an
 * error.
 *
 * @param request settings, which beat those of the file, and where to look for it
 * @throws UsageError where the settings are wrong, PublishError where the output folder can't be used
 *
 * @example
 * const { ok, files } = await build({ articles: 'posts', url: 'https://example.org', write: false });
 */
export async function build(request: BuildRequest = {}): Promise<BuildReport> {
  const { report } = await runBuild(request, { wantsReport: true });
  if (!report) throw new Error('A build that was asked for its report gave none.');
  return report;
}

/** What a build did. */
export interface BuildOutcome {
  summary: BuildSummary;
  /** All of it; nothing where nothing had changed since the last build, so that there was nothing to do. */
  report?: BuildReport;
  times: readonly PhaseTime[];
  /** How often the cache had what was wanted, where it was used. */
  cache?: CacheUses;
}

/**
 * Builds a site, unless nothing changed since the last time: then what that build told is told again.
 *
 * @param listener hears how far the build is
 * @throws UsageError where the settings are wrong, PublishError where the output folder can't be used
 */
export async function runBuild(
  request: BuildRequest,
  {
    wantsReport = false,
    limits = usualLimits,
    listener,
  }: {
    /** The report is made in any case, also where nothing is to be done. */
    wantsReport?: boolean;
    limits?: WorkerLimits;
    listener?: PhaseListener | undefined;
  } = {},
): Promise<BuildOutcome> {
  const site = await siteOf(request);
  const phases = new Phases(listener);
  const discovered = articlesOf(site, phases, request.articles);
  const files = new FileTracker();
  const cache = cacheFor(request, site, discovered, files);
  const last = wantsReport ? undefined : cache?.lastBuild();
  if (last) return { summary: unchangedSince(last), times: phases.times };
  // What renders takes longer to load than looking whether anything changed.
  const { buildSite } = await import('./build-site.js');
  const report = await buildSite(site, discovered, { ...request, limits }, files, cache, phases);
  return { summary: summaryOf(report), report, times: phases.times, ...(cache && { cache: cache.uses }) };
}

/**
 * Looks at a site as a build does, and closer, and writes nothing.
 *
 * @param request as for {@link build}
 * @throws UsageError where the settings are wrong
 */
export async function check(request: CheckRequest = {}): Promise<CheckReport> {
  const { against, ...rest } = request;
  const site = await siteOf(rest);
  const phases = new Phases();
  const { checkSite } = await import('./build-site.js');
  const live = against === undefined ? undefined : { feed: against, cwd: request.cwd ?? process.cwd() };
  return checkSite(site, articlesOf(site, phases, rest.articles), phases, live);
}

/** The site that a request is for. */
export async function siteOf(request: BuildRequest): Promise<Site> {
  const { cwd = process.cwd(), config, untrusted, preview, articles, ...more } = request;
  const { now = new Date(), write: _, cache: _cache, ...overrides } = more;
  return resolveSite({ cwd, config, untrusted, preview, now, articles, overrides });
}

function articlesOf(site: Site, phases: Phases, named: string | undefined): Discovered {
  requireFolder(site.articles, named);
  const find = () =>
    discover(site.articles, site.recognised, [site.out, ...(site.rendered ? [site.rendered.folder] : [])]);
  const discovered = phases.run('Looking for articles', 0, find);
  requireHeap(discovered.sources.length);
  return discovered;
}

/**
 * Where somebody else may have changed the site, he may have changed what lies in the cache; and what plugins do
 * depends on anything.
 */
function cacheFor(
  request: BuildRequest,
  site: Site,
  discovered: Discovered,
  files: FileTracker,
): SiteCache<BuildSummary> | undefined {
  const { cache = true, write = true, untrusted = false } = request;
  const isSafe = !untrusted && site.plugins.length === 0;
  return cache && write && isSafe ? new SiteCache(site, discovered, files) : undefined;
}

/** @param wished the folder as somebody named it */
function requireFolder(folder: string, wished: string | undefined): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (wished !== undefined) {
    const message = existsSync(folder) ? `${wished} is not a folder.` : `There is no folder ${wished}.`;
    throw new UsageError([{ message, hint: 'Check the name of the folder of articles.' }]);
  }
  const here = dirname(folder);
  const isHere = existsSync(here) && readdirSync(here).some((name) => /\.(?:md|markdown|mdx)$/i.test(name));
  const named = isHere ? '.' : 'my-articles';
  const hint = `Name the folder of articles: feedwright build ${named} --url https://example.org`;
  throw new UsageError([{ message: `There is no folder of articles at ${folder}.`, hint }]);
}
