import type { Namespace } from './namespace.js';

/** Atom's links in RSS: the page elsewhere that an item is about (RFC 4287, 4.2.7.2). */
export const atomInRss: Namespace = {
  prefix: 'atom',
  uri: 'http://www.w3.org/2005/Atom',
  formats: ['rss'],
  itemElements({ article: { link } }, placeholders) {
    return link ? [{ name: 'atom:link', attributes: { rel: 'related', href: placeholders.text(link) } }] : [];
  },
};
