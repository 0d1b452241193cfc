import type { PublishedArticle } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { PublishedItem } from './published-items.js';

/**
 * Compares articles with the items that were published before: an article whose id or date is another one now shows
 * up as new in readers, or in another place.
 *
 * Reports FW068 (id) and FW069 (date).
 */
export function checkIdentity(
  articles: readonly PublishedArticle[],
  items: readonly PublishedItem[],
): Diagnostic[] {
  const byUrl = new Map(items.map((item) => [item.url, item]));
  const byId = new Map(items.map((item) => [item.id, item]));
  return articles.flatMap((article) => {
    const known = byId.get(article.id);
    const former = byUrl.get(article.url);
    const file = article.source.path;
    if (!known && former) {
      const message = `The id is ${article.id}, but was published as ${former.id}.`;
      return [diagnose('FW068', { file, message, ...article.places.id })];
    }
    if (!known || known.date.getTime() === article.date.getTime()) return [];
    const message = `The date is ${article.date.toISOString()}, but was published as ${known.date.toISOString()}.`;
    return [diagnose('FW069', { file, message })];
  });
}
