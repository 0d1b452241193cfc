import type { Discovered } from './articles/discover.js';
import type { LeftOut } from './articles/select-published.js';
import type { BuildReport, BuildRequest, CheckReport } from './build.js';
import { summaryOf } from './build-summary.js';
import { noting } from './cache/looks.js';
import type { SiteCache } from './cache/site-cache.js';
import { checksOf } from './checks/check-site.js';
import { liveItems } from './checks/published-items.js';
import { loadTemplates } from './formats/html/load-templates.js';
import type { Extras } from './formats/render-site.js';
import { writeIdentity } from './identity/identity-file.js';
import type { Phases } from './phases.js';
import { type Attempt, attemptBuild } from './pipeline.js';
import {
  differencesFrom,
  listOutputs,
  type Publication,
  type PublishedFile,
  publish,
} from './publish/publish.js';
import type { Site } from './site/site.js';

/**
 * Builds a site whose articles were found: renders every document, and publishes all of it, or nothing where there is
 * an error.
 *
 * @throws PublishError where the output folder can't be used
 */
export async function buildSite(
  site: Site,
  discovered: Discovered,
  { write = true, preview = false }: BuildRequest,
  cache: SiteCache | undefined,
  phases: Phases,
): Promise<BuildReport> {
  const extras = await extrasFor(site);
  const { result: attempt, looks } = noting(() =>
    attemptBuild(discovered, { site, extras, checks: [], cache, phases }),
  );
  const report = reportOf(site, attempt, (content) =>
    write ? phases.run('Publishing', 0, () => publish(content, site.out)) : listOutputs(content),
  );
  if (report.ok && write && attempt.identity && !site.frozen && !preview)
    writeIdentity(site.root, attempt.identity);
  if (report.ok) cache?.save(looks, attempt.until, summaryOf(report));
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
  const attempt = attemptBuild(discovered, { site, extras, checks: [checksOf(live)], phases });
  const { feeds } = attempt.planned;
  const content = { ...attempt.rendered, feeds, precompress: site.precompress };
  const differences = differencesFrom(content, site.out);
  return { ...reportOf(site, attempt, listOutputs), differences };
}

async function extrasFor(site: Site): Promise<Extras> {
  const templates = await loadTemplates(site);
  // The parser that feeds are read back with takes time to load.
  const verify = site.verify ? (await import('./checks/verify-feeds.js')).verifyFeeds : undefined;
  return { templates, verify };
}

function reportOf(
  site: Site,
  { selected, planned, rendered, notArticles, diagnostics, ok }: Attempt,
  write: (content: Publication) => PublishedFile[],
): BuildReport {
  const { feeds } = planned;
  const files = ok ? write({ ...rendered, feeds, precompress: site.precompress }) : [];
  const notOnes = notArticles.map((file): LeftOut => ({ file, reason: 'not an article' }));
  const leftOut = [...selected.leftOut, ...notOnes];
  const { overflowed } = rendered;
  return { ok, site, files, feeds, articles: selected.published, leftOut, overflowed, diagnostics };
}
