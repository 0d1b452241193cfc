import { AddressBook } from '../articles/address-book.js';
import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { type BodyContext, type RenderedBody, renderBody } from '../articles/body/render-body.js';
import type { Addresses, BodyCache } from '../cache/body-cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Site } from '../site/site.js';

/** The most characters of bodies that are held; what goes beyond is rendered again where it is wanted again. */
const mostHeld = 8_000_000;

/** The bodies of articles, rendered when somebody wants them. */
export class Bodies {
  /** Files that the rendered bodies refer to. */
  readonly assets: Asset[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly context: BodyContext;
  private readonly held = new Map<PublishedArticle, RenderedBody>();
  private readonly summaries = new Map<PublishedArticle, string>();
  private length = 0;

  /** @param cache what was rendered the last time */
  constructor(
    readonly articles: readonly PublishedArticle[],
    site: Site,
    private readonly cache?: BodyCache,
  ) {
    this.context = {
      articles: site.articles,
      site,
      addresses: new AddressBook(articles),
    };
  }

  of(article: PublishedArticle): RenderedBody {
    const held = this.held.get(article);
    if (held) return held;
    const { addresses } = this.context;
    const render = (asked: Addresses) => renderBody(article, { ...this.context, addresses: asked });
    const body = this.cache ? this.cache.get(article, addresses, render) : render(addresses);
    if (!this.summaries.has(article)) {
      this.summaries.set(article, body.summary);
      this.assets.push(...body.assets);
      this.diagnostics.push(...body.diagnostics);
    }
    this.hold(article, body);
    return body;
  }

  /** The summary of an article: its own, or the beginning of its body. */
  summaryOf(article: PublishedArticle): string {
    return this.summaries.get(article) ?? this.of(article).summary;
  }

  /** The newest is always held: its items and its page are made one after another. */
  private hold(article: PublishedArticle, body: RenderedBody): void {
    this.length += body.html.length;
    if (this.length > mostHeld) {
      this.held.clear();
      this.length = body.html.length;
    }
    this.held.set(article, body);
  }
}
