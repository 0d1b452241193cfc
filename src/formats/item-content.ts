import type { PublishedArticle } from '../articles/article.js';
import { directionOf } from '../language/direction.js';
import { decodePath } from '../platform/decode-path.js';
import { decodeAttribute, escapeHtmlAttribute, escapeHtmlText } from '../text/escape-html.js';

/** What a site says about the text of items. */
export interface ItemSite {
  /** Absolute address of the site, ending in `/`. */
  url: string;
  language: string;
  /** Whether the picture of an article stands before its text. */
  contentImage: boolean;
  /** What items of link posts lead to in RSS and Atom: their own page, or the page elsewhere. */
  linkPosts: 'page' | 'target';
}

/** The text of a body begins with a picture or a video, whatever stands around it. */
const beginsWithPicture = /^\s*(?:<(?:p|figure|a|div|picture)\b[^>]*>\s*)*<(?:img|video|source)\b/;

/**
 * The text of an article as items have it: with its picture before it, unless the text begins with one or shows that one
 * later, since many readers show no other; and in the direction of its language, which nothing around it tells a reader.
 *
 * @param html safe, with absolute addresses; empty where there is no text
 */
export function itemContent(article: PublishedArticle, html: string, site: ItemSite): string {
  if (html === '') return html;
  const { image, language } = article;
  const shows = !site.contentImage || !image || beginsWithPicture.test(html) || shownIn(html, image.url);
  const text = withFallbacks(shows ? html : `${pictureOf(image)}\n${html}`);
  return directionOf(language) === 'rtl' ? `<div dir="rtl">\n${text}\n</div>` : text;
}

/** Sound and video with a link inside, which stands in their place where a reader does not show them. */
function withFallbacks(html: string): string {
  if (!html.includes('<video') && !html.includes('<audio')) return html;
  let result = '';
  let from = 0;
  for (const { 0: tag, 1: name = '', index } of html.matchAll(/<(video|audio)\b[^<>]*>/g)) {
    const start = index + tag.length;
    const end = html.indexOf(`</${name}>`, start);
    if (index < from || end === -1) continue;
    const inner = html.slice(start, end);
    const [, src] = / src="([^"]*)"/.exec(tag + inner) ?? [];
    if (!src || inner.includes('<a ')) continue;
    const address = decodeAttribute(src);
    const label = decodePath(address.slice(address.lastIndexOf('/') + 1)) || address;
    result += `${html.slice(from, end)}<a href="${src}">${escapeHtmlText(label)}</a>`;
    from = end;
  }
  return result + html.slice(from);
}

/** What an item leads to in RSS and Atom, and the other address of a link post; JSON Feed has a place for each. */
export function itemLinks(
  { url, link }: Pick<PublishedArticle, 'url' | 'link'>,
  { linkPosts }: Pick<ItemSite, 'linkPosts'>,
): { link: string; related: string | undefined } {
  return link !== undefined && linkPosts === 'target' ? { link, related: url } : { link: url, related: link };
}

function shownIn(html: string, url: string): boolean {
  return html.includes(`src="${escapeHtmlAttribute(url)}"`);
}

function pictureOf(image: NonNullable<PublishedArticle['image']>): string {
  const { url, alt = '', caption, credit, width, height } = image;
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  const picture = `<img src="${escapeHtmlAttribute(url)}" alt="${escapeHtmlAttribute(alt)}"${size} />`;
  const words = [caption, credit].filter(Boolean).join(' · ');
  if (words === '') return `<p>${picture}</p>`;
  return `<figure>${picture}<figcaption>${escapeHtmlText(words)}</figcaption></figure>`;
}
