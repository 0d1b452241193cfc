import { AddressBook } from '../articles/address-book.js';
import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { renderBody } from '../body/render-body.js';
import type {
  Addresses,
  Bodies,
  BodyContext,
  BodyFacts,
  BodySite,
  RenderedBody,
} from '../body/rendered-body.js';
import type { BodyCache } from '../cache/body-cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Site } from '../site/site.js';
import type { BackgroundWorker } from '../workers/background-worker.js';
import { BodiesAhead } from './bodies-ahead.js';

/** How many characters of HTML are held: what goes beyond is rendered again where it is wanted again. */
export const heldCharacters = { forOnce: 100_000, forChecks: 8_000_000 };

/** What another thread is told of a site, to which nothing but data crosses. */
export function bodySiteOf(site: Site): BodySite {
  const { conventions, url, title, html, pages, assets, timezone, rendered } = site;
  const { language, words, languages } = site;
  const { syntax, summaryEnd, templates, repeatsTitle, markdown, isOwn } = conventions;
  const told = { syntax, summaryEnd, templates, repeatsTitle, markdown, isOwn };
  return {
    articles: site.articles,
    site: {
      ...{ url, title, html, pages, assets, timezone, rendered, conventions: told },
      ...{ language, words, languages },
    },
  };
}

/** The bodies of articles, rendered when somebody wants them. */
export class RenderedBodies implements Bodies {
  /** Files that the bodies refer to. */
  readonly assets: Asset[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly context: BodyContext;
  private readonly known = new Map<PublishedArticle, BodyFacts>();
  private readonly given = new Map<PublishedArticle, RenderedBody>();
  private readonly held = new Map<PublishedArticle, RenderedBody>();
  private length = 0;
  private ahead: BodiesAhead | undefined;

  /**
   * @param files looks at the files beside articles
   * @param cache what was rendered the last time
   * @param mostHeld characters of HTML that are held
   */
  constructor(
    readonly articles: readonly PublishedArticle[],
    site: Site,
    files: FileTracker,
    private readonly cache?: BodyCache,
    private readonly mostHeld: number = heldCharacters.forOnce,
  ) {
    this.context = {
      articles: site.articles,
      site,
      addresses: new AddressBook(articles),
      files,
    };
  }

  /**
   * Lets bodies be rendered ahead, where a second thread was begun.
   *
   * @param articles in the order in which their bodies will be wanted
   * @param batch how many the thread is asked for at a time
   */
  prepare(articles: readonly PublishedArticle[], worker: BackgroundWorker, batch: number): void {
    if (worker.isAtWork) this.ahead = new BodiesAhead(articles, worker, batch);
  }

  /** What is known of a body beside its HTML; it is rendered only where nothing is. */
  facts(article: PublishedArticle): BodyFacts {
    const known = this.known.get(article) ?? this.cache?.facts(article, this.context.addresses);
    if (known) return this.know(article, known);
    this.render(article);
    return this.facts(article);
  }

  /** Takes the body of an article that is in no file. */
  give(article: PublishedArticle, { html, summary }: Pick<RenderedBody, 'html' | 'summary'>): void {
    const body = { html, summary, assets: [], dangling: [], diagnostics: [] };
    this.given.set(article, body);
    this.known.set(article, { ...body, version: '', sizes: {} });
  }

  of(article: PublishedArticle): RenderedBody {
    const held = this.given.get(article) ?? this.held.get(article);
    if (held) return held;
    const facts = this.known.get(article);
    const html = facts && this.cache?.html(article);
    return facts && html !== undefined ? { ...facts, html } : this.render(article);
  }

  private render(article: PublishedArticle): RenderedBody {
    const { cache } = this;
    const { addresses, files: own } = this.context;
    const render = (asked: Addresses, files: FileTracker) =>
      this.takeAhead(article, files) ?? renderBody(article, { ...this.context, addresses: asked, files });
    const { body, facts } = cache
      ? cache.make(article, addresses, render)
      : unremembered(render(addresses, own));
    this.know(article, facts);
    this.hold(article, body);
    return body;
  }

  private takeAhead(article: PublishedArticle, files: FileTracker): RenderedBody | undefined {
    const ahead = this.ahead?.take(article);
    if (ahead) files.add(ahead.tracked);
    return ahead?.body;
  }

  private know(article: PublishedArticle, facts: BodyFacts): BodyFacts {
    const known = this.known.get(article);
    if (known) return known;
    this.known.set(article, facts);
    this.assets.push(...facts.assets);
    this.diagnostics.push(...facts.diagnostics);
    return facts;
  }

  /** The newest is always held: its items and its page are made one after another. */
  private hold(article: PublishedArticle, body: RenderedBody): void {
    this.length += body.html.length;
    // One by one: a map that is cleared keeps what was in it from the garbage collector for long.
    for (const [other, { html }] of this.held) {
      if (this.length <= this.mostHeld) break;
      this.held.delete(other);
      this.length -= html.length;
    }
    this.held.set(article, body);
  }
}

function unremembered(body: RenderedBody): { body: RenderedBody; facts: BodyFacts } {
  const { html: _, ...rest } = body;
  return { body, facts: { ...rest, version: '', sizes: {} } };
}
