import { lookup } from 'mrmime';
import { mainEnclosure } from '../../feeds/podcasts/podcast.js';
import { itemTitle } from '../format.js';
import type { Namespace } from './namespace.js';
import type { XmlElement } from './xml-element.js';

/** The formats of pictures that Apple takes. */
const pictureTypes = new Set(['image/jpeg', 'image/png']);

/** What Apple Podcasts asks of a podcast and its episodes ("A Podcaster's Guide to RSS"); other directories read it, too. */
export const itunes: Namespace = {
  prefix: 'itunes',
  uri: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  formats: ['rss'],
  isUsed: ({ podcast }) => podcast !== undefined,
  itemElements(item, placeholders) {
    const { episode, image } = item.article;
    const enclosure = mainEnclosure(item.article);
    if (!item.isEpisode || !episode || !enclosure) return [];
    const { number, season, type = 'full', explicit, cover } = episode;
    const picture = [image, cover].find((each) => each && isPicture(each.url));
    const values: [name: string, value: string | number | boolean | undefined][] = [
      ['title', itemTitle(item) || undefined],
      ['duration', enclosure.duration && Math.max(1, Math.round(enclosure.duration))],
      ['episodeType', type],
      ['season', season],
      ['episode', number],
      ['explicit', explicit],
    ];
    const texts = values.flatMap(([name, value]): XmlElement[] =>
      value === undefined ? [] : [{ name: `itunes:${name}`, text: placeholders.text(String(value)) }],
    );
    if (!picture) return texts;
    return [...texts, { name: 'itunes:image', attributes: { href: placeholders.text(picture.url) } }];
  },
  feedElements({ podcast }, placeholders) {
    if (!podcast) return [];
    const text = (name: string, value: string | undefined): XmlElement[] =>
      value ? [{ name: `itunes:${name}`, text: placeholders.text(value) }] : [];
    const { author, artwork, explicit, type, owner, categories, newAddress, complete } = podcast;
    return [
      ...text('author', author),
      ...(artwork ? [{ name: 'itunes:image', attributes: { href: placeholders.text(artwork) } }] : []),
      ...categories.map(({ name, below }) => {
        const inner = below ? [category(placeholders.text(below))] : [];
        return { ...category(placeholders.text(name)), children: inner };
      }),
      ...text('explicit', explicit === undefined ? undefined : String(explicit)),
      ...text('type', type),
      ...(owner?.email
        ? [{ name: 'itunes:owner', children: [...text('name', owner.name), ...text('email', owner.email)] }]
        : []),
      ...text('new-feed-url', newAddress),
      ...text('complete', complete ? 'Yes' : undefined),
    ];
  },
};

function category(text: string): XmlElement {
  return { name: 'itunes:category', attributes: { text } };
}

function isPicture(url: string): boolean {
  return pictureTypes.has(lookup(new URL(url).pathname) ?? '');
}
