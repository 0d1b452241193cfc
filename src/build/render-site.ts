import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { reportFailure } from '../articles/report-failure.js';
import type { verifyFeed, verifyXml } from '../checks/verify-feeds.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { UsageError } from '../diagnostics/usage-error.js';
import type { Content } from '../feeds/feed.js';
import { languagesOf } from '../feeds/plan-feeds.js';
import type { FeedPart } from '../formats/feed-part.js';
import { Items } from '../formats/items.js';
import { FeedRenderer } from '../formats/render-feeds.js';
import { Places } from '../pages/places.js';
import { type Redirects, renderRedirects } from '../pages/redirects.js';
import { PageRenderer } from '../pages/render-pages.js';
import { shownArticles } from '../pages/shown-articles.js';
import { SiteIndex } from '../pages/site-index.js';
import type { Templates } from '../pages/templates.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Destination } from '../publish/destination.js';
import type { Document } from '../publish/document.js';
import { PublishError } from '../publish/publish-error.js';
import type { Site } from '../site/site.js';
import type { BackgroundWorker } from '../workers/background-worker.js';
import type { WorkerLimits } from '../workers/worker-limits.js';
import { ArticleFailed } from './article-failed.js';
import type { SiteContent } from './content.js';
import { DigestKeys } from './document-keys.js';
import { MeantItems } from './meant-items.js';
import type { Phases } from './phases.js';
import { podcastProblems } from './podcast-problems.js';
import type { Overflow } from './report.js';
import type { Plugins } from './run-plugins.js';
import { podcastDocuments, siteDocuments } from './site-documents.js';

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
export function renderSite(content: SiteContent, site: Site, tools: Tools): RenderedSite {
  const rendering = new Rendering(content, site, tools);
  try {
    return rendering.run();
  } finally {
    rendering.close();
  }
}

class Rendering {
  private readonly items: Items;
  private readonly pages: PageRenderer | undefined;
  private readonly feedRenderer: FeedRenderer;
  private readonly meant: MeantItems;
  /** Paths of the pages of the site, which no article can have. */
  private readonly taken: ReadonlySet<string>;
  private readonly places = new Places();

  constructor(
    private readonly content: SiteContent,
    private readonly site: Site,
    private readonly tools: Tools,
  ) {
    const { feeds, bodies } = content;
    const { articles } = bodies;
    this.items = new Items(bodies, site);
    this.meant = new MeantItems(bodies, site);
    const siteIndex = new SiteIndex(site, feeds, articles, languagesOf(articles, site), tools.templates);
    const keys = new DigestKeys(bodies, siteIndex, tools.keyOf);
    const folderOf = (language: string) => siteIndex.localized(language).path;
    this.feedRenderer = new FeedRenderer(this.items, keys, site, folderOf, (document, part, shown) =>
      this.checked(document, part, shown),
    );
    this.pages = site.pages ? new PageRenderer(bodies, keys, siteIndex) : undefined;
    this.taken = new Set(this.pages ? siteIndex.paths().map((path) => path.toLowerCase()) : []);
  }

  run(): RenderedSite {
    const { content, site, feedRenderer, places } = this;
    const { bodies, feeds, remembered } = content;
    const { articles } = bodies;
    this.renderArticles();
    const redirects = renderRedirects(remembered, articles, feeds, site);
    const overflowed = this.renderFeeds();
    this.renderLists(redirects);
    const wanted = this.pages ? [...articles.flatMap(({ assets }) => assets), ...bodies.assets] : [];
    const { assets, diagnostics } = places.free(wanted, site.articles);
    const found = [bodies, feedRenderer, redirects, places].flatMap((each) => each.diagnostics);
    return {
      assets,
      overflowed,
      diagnostics: [
        ...found,
        ...podcastProblems(content, this.items, site, this.tools.files),
        ...articles.filter((article) => this.isTaken(article)).map(reportTaken),
        ...diagnostics,
      ],
    };
  }

  close(): void {
    this.items.close();
  }

  private renderArticles(): void {
    const { items, pages } = this;
    const { feeds, bodies } = this.content;
    const { worker, limits, phases } = this.tools;
    const shown = shownArticles(feeds, pages ? bodies.articles : []);
    bodies.prepare(
      shown.map(({ article }) => article),
      worker,
      limits.renderBatch,
    );
    phases.run('Rendering articles', shown.length, (step) => {
      for (const { article, contents } of shown) {
        named(article, () => {
          for (const kind of contents) items.sizeOf(article, kind);
          if (pages && !this.isTaken(article)) this.add(pages.article(article), article);
        });
        step();
      }
    });
  }

  /** @returns the feeds that hold fewer articles than they might, for the size of these */
  private renderFeeds(): Overflow[] {
    const { feedRenderer, pages } = this;
    const { feeds } = this.content;
    const overflowed = this.tools.phases.run('Rendering feeds', feeds.length, (step) =>
      feeds.map((feed) => {
        const { parts, overflowed: count } = feedRenderer.split(feed);
        for (const document of feedRenderer.documents(feed, parts)) this.put(document);
        for (const document of feedRenderer.formerDocuments(feed, parts)) this.put(document);
        for (const page of pages?.feed(feed, parts) ?? []) this.add(page);
        step();
        return { path: feed.path, articles: count, isArchived: feed.archives };
      }),
    );
    return overflowed.filter(({ articles }) => articles > 0);
  }

  private renderLists(redirects: Redirects): void {
    const { content, site, pages } = this;
    this.tools.phases.run('Rendering lists', 0, () => {
      for (const document of pages?.rest() ?? []) this.add(document);
      for (const document of siteDocuments(content.feeds, redirects, site)) this.add(document);
      for (const document of podcastDocuments(content, site)) this.put(document);
    });
  }

  /** The document of a feed as plugins leave it, read back before and after them where that is wanted. */
  private checked(document: Document, part: FeedPart, shown: Content): Document {
    const { verify, plugins } = this.tools;
    if (!verify) return plugins.document(document);
    const expected = part.articles.map((article) => this.meant.of(article, shown));
    const own = verify.feed(document, expected);
    const changed = plugins.document(own);
    return changed === own ? own : verify.feed(changed, expected, false);
  }

  private add(document: Document, owner?: PublishedArticle): void {
    const { verify, plugins } = this.tools;
    const own = plugins.document(document);
    this.put(verify ? verify.xml(own) : own, owner);
  }

  private put(document: Document, owner: PublishedArticle | 'the site' = 'the site'): void {
    if (this.places.take(document.path, owner)) this.tools.destination.add(document);
  }

  private isTaken({ path }: PublishedArticle): boolean {
    return this.taken.has(path.toLowerCase().replace(/(^|\/)index\.html$/, '$1'));
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
