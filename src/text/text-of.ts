import { decodeHTML } from 'entities';
import { oneLine } from './plain-text.js';
import { withoutIllegalCharacters } from './xml-characters.js';

/**
 * The text of a piece of HTML: no tags, character references resolved, none of the characters that XML does not allow.
 * White space stays as it is.
 */
export function textOf(html: string): string {
  return withoutIllegalCharacters(decodeHTML(withoutTags(html)));
}

/** The text of a piece of HTML in one line, as titles and summaries want it; a line break parts words. */
export function lineOf(html: string): string {
  return oneLine(textOf(html.replace(/<br\s*\/?>/gi, ' ')));
}

/** Takes out comments and tags in one walk; what is never closed stays, as text. */
function withoutTags(html: string): string {
  let text = '';
  let from = 0;
  // Where there is no end after one place, there is none after a later one.
  let [hasCommentEnd, hasTagEnd] = [true, true];
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (at < from) continue;
    const isComment = html.startsWith('!--', at + 1);
    let end = -1;
    if (isComment && hasCommentEnd) {
      end = html.indexOf('-->', at + 4);
      hasCommentEnd = end !== -1;
    } else if (!isComment && hasTagEnd && /^<\/?[a-z]/i.test(html.slice(at, at + 3))) {
      end = html.indexOf('>', at + 1);
      hasTagEnd = end !== -1;
    }
    if (end === -1) continue;
    text += html.slice(from, at);
    from = end + (isComment ? 3 : 1);
    at = from - 1;
  }
  return text + html.slice(from);
}
