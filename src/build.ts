import { existsSync, statSync } from 'node:fs';
import type { Article, PublishedArticle } from './articles/article.js';
import { discover } from './articles/discover.js';
import { readArticles } from './articles/read-article.js';
import { type LeftOut, type Selected, selectPublished } from './articles/select-published.js';
import { type Check, checksOf } from './checks/check-site.js';
import { liveItems } from './checks/published-items.js';
import type { DiagnosticCode } from './diagnostics/codes.js';
import { type Diagnostic, hasErrors, sortDiagnostics, withLevels } from './diagnostics/diagnostic.js';
import { UsageError } from './diagnostics/usage-error.js';
import type { Feed } from './feeds/feed.js';
import { type PlannedFeeds, planFeeds } from './feeds/plan-feeds.js';
import { requireMemory } from './feeds/require-memory.js';
import { loadTemplates } from './formats/html/load-templates.js';
import { type Extras, type RenderedSite, renderSite } from './formats/render-site.js';
import { type Identity, readIdentity, writeIdentity } from './identity/identity-file.js';
import { type KeptIdentity, keepIdentity } from './identity/keep-identity.js';
import { tellStale } from './identity/tell-stale.js';
import { readManifest } from './publish/manifest.js';
import {
  differencesFrom,
  listOutputs,
  type Publication,
  type PublishedFile,
  publish,
} from './publish/publish.js';
import type { SettingsInput } from './site/settings.js';
import { resolveSite, type Site } from './site/site.js';

/** What to build. */
export interface BuildRequest extends SettingsInput {
  /** Folder that relative paths start from. Default: the current one. */
  cwd?: string | undefined;
  /** File of settings; without it they are looked for. */
  config?: string | undefined;
  /** Settings and templates that are programs are refused, for sites that somebody else may have changed. */
  withoutCode?: boolean | undefined;
  /** The moment that decides what is in the future. Default: the clock. */
  now?: Date | undefined;
  /** Build for a look: pages load themselves again, and the file that remembers ids stays as it is. */
  preview?: boolean | undefined;
  /** Whether to publish; `false` renders and checks everything, and leaves the disk alone. Default: true. */
  write?: boolean | undefined;
}

/** What a build did. */
export interface BuildReport {
  /** Whether the site was published, or could have been: there was no error. */
  ok: boolean;
  site: Site;
  /** Every published file; none where there was an error. */
  files: PublishedFile[];
  /** The published articles, newest first. */
  articles: PublishedArticle[];
  /** What people can subscribe to. */
  feeds: Feed[];
  /** Feeds of which `maxBytes` moved articles from the head into the archive, and how many. */
  overflowed: { path: string; articles: number }[];
  /** Files that are not published, and why. */
  leftOut: LeftOut[];
  /** Everything that is wrong, errors first. */
  diagnostics: Diagnostic[];
}

/** What to check. */
export interface CheckRequest extends BuildRequest {
  /** File or address of a feed that is live: the ids and dates of articles are compared with it. */
  against?: string | undefined;
}

/** What a check found. */
export interface CheckReport extends BuildReport {
  /** How the output folder differs from what a build would write. */
  differences: { path: string; change: 'new' | 'changed' | 'removed' }[];
}

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
  const { write = true, preview = false } = request;
  const { site, extras } = await prepare(request);
  const attempt = attemptBuild(site, extras, []);
  const report = reportOf(site, attempt, write ? (content) => publish(content, site.out) : listOutputs);
  if (report.ok && write && attempt.identity && !site.frozen && !preview)
    writeIdentity(site.root, attempt.identity);
  return report;
}

/**
 * Looks at a site as a build does, and closer, and writes nothing.
 *
 * @param request as for {@link build}
 * @throws UsageError where the settings are wrong
 */
export async function check(request: CheckRequest = {}): Promise<CheckReport> {
  const { against, ...rest } = request;
  const { site, extras } = await prepare(rest);
  const live = against === undefined ? undefined : await liveItems(against, request.cwd ?? process.cwd());
  const attempt = attemptBuild(site, extras, [checksOf(live)]);
  const differences = differencesFrom(
    { ...attempt.rendered, feeds: attempt.planned.feeds, precompress: site.precompress },
    site.out,
  );
  return { ...reportOf(site, attempt, listOutputs), differences };
}

async function prepare(request: BuildRequest): Promise<{ site: Site; extras: Extras }> {
  const { cwd = process.cwd(), config, withoutCode, preview, write: _, articles, ...more } = request;
  const { now = new Date(), ...overrides } = more;
  const site = await resolveSite({ cwd, config, withoutCode, preview, now, articles, overrides });
  const templates = await loadTemplates(site);
  // The parser that feeds are read back with takes time to load.
  const verify = site.verify ? (await import('./checks/verify-feeds.js')).verifyFeeds : undefined;
  return { site, extras: { templates, verify } };
}

/** What came of one run through the pipeline. */
interface Attempt {
  selected: Selected;
  planned: PlannedFeeds;
  rendered: RenderedSite;
  notArticles: readonly string[];
  /** What there is to remember of what is published, where the site has a file for it. */
  identity?: Identity | undefined;
  diagnostics: Diagnostic[];
  /** Whether there is nothing that stops publishing. */
  ok: boolean;
}

/** Runs the pipeline; with `skipInvalid` again without the articles that have errors, until there are none. */
function attemptBuild(site: Site, extras: Extras, checks: readonly Check[]): Attempt {
  requireFolder(site.articles);
  const { sources, notArticles } = discover(site.articles, site.recognised, [site.out]);
  const read = readArticles(sources, site);
  const known = readIdentity(site.root);
  const told = [...read.diagnostics];
  const invalid = invalidIn(told, site);
  for (;;) {
    const articles = read.articles.filter(({ source }) => !invalid.has(source.path));
    const run = runOnce(articles, known, site, extras, checks);
    const fresh = site.skipInvalid ? invalidIn(run.found, site) : new Set<string>();
    if (fresh.size > 0) {
      told.push(...run.found.filter(({ file }) => fresh.has(file)));
      for (const file of fresh) invalid.add(file);
      continue;
    }
    const diagnostics = sortDiagnostics(levelled([...told, ...run.found], site));
    const ok = !hasErrors(site.skipInvalid ? levelled(run.found, site) : diagnostics);
    run.selected.leftOut.push(...[...invalid].map((file): LeftOut => ({ file, reason: 'invalid' })));
    return { ...run, notArticles, diagnostics, ok };
  }
}

/** What one run makes of these articles, and everything that it finds. */
function runOnce(
  articles: readonly Article[],
  known: Identity | undefined,
  site: Site,
  extras: Extras,
  checks: readonly Check[],
): Pick<Attempt, 'selected' | 'planned' | 'rendered' | 'identity'> & { found: Diagnostic[] } {
  const selected = selectPublished(articles, site);
  const remembered = remember(selected, known, site);
  const formerFeeds = [...readManifest(site.out).feeds, ...(known?.feeds ?? [])];
  const planned = planFeeds(selected.published, site, formerFeeds);
  requireMemory(planned.feeds);
  const identity = known && { items: remembered.items, feeds: planned.feeds };
  const rendered = renderSite(planned.feeds, selected.published, remembered.items, site, extras);
  const checked = checks.flatMap((look) => look(selected.published, rendered.bodies, site));
  const stale = identity ? tellStale(identity, site) : [];
  const found = [remembered, selected, planned, rendered].flatMap(({ diagnostics }) => diagnostics);
  return { selected, planned, rendered, identity, found: [...stale, ...found, ...checked] };
}

/** Gives the articles the ids that they were published with, where the site remembers them. */
function remember(
  selected: Selected,
  known: Identity | undefined,
  site: Site,
): Omit<KeptIdentity, 'articles'> {
  if (!known) return { items: [], diagnostics: [] };
  const { maxOldAsNew, acceptIdentityChanges: accept } = site;
  const { articles, ...kept } = keepIdentity(selected.published, known, { accept, maxOldAsNew });
  selected.published = articles;
  return kept;
}

function levelled(diagnostics: readonly Diagnostic[], { levels, strict }: Site): Diagnostic[] {
  const own = withLevels(diagnostics, levels);
  return strict ? own.map((diagnostic) => ({ ...diagnostic, level: 'error' })) : own;
}

/** What stops every build: leaving an article out would not mend it, and would hide it. */
const unskippable: ReadonlySet<DiagnosticCode> = new Set(['FW070', 'FW071', 'FW072']);

/** The files with errors that a build without them would not have. */
function invalidIn(diagnostics: readonly Diagnostic[], site: Site): Set<string> {
  const errors = levelled(diagnostics, site).filter(({ level }) => level === 'error');
  return new Set(errors.filter(({ code }) => !unskippable.has(code)).map(({ file }) => file));
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

function requireFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const hint = 'Name the folder of articles: feedwright build my-articles --url https://example.org';
  throw new UsageError([{ message: `There is no folder of articles at ${folder}.`, hint }]);
}
