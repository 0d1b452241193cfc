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
