/**
 * Characters that XML 1.0 does not allow (section 2.2, production Char): controls other than tab, line feed and
 * carriage return, lone surrogates, U+FFFE and U+FFFF. JSON could hold some of them; readers could not.
 */
const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Finds such a character, or half of a pair, which is one only without the other half. */
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Whether a text has characters that XML does not allow. */
export function hasIllegalCharacters(text: string): boolean {
  return suspect.test(text) && text.search(illegal) !== -1;
}

/** The text without the characters that XML does not allow. */
export function withoutIllegalCharacters(text: string): string {
  return suspect.test(text) ? text.replace(illegal, '') : text;
}

/** The same characters in UTF-8, read one byte a character; valid UTF-8 has no lone surrogates. */
const illegalBytes = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\u00ef\u00bf[\u00be\u00bf]/;

/** Whether valid UTF-8 has characters that XML does not allow. */
export function hasIllegalBytes(bytes: Buffer): boolean {
  return illegalBytes.test(bytes.toString('latin1'));
}

/**
 * A value of lists, groups and texts in which no text has characters that XML does not allow; whatever else is in it
 * stays as it is.
 *
 * @param found told where such a text stood: `languages.ru.title`
 */
export function legalValue(value: unknown, found: (path: string) => void, path = ''): unknown {
  if (typeof value === 'string') {
    const legal = withoutIllegalCharacters(value);
    if (legal !== value) found(path);
    return legal;
  }
  const below = (name: string) => (path ? `${path}.${name}` : name);
  if (Array.isArray(value)) {
    return value.map((part, index) => legalValue(part, found, below(String(index))));
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [
    withoutIllegalCharacters(name),
    legalValue(inner, found, below(name)),
  ]);
  return Object.fromEntries(entries);
}
