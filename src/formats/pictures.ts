import type { PublishedArticle } from '../articles/article.js';
import type { ArticleImage } from '../articles/enclosure.js';
import { decodeAttribute } from '../text/escape-html.js';

/** The most pictures of a text that its item names. */
const mostPictures = 10;
/** Pictures with a side of fewer pixels are signs in the text, and no pictures of it. */
const smallest = 64;

/**
 * The pictures in the text of an item, each once: those on the web that are no signs and not the picture of the article.
 *
 * @param html safe, with absolute addresses
 * @param bytesOf how large a file of the site is, by its address
 */
export function picturesIn(
  html: string,
  { image }: Pick<PublishedArticle, 'image'>,
  bytesOf: (url: string) => number | undefined,
): ArticleImage[] {
  if (!html.includes('<img')) return [];
  const found = new Map<string, ArticleImage>();
  for (const [tag] of html.matchAll(/<img\b[^<>]*>/g)) {
    const url = attribute(tag, 'src');
    if (!url || url === image?.url || !/^https?:/i.test(url) || !URL.canParse(url) || found.has(url))
      continue;
    const [width, height] = [pixels(attribute(tag, 'width')), pixels(attribute(tag, 'height'))];
    if ((width ?? smallest) < smallest || (height ?? smallest) < smallest) continue;
    const [alt, caption, bytes] = [attribute(tag, 'alt'), attribute(tag, 'title'), bytesOf(url)];
    found.set(url, {
      url,
      ...(alt ? { alt } : {}),
      ...(caption ? { caption } : {}),
      ...(width && height ? { width, height } : {}),
      ...(bytes ? { bytes } : {}),
    });
    if (found.size === mostPictures) break;
  }
  return [...found.values()];
}

function attribute(tag: string, name: string): string | undefined {
  const from = tag.indexOf(` ${name}="`);
  if (from === -1) return undefined;
  const start = from + name.length + 3;
  return decodeAttribute(tag.slice(start, tag.indexOf('"', start)));
}

function pixels(value: string | undefined): number | undefined {
  return value && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
