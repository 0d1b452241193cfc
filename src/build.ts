import { existsSync, statSync } from 'node:fs';
import type { PublishedArticle } from './articles/article.js';
import { discover } from './articles/discover.js';
import { readArticles } from './articles/read-article.js';
import { type LeftOut, selectPublished } from './articles/select-published.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { UsageError } from './diagnostics/usage-error.js';
import type { Feed } from './feeds/feed.js';
import { planFeeds } from './feeds/plan-feeds.js';
import { loadTemplates } from './formats/html/load-templates.js';
import type { Templates } from './formats/html/templates.js';
import { renderSite } from './formats/render-site.js';
import { readManifest } from './publish/manifest.js';
import { listOutputs, type PublishedFile, publish } from './publish/publish.js';
import type { SettingsInput } from './site/settings.js';
import { resolveSite, type Site } from './site/site.js';

/** What to build. */
export interface BuildRequest extends SettingsInput {
  /** Folder that relative paths start from. Default: the current one. */
  cwd?: string | undefined;
  /** File of settings; without it they are looked for. */
  config?: string | undefined;
  /** The moment that decides what is in the future. Default: the clock. */
  now?: Date | undefined;
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
  const { cwd = process.cwd(), config, now = new Date(), write = true, articles, ...overrides } = request;
  const site = await resolveSite({ cwd, config, now, articles, overrides });
  return buildSite(site, await loadTemplates(site), write);
}

function buildSite(site: Site, templates: Templates, write: boolean): BuildReport {
  requireFolder(site.articles);
  const { sources, notArticles } = discover(site.articles, site.recognised, [site.out]);
  const read = readArticles(sources, site);
  const selected = selectPublished(read.articles, site);
  const planned = planFeeds(selected.published, site, readManifest(site.out).feeds);
  const { feeds } = planned;
  const rendered = renderSite(feeds, selected.published, site, templates);
  const problems = sortDiagnostics(
    [read, selected, planned, rendered].flatMap(({ diagnostics }) => diagnostics),
  );
  const ok = !hasErrors(problems);
  const files = ok ? (write ? publish : listOutputs)({ ...rendered, feeds }, site.out) : [];
  const notOnes = notArticles.map((file): LeftOut => ({ file, reason: 'not an article' }));
  const leftOut = [...selected.leftOut, ...notOnes];
  const { overflowed } = rendered;
  return { ok, site, files, feeds, articles: selected.published, leftOut, overflowed, diagnostics: problems };
}

function requireFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const hint = 'Name the folder of articles: feedwright build my-articles --url https://example.org';
  throw new UsageError([{ message: `There is no folder of articles at ${folder}.`, hint }]);
}
