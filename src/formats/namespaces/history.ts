import type { Namespace } from './namespace.js';

/** Links between the documents of a feed (RFC 5005, section 4). */
export const history: Namespace = {
  prefix: 'fh',
  uri: 'http://purl.org/syndication/history/1.0',
  formats: ['rss', 'atom'],
  feedElements({ history: { current, previous, next } }, placeholders, { name, mediaType }) {
    const links: [rel: string, href: string | undefined][] = [
      ['current', current],
      ['prev-archive', previous],
      ['next-archive', next],
    ];
    return [
      ...(current ? [{ name: 'fh:archive' }] : []),
      ...links.flatMap(([rel, href]) => {
        const attributes = href && { rel, type: mediaType, href: placeholders.text(href) };
        return attributes ? [{ name: name === 'rss' ? 'atom:link' : 'link', attributes }] : [];
      }),
    ];
  },
};
