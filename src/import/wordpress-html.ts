import { absentWord } from '../articles/body/absent-word.js';

const blocks =
  /^<\/?(?:address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|iframe|!--)/i;

/** The body of a post as HTML: paragraphs where WordPress has blank lines, and its shortcodes as what they mean. */
export function wordpressHtml(content: string): string {
  const html = content
    .replace(/\r\n?/g, '\n')
    .replace(/<!--\s*\/?wp:(?:(?!<!--)[\s\S])*?-->\n?/g, '')
    .replace(/\[caption\b[^\][]*\]((?:(?!\[\/?caption\b)[\s\S])*)\[\/caption\]/g, captioned)
    .replace(/\[embed\b[^\][]*\]((?:(?!\[\/?embed\b)[\s\S])*)\[\/embed\]/g, '\n\n$1\n\n')
    .replace(/\[(audio|video)\b([^\][]*)\](?:\[\/\1\])?/g, player)
    .replace(/\[gallery\b[^\][]*\]/g, '');
  return paragraphs(html);
}

/** A picture, and the words below it; without a picture the shortcode stays. */
function captioned(whole: string, inner: string): string {
  const [picture] = /^[\s\S]*?<img\b[^<>]*>(?:\s*<\/a>)?/.exec(inner) ?? [];
  if (picture === undefined) return whole;
  return `\n\n<figure>${picture}<figcaption>${inner.slice(picture.length)}</figcaption></figure>\n\n`;
}

function player(whole: string, kind: string, attributes: string): string {
  const [, src] = /(?:src|mp3|mp4|m4a|ogg|webm)="([^"]+)"/.exec(attributes) ?? [];
  return src === undefined ? whole : `\n\n<${kind} controls src="${src}"></${kind}>\n\n`;
}

/** What is no block of its own becomes a paragraph; a line end within one is a break. */
function paragraphs(html: string): string {
  const mark = absentWord(html);
  const kept: string[] = [];
  const hidden = html.replace(/<(pre|script|style)\b(?:(?!<\1\b)[\s\S])*?<\/\1>/gi, (whole) => {
    kept.push(whole);
    return `\n\n${mark}\n\n`;
  });
  const parts = hidden.split(/\n\s*\n/).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      if (part === mark) return kept.shift() ?? '';
      if (blocks.test(part)) return part;
      if (/^https?:\/\/\S+$/.test(part)) return `<p><a href="${part}">${part}</a></p>`;
      return `<p>${part.replace(/\n/g, '<br>\n')}</p>`;
    })
    .join('\n');
}
