import { jsonText } from '../text/escape-xml.js';

/** JSON that may stand inside of a `script` element: no text in it can end the element or begin a comment. */
export function scriptJson(value: unknown): string {
  return jsonText(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
