import { updatedAt } from '../../articles/article.js';
import { rfc3339 } from '../../language/timestamp.js';
import type { Namespace } from './namespace.js';

/**
 * What RSS has no elements for: when an item was changed (RFC 4287, 4.2.15), and the page elsewhere that it is about
 * (4.2.7.2).
 */
export const atomInRss: Namespace = {
  prefix: 'atom',
  uri: 'http://www.w3.org/2005/Atom',
  formats: ['rss'],
  itemElements({ article }, placeholders) {
    const { link } = article;
    const updated = updatedAt(article);
    return [
      ...(updated ? [{ name: 'atom:updated', text: placeholders.text(rfc3339(updated)) }] : []),
      ...(link ? [{ name: 'atom:link', attributes: { rel: 'related', href: placeholders.text(link) } }] : []),
    ];
  },
};
