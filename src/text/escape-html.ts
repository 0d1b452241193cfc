import { withoutIllegalCharacters } from './xml-characters.js';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for an element, where quotes stand for themselves. */
export function escapeHtmlText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text for an attribute in double quotes, as the sanitiser writes it. */
export function escapeHtmlAttribute(text: string): string {
  return escapeHtmlText(text).replaceAll('"', '&quot;');
}

/** The text of an attribute that the sanitiser wrote. */
export function decodeAttribute(written: string): string {
  if (!written.includes('&')) return written;
  return written
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A text for an element or a quoted attribute, without characters that pages and feeds cannot hold. */
export function escapeHtml(text: string): string {
  return withoutIllegalCharacters(text).replace(
    /[&<>"']/g,
    (character) => references[character] ?? character,
  );
}
