import type { Namespace } from './namespace.js';

/** The Markdown of an item beside its HTML ("source" namespace, `source:markdown`), which some readers show and edit. */
export const source: Namespace = {
  prefix: 'source',
  uri: 'http://source.scripting.com/',
  formats: ['rss'],
  isUsed: ({ hasSource }) => hasSource,
  itemElements({ markdown }, placeholders) {
    return markdown ? [{ name: 'source:markdown', text: placeholders.text(markdown) }] : [];
  },
};
