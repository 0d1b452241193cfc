import { isForeign } from '../format.js';
import type { Namespace } from './namespace.js';

/**
 * Names of authors and languages (Dublin Core), since `author` of RSS must be an e-mail address. Of several creators some
 * readers show the first and some the last: so there is one, and the other authors are contributors.
 */
export const dublinCore: Namespace = {
  prefix: 'dc',
  uri: 'http://purl.org/dc/elements/1.1/',
  formats: ['rss'],
  itemElements(item, placeholders) {
    const { authors, language } = item.article;
    const text = (name: string, value: string) => ({ name, text: placeholders.text(value) });
    return [
      ...authors.map(({ name }, index) => text(index === 0 ? 'dc:creator' : 'dc:contributor', name)),
      ...(isForeign(item) ? [text('dc:language', language)] : []),
    ];
  },
};
