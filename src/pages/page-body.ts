import { escapeHtmlText } from '../text/escape-html.js';
import { findElement } from '../text/html-elements.js';
import { lineOf } from '../text/text-of.js';

/**
 * Makes the addresses on this site relative in HTML that the sanitiser wrote, so that pages work in any folder and
 * without a server. Only attributes change: text that happens to look like one stays.
 *
 * @param html safe HTML, its attributes in double quotes
 * @param siteUrl absolute address of the site, ending in `/`
 * @param toRoot the way from the page to the front page: `../../`
 * @param pageUrl absolute address of the page itself; links to a place on it keep the fragment alone
 */
export function relativeAddresses(html: string, siteUrl: string, toRoot: string, pageUrl: string): string {
  if (!html.includes(siteUrl)) return html;
  return html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/(\s(?:href|src|poster|srcset)=")([^"]*)"/g, (_whole, start: string, value: string) => {
      const parts = value
        .split(', ')
        .map((part) =>
          part.startsWith(`${pageUrl}#`)
            ? part.slice(pageUrl.length)
            : relativeAddress(part, siteUrl, toRoot),
        );
      return `${start}${parts.join(', ')}"`;
    }),
  );
}

/** Columns that are aligned by a class, since HTML no longer has `align` and the pages allow no inline style. */
export function alignByClass(html: string): string {
  if (!html.includes(' align="')) return html;
  return html.replace(/<(t[dh]) align="(left|center|right)">/g, '<$1 class="fw-$2">');
}

/**
 * A body without a first heading that says what the page says above it already.
 *
 * @param title of the article, as plain text
 */
export function withoutRepeatedTitle(html: string, title: string): string {
  if (!html.startsWith('<h1')) return html;
  const heading = findElement(html, 'h1');
  if (!heading || lineOf(heading.inner) !== title) return html;
  return html.slice(heading.to).trimStart();
}

/**
 * A body in which a picture that stands alone in a paragraph has a caption.
 *
 * @param src address of the picture, as the body has it
 * @param caption plain text; none where there is nothing to say
 */
export function withCaption(html: string, src: string, caption: string): string {
  if (caption === '') return html;
  const at = html.indexOf(` src="${src}"`);
  const [start, end] = [html.lastIndexOf('<p><img ', at), html.indexOf('></p>', at)];
  const picture = html.slice(start + 3, end + 1);
  if (at === -1 || start === -1 || end === -1 || /[<>]/.test(picture.slice(1, -1))) return html;
  const figure = `<figure>${picture}<figcaption>${escapeHtmlText(caption)}</figcaption></figure>`;
  return html.slice(0, start) + figure + html.slice(end + '></p>'.length);
}

/** One address, relative where it is on this site. */
export function relativeAddress(url: string, siteUrl: string, toRoot: string): string {
  return url.startsWith(siteUrl) ? toRoot + url.slice(siteUrl.length) : url;
}
