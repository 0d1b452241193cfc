import { decodeHTML } from 'entities';

/** The text of a piece of HTML: no tags, character references resolved. White space stays as it is. */
export function textOf(html: string): string {
  return decodeHTML(html.replace(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/gi, ''));
}
