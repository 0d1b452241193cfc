import { lookup } from 'mrmime';
import type { PublishedArticle } from '../../articles/article.js';
import type { ArticleImage, Enclosure } from '../../articles/enclosure.js';
import { mainEnclosure } from '../../feeds/podcasts/podcast.js';
import type { Placeholders } from '../feed-package/placeholders.js';
import type { Namespace } from './namespace.js';
import type { XmlElement } from './xml-element.js';

/**
 * The pictures of an item and one that stands for it, which aggregators of news show, and in RSS, which has a place for
 * one enclosure only, the others (Media RSS 1.5.1).
 */
export const media: Namespace = {
  prefix: 'media',
  uri: 'http://search.yahoo.com/mrss/',
  formats: ['rss', 'atom'],
  itemElements({ article, pictures = [], isEpisode = false }, placeholders, { name }) {
    const { image, episode } = article;
    const all = image ? [image, ...pictures] : pictures;
    const thumbnail = all[0] ?? episode?.cover;
    return [
      ...(thumbnail ? [thumbnailElement(thumbnail, placeholders)] : []),
      // Aggregators that want to know what is on every picture read RSS; in Atom the text says it. Podcast apps take every
      // `media:content` for a recording, and have the picture as `itunes:image`.
      ...(isEpisode ? [] : all).map((picture) =>
        pictureElement(picture, name === 'rss' || picture === image, placeholders),
      ),
      ...(name === 'rss' ? enclosureElements(article, placeholders, isEpisode) : []),
    ];
  },
};

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(
  name: string,
  attributes: Attributes,
  placeholders: Placeholders,
  children: readonly XmlElement[] = [],
): XmlElement {
  const written: Record<string, string> = {};
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) written[key] = placeholders.text(String(value));
  }
  return { name: `media:${name}`, attributes: written, children };
}

function texts(
  named: Readonly<Record<string, string | undefined>>,
  placeholders: Placeholders,
): XmlElement[] {
  return Object.entries(named).flatMap(([name, text]) =>
    text ? [{ name: `media:${name}`, text: placeholders.text(text) }] : [],
  );
}

function thumbnailElement({ url, width, height }: ArticleImage, placeholders: Placeholders): XmlElement {
  return element('thumbnail', { url, width, height }, placeholders);
}

function pictureElement(picture: ArticleImage, isDescribed: boolean, placeholders: Placeholders): XmlElement {
  const { url, alt, caption, credit, width, height, bytes } = picture;
  const known = lookup(new URL(url).pathname);
  const type = known?.startsWith('image/') ? known : undefined;
  const described = isDescribed ? texts({ title: caption, description: alt, credit }, placeholders) : [];
  const attributes = { url, fileSize: bytes, type, medium: 'image', width, height };
  return element('content', attributes, placeholders, described);
}

/**
 * The enclosures that RSS has no place for. The first one in other formats or qualities makes a group with it, whose end it
 * is, and that of the item: newsboat plays the last `media:content` that it finds. Podcasts have elements of their own for that.
 */
function enclosureElements(
  article: PublishedArticle,
  placeholders: Placeholders,
  isEpisode: boolean,
): XmlElement[] {
  const first = mainEnclosure(article) ?? article.enclosures[0];
  const others = article.enclosures.filter((enclosure) => enclosure !== first);
  const alternates = others.filter(({ isAlternate }) => isAlternate);
  const group =
    first && alternates.length > 0 && !isEpisode
      ? [
          element('group', {}, placeholders, [
            ...alternates.map((each) => enclosureElement(each, placeholders)),
            enclosureElement(first, placeholders, true),
          ]),
        ]
      : [];
  const further = others.filter(({ isAlternate }) => !isAlternate);
  return [...further.map((each) => enclosureElement(each, placeholders)), ...group];
}

function enclosureElement(enclosure: Enclosure, placeholders: Placeholders, isDefault = false): XmlElement {
  const { url, type, length, title, duration, bitrate, width, height } = enclosure;
  const attributes = {
    ...{ url, fileSize: length || undefined, type },
    isDefault: isDefault ? 'true' : undefined,
    // Kilobits and whole seconds (Media RSS 1.5.1, "media:content").
    bitrate: bitrate && Math.round(bitrate / 1000),
    duration: duration && Math.round(duration),
    ...{ width, height },
  };
  return element('content', attributes, placeholders, texts({ title }, placeholders));
}
