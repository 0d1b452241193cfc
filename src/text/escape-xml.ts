import { withoutIllegalCharacters } from './xml-characters.js';

/**
 * Where text leaves for a document. Whatever brought a character that XML 1.0 does not allow, it ends here; who brought
 * it in was told so where it was read (FW030).
 */

/**
 * A text for an element or an attribute of XML. References are by number, as the RSS Advisory Board's best-practices
 * profile wants them in plain text.
 */
export function escapeXml(text: string): string {
  const legal = withoutIllegalCharacters(text);
  if (!/[&<>"]/.test(legal)) return legal;
  return legal
    .replaceAll('&', '&#x26;')
    .replaceAll('<', '&#x3C;')
    .replaceAll('>', '&#x3E;')
    .replaceAll('"', '&#x22;');
}

/**
 * The HTML of a body as a CDATA section, which cannot hold its own end and is split there (XML 1.0, section 2.7).
 *
 * @param html without characters that XML does not allow, as bodies are
 */
export function cdata(html: string): string {
  return `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** A value as JSON (RFC 8259), with the same characters as the other formats. */
export function jsonText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(withoutIllegalCharacters(value));
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? withoutIllegalCharacters(inner) : inner,
  );
}
