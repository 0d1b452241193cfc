import type { PublishedArticle } from '../articles/article.js';
import { digestOf } from '../cache/cache-folder.js';
import type { MeantItem } from '../checks/verify-feeds.js';
import type { Bodies } from './bodies.js';
import type { Content } from './items.js';

/** What items should say, for whoever reads documents back; each body is looked at once. */
export class MeantItems {
  private readonly known = new Map<PublishedArticle, { summary: string; html: string }>();

  constructor(private readonly bodies: Bodies) {}

  of(article: PublishedArticle, shown: Content): MeantItem {
    const known = this.known.get(article) ?? this.look(article);
    const html = shown === 'full' && known.html !== '' ? known.html : undefined;
    return { article, summary: known.summary, html };
  }

  private look(article: PublishedArticle): { summary: string; html: string } {
    const { html, summary } = this.bodies.of(article);
    const meant = { summary, html: html && digestOf(html) };
    this.known.set(article, meant);
    return meant;
  }
}
