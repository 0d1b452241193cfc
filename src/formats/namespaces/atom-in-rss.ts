import { updatedAt } from '../../articles/article.js';
import { rfc3339 } from '../../language/timestamp.js';
import type { Namespace } from './namespace.js';

/**
 * What RSS has no elements for: when an item was changed (RFC 4287, 4.2.15), and the second address of a link post
 * (4.2.7.2).
 */
export const atomInRss: Namespace = {
  prefix: 'atom',
  uri: 'http://www.w3.org/2005/Atom',
  formats: ['rss'],
  itemElements({ article, related }, placeholders) {
    const updated = updatedAt(article);
    return [
      ...(updated ? [{ name: 'atom:updated', text: placeholders.text(rfc3339(updated)) }] : []),
      ...(related
        ? [{ name: 'atom:link', attributes: { rel: 'related', href: placeholders.text(related) } }]
        : []),
    ];
  },
};
