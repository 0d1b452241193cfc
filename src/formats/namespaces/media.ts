import { lookup } from 'mrmime';
import type { PublishedArticle } from '../../articles/article.js';
import type { ArticleImage, Enclosure } from '../../articles/enclosure.js';
import { mainEnclosure } from '../../feeds/podcasts/podcast.js';
import type { Placeholders } from '../feed-package/placeholders.js';
import type { Namespace } from './namespace.js';
import type { XmlElement } from './xml-element.js';

/**
 * The picture of an item, and in RSS, which has a place for one enclosure only, all further ones (Media RSS 1.5.1). Atom
 * has no place for the description of a picture.
 */
export const media: Namespace = {
  prefix: 'media',
  uri: 'http://search.yahoo.com/mrss/',
  formats: ['rss', 'atom'],
  itemElements({ article }, placeholders, { name }) {
    const { image } = article;
    const isRss = name === 'rss';
    const picture = image ? [pictureElement(image, isRss, placeholders)] : [];
    const further = isRss ? furtherEnclosures(article) : [];
    return [...picture, ...further.map((enclosure) => enclosureElement(enclosure, placeholders))];
  },
};

/**
 * The enclosures that RSS has no place for, but for the first one in other formats: those are alternates of Podcasting 2.0,
 * and newsboat would play one of them instead.
 */
function furtherEnclosures(article: PublishedArticle): Enclosure[] {
  const first = mainEnclosure(article) ?? article.enclosures[0];
  return article.enclosures.filter((enclosure) => enclosure !== first && !enclosure.isAlternate);
}

function pictureElement(
  { url, alt, width, height }: ArticleImage,
  isRss: boolean,
  placeholders: Placeholders,
): XmlElement {
  const type = lookup(new URL(url).pathname);
  const attributes = {
    url: placeholders.text(url),
    type: type?.startsWith('image/') ? placeholders.text(type) : undefined,
    medium: 'image',
    width: width === undefined ? undefined : placeholders.text(String(width)),
    height: height === undefined ? undefined : placeholders.text(String(height)),
  };
  const describe = isRss && alt ? [{ name: 'media:description', text: placeholders.text(alt) }] : [];
  return { name: 'media:content', attributes, children: describe };
}

function enclosureElement(
  { url, type, length, title, duration }: Enclosure,
  placeholders: Placeholders,
): XmlElement {
  const attributes = {
    url: placeholders.text(url),
    fileSize: length > 0 ? placeholders.text(String(length)) : undefined,
    type: placeholders.text(type),
    duration: duration === undefined ? undefined : placeholders.text(String(Math.round(duration))),
  };
  const describe = title ? [{ name: 'media:title', text: placeholders.text(title) }] : [];
  return { name: 'media:content', attributes, children: describe };
}
