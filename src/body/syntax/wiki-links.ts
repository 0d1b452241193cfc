import { escapeHtml } from '../../text/escape-html.js';
import type { SyntaxContext } from './tag.js';

const link = /(!?)\[\[([^[\]|#\n]{0,200})(?:#([^[\]|\n]{0,200}))?(?:\|([^[\]\n]{0,200}))?\]\]/g;

/** Replaces Obsidian's `[[Page]]`, `[[Page#Heading|text]]` and `![[picture.png]]`; what is no article stays as its text. */
export function replaceWikiLinks(text: string, { address }: SyntaxContext): string {
  return text.replace(link, (whole, mark: string, name: string, place = '', label?: string) => {
    if (/^\s|^_?toc_?$/i.test(name) || (name === '' && place === '')) return whole;
    if (mark)
      return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(name) ? `![](<${name}>)` : `[${name}](<${name}>)`;
    const url = name === '' ? '' : address(name);
    const shown = escapeHtml(label ?? (name || place));
    if (url === undefined) return shown;
    const id = place ? `#${place.trim().toLowerCase().replace(/\s+/g, '-')}` : '';
    return `<a href="${escapeHtml(url + id)}">${shown}</a>`;
  });
}
