import { isForeign } from '../format.js';
import type { Namespace } from './namespace.js';

/** `dc:creator` and `dc:language` (Dublin Core): the names of authors, since `author` of RSS must be an e-mail address. */
export const dublinCore: Namespace = {
  prefix: 'dc',
  uri: 'http://purl.org/dc/elements/1.1/',
  formats: ['rss'],
  itemElements(item, placeholders) {
    const { authors, language } = item.article;
    const text = (name: string, value: string) => ({ name, text: placeholders.text(value) });
    return [
      ...authors.map(({ name }) => text('dc:creator', name)),
      ...(isForeign(item) ? [text('dc:language', language)] : []),
    ];
  },
};
