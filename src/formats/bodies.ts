import { AddressBook } from '../articles/address-book.js';
import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { type BodyContext, type RenderedBody, renderBody } from '../articles/body/render-body.js';
import type { Addresses, BodyCache } from '../cache/body-cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Site } from '../site/site.js';

/** A body while it waits for the next document that shows it: as bytes, which take half the memory, and none of the heap. */
interface Waiting extends Omit<RenderedBody, 'html'> {
  html: Buffer;
}

/** The bodies of articles: each is rendered once, when the first document shows it. */
export class Bodies {
  /** Files that the rendered bodies refer to. */
  readonly assets: Asset[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly context: BodyContext;
  private readonly rendered = new Map<PublishedArticle, Waiting>();

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
    const known = this.rendered.get(article);
    if (known) return { ...known, html: known.html.toString('utf8') };
    const { addresses } = this.context;
    const render = (asked: Addresses) => renderBody(article, { ...this.context, addresses: asked });
    const body = this.cache ? this.cache.get(article, addresses, render) : render(addresses);
    this.rendered.set(article, { ...body, html: Buffer.from(body.html) });
    this.assets.push(...body.assets);
    this.diagnostics.push(...body.diagnostics);
    return body;
  }
}
