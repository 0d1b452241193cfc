/**
 * A text for an element or an attribute of XML. References are by number, as the RSS Advisory Board's best-practices
 * profile wants them in plain text.
 */
export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&#x26;')
    .replaceAll('<', '&#x3C;')
    .replaceAll('>', '&#x3E;')
    .replaceAll('"', '&#x22;');
}
