import { directionOf } from '../language/direction.js';
import type { Placeholders } from './feed-package/placeholders.js';
import type { BrowserNote } from './format.js';

/**
 * What makes an XML feed readable in a browser: CSS, since browsers no longer have XSLT, and a few words in XHTML as a
 * child of `channel` or `feed`, whose links can be followed, with a script that makes links of the items.
 */
export function noteElement(note: BrowserNote, placeholders: Placeholders): string {
  const links = note.links.map(
    ({ url, text }) => `<a href="${placeholders.text(url)}">${placeholders.text(text)}</a>`,
  );
  return [
    `<div xmlns="http://www.w3.org/1999/xhtml" class="note"${directionOf(note.language) === 'rtl' ? ' dir="rtl"' : ''}>`,
    `<p>${placeholders.text(note.text)}</p>`,
    `<p>${links.join(' ')}</p>`,
    `<script src="${placeholders.text(note.script)}"></script>`,
    '</div>',
  ].join('\n');
}

/** The instruction that gives a document its style sheet (Associating Style Sheets with XML documents 1.0). */
export function stylesheetInstruction(note: BrowserNote, placeholders: Placeholders): string {
  return `<?xml-stylesheet type="text/css" href="${placeholders.text(note.stylesheet)}"?>`;
}
