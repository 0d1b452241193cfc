import { join } from 'node:path';
import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { reportFailure } from '../articles/report-failure.js';
import type { verifyFeed, verifyXml } from '../checks/verify-feeds.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Feed } from '../feeds/feed.js';
import { languagesOf } from '../feeds/plan-feeds.js';
import { checkPodcast } from '../feeds/podcasts/check-podcast.js';
import { Items } from '../formats/items.js';
import { FeedRenderer } from '../formats/render-feeds.js';
import { redirectsFile } from '../hosts/headers-file.js';
import type { HostFile, HostRules } from '../hosts/host.js';
import { hosts } from '../hosts/hosts.js';
import type { KnownItem } from '../identity/identity-file.js';
import { artworkDocument, chaptersDocument } from '../pages/episode-documents.js';
import { headerRules } from '../pages/header-rules.js';
import { renderOpml } from '../pages/opml.js';
import { Places } from '../pages/places.js';
import { goneFolders, type Redirects, renderRedirects } from '../pages/redirects.js';
import { PageRenderer } from '../pages/render-pages.js';
import { renderRobots } from '../pages/robots.js';
import { shownArticles } from '../pages/shown-articles.js';
import { SiteIndex } from '../pages/site-index.js';
import type { Templates } from '../pages/templates.js';
import { themeDocuments } from '../pages/theme.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { ownPath } from '../platform/output-path.js';
import { realPath } from '../platform/real-path.js';
import type { Destination } from '../publish/destination.js';
import { type Document, textDocument } from '../publish/document.js';
import { PublishError } from '../publish/publish-error.js';
import type { Site } from '../site/site.js';
import type { BackgroundWorker } from '../workers/background-worker.js';
import type { WorkerLimits } from '../workers/worker-limits.js';
import { ArticleFailed } from './article-failed.js';
import type { RenderedBodies } from './bodies.js';
import { DigestKeys } from './document-keys.js';
import { MeantItems } from './meant-items.js';
import type { MediaFiles } from './media-files.js';
import type { Phases } from './phases.js';
import type { Overflow } from './report.js';
import type { Plugins } from './run-plugins.js';

/** What came up while the documents of a site were rendered. */
export interface RenderedSite {
  /** Files that the published articles refer to. */
  assets: Asset[];
  overflowed: Overflow[];
  diagnostics: Diagnostic[];
}

/** Reads documents back before they are published, and gives them made. */
export interface Verify {
  feed: typeof verifyFeed;
  xml: typeof verifyXml;
}

/** What the settings of a site have loaded. */
export interface Extras {
  templates: Templates;
  /** Reads documents back, where that is wanted. */
  verify?: Verify | undefined;
}

/** What every document of a site is made from. */
export interface Content {
  /** What people can subscribe to. */
  feeds: readonly Feed[];
  bodies: RenderedBodies;
  /** The covers in recordings. */
  media: Pick<MediaFiles, 'coverAt'>;
  /** Paths of all recordings among the articles. */
  recordings: readonly string[];
  /** Everything that was ever published, as far as the site remembers it. */
  remembered: readonly KnownItem[];
}

/** What helps to render, and where documents go. */
export interface Tools extends Extras {
  worker: BackgroundWorker;
  /** When a second thread helps. */
  limits: WorkerLimits;
  plugins: Plugins;
  phases: Phases;
  /** Looks at files beside the articles. */
  files: FileTracker;
  /** Takes each document as soon as it is made. */
  destination: Pick<Destination, 'add'>;
  /** What tells the file of an article from all others, where somebody remembers files. */
  keyOf: (article: PublishedArticle) => string | undefined;
}

/** Renders every document of a site: feeds, pages, and what leads to them. */
export function renderSite(content: Content, site: Site, tools: Tools): RenderedSite {
  const { feeds, bodies } = content;
  const { templates, verify, plugins, phases, destination, worker, limits, keyOf } = tools;
  const { articles } = bodies;
  const items = new Items(bodies, site);
  const siteIndex = new SiteIndex(site, feeds, articles, languagesOf(articles, site), templates);
  const keys = new DigestKeys(bodies, siteIndex, keyOf);
  const meant = new MeantItems(bodies, site);
  const folderOf = (language: string) => siteIndex.localized(language).path;
  const renderer = new FeedRenderer(items, keys, site, folderOf, (document, part, shown) => {
    if (!verify) return plugins.document(document);
    const expected = part.articles.map((article) => meant.of(article, shown));
    const own = verify.feed(document, expected);
    const changed = plugins.document(own);
    return changed === own ? own : verify.feed(changed, expected, false);
  });
  const pages = site.pages ? new PageRenderer(bodies, keys, siteIndex) : undefined;
  const taken = new Set(pages ? siteIndex.paths().map((path) => path.toLowerCase()) : []);
  const isTaken = ({ path }: PublishedArticle) =>
    taken.has(path.toLowerCase().replace(/(^|\/)index\.html$/, '$1'));
  const places = new Places();
  const put = (document: Document, owner: PublishedArticle | 'the site' = 'the site') => {
    if (places.take(document.path, owner)) destination.add(document);
  };
  const add = (document: Document, owner?: PublishedArticle) => {
    const own = plugins.document(document);
    put(verify ? verify.xml(own) : own, owner);
  };
  const shown = shownArticles(feeds, pages ? articles : []);
  bodies.prepare(
    shown.map(({ article }) => article),
    worker,
    limits.renderBatch,
  );
  try {
    phases.run('Rendering articles', shown.length, (step) => {
      for (const { article, contents } of shown) {
        named(article, () => {
          for (const kind of contents) items.sizeOf(article, kind);
        });
        if (pages && !isTaken(article)) named(article, () => add(pages.article(article), article));
        step();
      }
    });
    const redirects = renderRedirects(content.remembered, articles, feeds, site);
    const overflowed = phases.run('Rendering feeds', feeds.length, (step) =>
      feeds.map((feed) => {
        const { parts, overflowed: count } = renderer.split(feed);
        for (const document of renderer.documents(feed, parts)) put(document);
        for (const document of renderer.formerDocuments(feed, parts)) put(document);
        for (const page of pages?.feed(feed, parts) ?? []) add(page);
        step();
        return { path: feed.path, articles: count, isArchived: feed.archives };
      }),
    );
    phases.run('Rendering lists', 0, () => {
      for (const document of pages?.rest() ?? []) add(document);
      for (const document of siteDocuments(content, redirects, site)) add(document);
      for (const document of podcastDocuments(content, site)) put(document);
    });
    const wanted = pages ? [...articles.flatMap(({ assets }) => assets), ...bodies.assets] : [];
    const { assets, diagnostics } = places.free(wanted, site.articles);
    const found = [bodies, renderer, redirects, places].flatMap((each) => each.diagnostics);
    found.push(...feeds.flatMap((feed) => podcastProblems(feed, items, site, tools)));
    if (site.podcast.length > 0) found.push(...withoutArticle(content, site));
    return {
      assets,
      overflowed: overflowed.filter(({ articles: count }) => count > 0),
      diagnostics: [...found, ...articles.filter(isTaken).map(reportTaken), ...diagnostics],
    };
  } finally {
    items.close();
  }
}

/** Does something with an article; what goes wrong has its name, unless it is the disk's fault. */
function named(article: PublishedArticle, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (isNotItsFault(error)) throw error;
    throw new ArticleFailed(reportFailure(error, article.source));
  }
}

/** Settings, templates and the disk are not an article's to answer for. */
function isNotItsFault(error: unknown): boolean {
  if (error instanceof PublishError || error instanceof UsageError) return true;
  return error instanceof Error && 'syscall' in error;
}

function reportTaken({ url, source }: PublishedArticle): Diagnostic {
  const message = `The address ${url} is that of a page of the site, which is published there.`;
  return diagnose('FW025', { file: source.path, message });
}

/** What is there once for a site. */
function siteDocuments({ feeds }: Content, redirects: Redirects, site: Site): Document[] {
  const base = new URL(site.url).pathname;
  return [
    ...themeDocuments(site),
    ...hostDocuments(
      {
        ...{ base, headers: headerRules(feeds, site) },
        ...{ redirects: redirects.rules, gone: goneFolders(site) },
        ...(site.pages ? { notFound: `${base}404.html` } : {}),
      },
      site,
    ),
    ...redirects.documents,
    ...(site.pages ? renderRobots(site) : []),
    textDocument(ownPath('feeds.opml'), 'text/x-opml', renderOpml(feeds, site)),
  ];
}

/** What directories would object to in a feed, where it is a podcast. */
function podcastProblems(
  feed: Feed,
  items: Items,
  site: Site,
  { files }: Pick<Tools, 'files'>,
): Diagnostic[] {
  const { podcast, articles, limit, content } = feed;
  if (!podcast) return [];
  const sizes = articles.slice(0, limit).map((article) => items.sizeOf(article, content));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return checkPodcast(feed, podcast, bytes, { ...site, files });
}

/** FW097 for each of these recordings that no article names or shows. */
function withoutArticle(
  { bodies, recordings }: Content,
  { articles: folder, conventions }: Site,
): Diagnostic[] {
  if (!conventions.isOwn) return [];
  const used = new Set(
    [...bodies.articles.flatMap(({ assets }) => assets), ...bodies.assets].map(({ file }) => file),
  );
  const top = realPath(folder) ?? folder;
  return recordings
    .filter((path) => !used.has(join(top, path)))
    .map((file) => diagnose('FW097', { file, message: 'No article that is published has this recording.' }));
}

/** What podcasts have beside feeds and pages: chapters, covers, artwork. */
function podcastDocuments({ feeds, bodies: { articles }, media }: Content, site: Site): Document[] {
  const covers = new Set(articles.flatMap(({ episode }) => episode?.cover?.url ?? []));
  return [
    ...articles.flatMap((article) => chaptersDocument(article, site.url) ?? []),
    ...[...covers].flatMap((url) => media.coverAt(url) ?? []),
    ...feeds.flatMap((feed) => artworkDocument(feed) ?? []),
  ];
}

/** The files that the host of the site takes; several hosts redirect by one file. */
function hostDocuments(rules: HostRules, site: Site): Document[] {
  const host = hosts.find(({ name }) => name === site.hosting);
  const files: readonly HostFile[] = host ? host.files(rules) : redirectsFile(rules.redirects);
  return files.map(({ path, text, mediaType = 'text/plain', givesWay = false }) =>
    textDocument(ownPath(path), mediaType, text, { givesWay }),
  );
}
