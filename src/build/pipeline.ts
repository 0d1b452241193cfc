import { basename } from 'node:path';
import type { Article } from '../articles/article.js';
import type { Discovered } from '../articles/discover.js';
import { nextMoment } from '../articles/next-moment.js';
import { type LeftOut, type Selected, selectPublished } from '../articles/select-published.js';
import type { SiteCache } from '../cache/site-cache.js';
import type { Check } from '../checks/check-site.js';
import { type Diagnostic, hasErrors, sortDiagnostics, withLevels } from '../diagnostics/diagnostic.js';
import { unskippable } from '../diagnostics/unskippable.js';
import { type EndedFeeds, endFeeds, endOf } from '../feeds/ended-feeds.js';
import { type PlannedFeeds, planFeeds } from '../feeds/plan-feeds.js';
import { type Identity, readIdentity } from '../identity/identity-file.js';
import { type KeptIdentity, keepIdentity } from '../identity/keep-identity.js';
import { reportStale } from '../identity/report-stale.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { type Destination, DryRun } from '../publish/destination.js';
import { readManifest } from '../publish/manifest.js';
import type { Site } from '../site/site.js';
import type { BackgroundWorker } from '../workers/background-worker.js';
import type { WorkerLimits } from '../workers/worker-limits.js';
import { ArticleFailed } from './article-failed.js';
import { bodySiteOf, heldCharacters, RenderedBodies } from './bodies.js';
import { MediaFiles } from './media-files.js';
import { nothingToPublish } from './nothing-to-publish.js';
import type { Phases } from './phases.js';
import { readArticles } from './read-articles.js';
import { type Extras, type RenderedSite, renderSite } from './render-site.js';
import { Plugins } from './run-plugins.js';

/** What came of one run through the pipeline. */
export interface Attempt {
  selected: Selected;
  planned: PlannedFeeds;
  rendered: RenderedSite;
  /** What there is to remember of what is published, where the site has a file for it. */
  identity?: Identity | undefined;
  diagnostics: Diagnostic[];
  /** Whether there is nothing that stops publishing. */
  ok: boolean;
  /** The next moment at which the clock would choose other articles; nothing where it never will. */
  until: Date | undefined;
  /** Where the documents went. */
  destination: Destination;
}

/** What a build works with. */
export interface BuildContext {
  site: Site;
  extras: Extras;
  /** Further looks at what would be published. */
  checks: readonly Check[];
  /** Looks at files beside the articles. */
  files: FileTracker;
  /** What earlier builds left. */
  cache?: SiteCache | undefined;
  phases: Phases;
  worker: BackgroundWorker;
  /** When a second thread helps. */
  limits: WorkerLimits;
  /** Where documents go; made anew for each run. */
  open: () => Destination;
}

/**
 * Reads, chooses, plans and renders; nothing is written. An article that cannot be rendered is left out and reported, and with
 * `skipInvalid` all that have errors are, until none of those that are left has any.
 */
export async function attemptBuild(discovered: Discovered, context: BuildContext): Promise<Attempt> {
  const prepared = await prepare(discovered, context);
  for (;;) {
    const attempt = attemptOnce(prepared, context);
    if ('destination' in attempt) return attempt;
    prepared.problems.push(...attempt.problems);
    for (const { file } of attempt.problems) prepared.invalid.add(file);
  }
}

/** What the runs through the pipeline begin with. */
interface Prepared {
  articles: readonly Article[];
  /** Files that are no articles, or are in formats that are not read. */
  others: readonly LeftOut[];
  known: Identity | undefined;
  plugins: Plugins;
  /** What recordings say, and the paths of all that lie among the articles. */
  media: MediaFiles;
  recordings: readonly string[];
  /** What is wrong with the settings, and with articles that were read or left out. */
  problems: Diagnostic[];
  /** Files of articles that are left out, as they have errors. */
  invalid: Set<string>;
}

async function prepare(
  { sources, notArticles, unread, recordings }: Discovered,
  context: BuildContext,
): Promise<Prepared> {
  const { site, files, cache, phases, limits, worker } = context;
  // Where nothing is known of bodies it renders them ahead; it is ready when the articles are read.
  if (sources.length >= limits.bodies && cache?.bodies.isEmpty !== false) worker.begin(bodySiteOf(site));
  const read = phases.run('Reading articles', sources.length, (step) =>
    readArticles(sources, site, files, { cache: cache?.articles, step, limits }),
  );
  const known = readIdentity(site.root, files);
  const plugins = new Plugins(site.plugins);
  const articles = plugins.articles(read.articles);
  const media = await MediaFiles.read(articles, site, files, cache?.media);
  const problems = [...site.diagnostics, ...read.diagnostics];
  const others = [
    ...notArticles.map((file): LeftOut => ({ file, reason: 'not an article' })),
    ...unread.map((file): LeftOut => ({ file, reason: 'format not read' })),
  ];
  return {
    articles,
    others,
    known,
    plugins,
    media,
    recordings,
    problems,
    invalid: invalidIn(problems, site),
  };
}

/** @returns the problems of articles to be left out, where it is to be tried again without them */
function attemptOnce(prepared: Prepared, context: BuildContext): Attempt | Pick<Prepared, 'problems'> {
  const { plugins, problems, invalid, others } = prepared;
  const { site } = context;
  const articles = prepared.articles.filter(({ source }) => !invalid.has(source.path));
  // What cannot be published is rendered all the same, for all that is wrong with it.
  const cannotPublish = !site.skipInvalid && hasErrors(levelled(problems, site));
  const destination = cannotPublish ? new DryRun(site.precompress) : context.open();
  const run = runInto(destination, () => runOnce({ ...prepared, articles }, context, destination));
  if (run instanceof ArticleFailed) return { problems: [run.diagnostic] };
  run.found.push(...plugins.diagnostics);
  const fresh = site.skipInvalid ? invalidIn(run.found, site) : new Set<string>();
  if (fresh.size > 0) {
    destination.abandon();
    return { problems: run.found.filter(({ file }) => fresh.has(file)) };
  }
  const { published, leftOut } = run.selected;
  leftOut.push(...[...invalid].map((file): LeftOut => ({ file, reason: 'invalid' })), ...others);
  // Where an error stops the build anyway, that is why there is nothing.
  const goesOn = site.skipInvalid || !hasErrors(levelled([...problems, ...run.found], site));
  if (published.length === 0 && goesOn && !site.preview) run.found.push(nothingToPublish(leftOut));
  const diagnostics = sortDiagnostics(levelled([...problems, ...run.found], site));
  const ok = !hasErrors(site.skipInvalid ? levelled(run.found, site) : diagnostics);
  const until = nextMoment(
    prepared.articles,
    site.now,
    site.endedFeeds.map((end) => endOf(end, site)),
  );
  return { ...run, diagnostics, ok, until, destination };
}

/** What is prepared for publishing goes where a run does not end; an article that ends it is told, and tried without. */
function runInto<T>(destination: Destination, run: () => T): T | ArticleFailed {
  try {
    return run();
  } catch (error) {
    destination.abandon();
    if (error instanceof ArticleFailed) return error;
    throw error;
  }
}

/** What one run makes of these articles, and everything that it finds. */
function runOnce(
  prepared: Pick<Prepared, 'articles' | 'known' | 'media' | 'recordings'>,
  context: BuildContext,
  destination: Destination,
): Pick<Attempt, 'selected' | 'planned' | 'rendered' | 'identity'> & { found: Diagnostic[] } {
  const { site, extras, checks, files, cache, phases, worker, limits } = context;
  const { known, media, recordings } = prepared;
  const plugins = new Plugins(site.plugins);
  const { selected, remembered, planned } = phases.run('Planning feeds', 0, () =>
    plan(prepared, context, plugins),
  );
  const identity = known && { site: known.site ?? site.url, items: remembered.items, feeds: planned.feeds };
  const held = checks.length > 0 ? heldCharacters.forChecks : heldCharacters.forOnce;
  const bodies = new RenderedBodies(selected.published, site, files, cache?.bodies, held);
  const { feeds, notices } = planned;
  for (const notice of notices) bodies.give(notice.article, notice);
  const content = { feeds, bodies, media, recordings, remembered: remembered.items };
  const rendered = renderSite(content, site, {
    ...{ ...extras, plugins, phases, destination, worker, limits, files },
    keyOf: ({ source }) => cache?.articles.keyOf(source),
  });
  const checked = checks.flatMap((look) => look(selected.published, bodies, site));
  const stale = identity ? reportStale(identity, site) : [];
  const found = [remembered, selected, planned, rendered, plugins].flatMap(({ diagnostics }) => diagnostics);
  return { selected, planned, rendered, identity, found: [...stale, ...found, ...checked] };
}

/** Which articles are published, and in which feeds. */
function plan(
  { articles, known, media }: Pick<Prepared, 'articles' | 'known' | 'media'>,
  { site, files }: Pick<BuildContext, 'site' | 'files'>,
  plugins: Plugins,
): Pick<Attempt, 'selected'> & { planned: EndedFeeds; remembered: Omit<KeptIdentity, 'articles'> } {
  const published = new Map(known?.items.map(({ id, file }) => [id, file]));
  const selected = selectPublished(articles, { ...site, files, media }, published);
  const remembered = remember(selected, known, site);
  const manifest = readManifest(site.out);
  const formerFeeds = [...manifest.feeds, ...(known?.feeds ?? [])];
  const { feeds, diagnostics } = planFeeds(selected.published, site, formerFeeds, {
    site: known?.site,
    feeds: formerFeeds,
  });
  const ended = endFeeds(plugins.feeds(feeds), site, basename(site.settingsFile ?? 'settings'));
  const planned = { ...ended, diagnostics: [...diagnostics, ...ended.diagnostics] };
  return { selected, remembered, planned };
}

/** Gives the articles the ids that they were published with, where the site remembers them. */
function remember(
  selected: Selected,
  known: Identity | undefined,
  site: Site,
): Omit<KeptIdentity, 'articles'> {
  if (!known) return { items: [], diagnostics: [] };
  const { maxOldAsNew, acceptIdentityChanges: accept, now } = site;
  const { articles, ...kept } = keepIdentity(selected.published, known, { accept, maxOldAsNew, now });
  selected.published = articles;
  return kept;
}

function levelled(diagnostics: readonly Diagnostic[], { levels, strict }: Site): Diagnostic[] {
  const own = withLevels(diagnostics, levels);
  return strict ? own.map((diagnostic) => ({ ...diagnostic, level: 'error' })) : own;
}

/** The files with errors that a build without them would not have. */
function invalidIn(diagnostics: readonly Diagnostic[], site: Site): Set<string> {
  const errors = levelled(diagnostics, site).filter(({ level }) => level === 'error');
  return new Set(errors.filter(({ code }) => !unskippable.has(code)).map(({ file }) => file));
}
