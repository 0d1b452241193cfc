import type { Namespace } from './namespace.js';

/** The picture of an item (Media RSS 1.5.1); Atom has no place for its description. */
export const media: Namespace = {
  prefix: 'media',
  uri: 'http://search.yahoo.com/mrss/',
  formats: ['rss', 'atom'],
  itemElements({ article: { image } }, placeholders, { name }) {
    if (!image) return [];
    const attributes = { url: placeholders.text(image.url), medium: 'image' };
    const describe = name === 'rss' && image.alt ? placeholders.text(image.alt) : undefined;
    const children = describe === undefined ? [] : [{ name: 'media:description', text: describe }];
    return [{ name: 'media:content', attributes, children }];
  },
};
