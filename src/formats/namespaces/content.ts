import type { Namespace } from './namespace.js';

/** `content:encoded` (RSS 1.0, "Content"), the whole text of an item, which `feed` writes itself. */
export const content: Namespace = {
  prefix: 'content',
  uri: 'http://purl.org/rss/1.0/modules/content/',
  formats: ['rss'],
};
