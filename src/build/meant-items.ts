import type { PublishedArticle } from '../articles/article.js';
import type { Bodies } from '../body/rendered-body.js';
import type { MeantItem } from '../checks/verify-feeds.js';
import type { Content } from '../feeds/feed.js';
import { type ItemSite, itemContent, itemLinks } from '../formats/item-content.js';
import { contentFor } from '../formats/items.js';
import { digestOf } from '../platform/digest.js';

/** What items should say, for whoever reads documents back; each body is looked at once. */
export class MeantItems {
  private readonly known = new Map<PublishedArticle, { summary: string; html: string }>();

  constructor(
    private readonly bodies: Bodies,
    private readonly site: ItemSite,
  ) {}

  of(article: PublishedArticle, shown: Content): MeantItem {
    const known = this.known.get(article) ?? this.look(article);
    const html = contentFor(article, shown) !== 'summary' && known.html !== '' ? known.html : undefined;
    const { link } = itemLinks(article, this.site);
    return { article, link, summary: known.summary, html, isEpisode: shown === 'episode' };
  }

  private look(article: PublishedArticle): { summary: string; html: string } {
    const { html: body, summary } = this.bodies.of(article);
    const html = itemContent(article, body, this.site);
    const meant = { summary, html: html && digestOf(html) };
    this.known.set(article, meant);
    return meant;
  }
}
