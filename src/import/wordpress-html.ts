import { absentWord } from '../text/absent-word.js';
import { escapeHtmlAttribute } from '../text/escape-html.js';

const blocks =
  /^<\/?(?:address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|iframe|!--)/i;

/** A picture in the media library of a WordPress. */
export interface Picture {
  url: string;
  alt: string;
}

/**
 * The body of a post as HTML: paragraphs where WordPress has blank lines, and its shortcodes as what they mean.
 *
 * @param picturesOf the pictures of a gallery, by the ids that it names, or those of the post where it names none
 */
export function wordpressHtml(
  content: string,
  picturesOf: (ids: readonly string[]) => readonly Picture[] = () => [],
): string {
  const lines = content.replace(/\r\n?/g, '\n');
  const plain = between(
    lines,
    /<!--\s*\/?wp:/g,
    () => /-->\n?/g,
    () => '',
  );
  const captioned = between(plain, /\[caption\b[^\][]*\]/g, () => /\[\/caption\]/g, figure);
  const embedded = between(
    captioned,
    /\[embed\b[^\][]*\]/g,
    () => /\[\/embed\]/g,
    (inner) => `\n\n${inner}\n\n`,
  );
  return paragraphs(
    embedded
      .replace(/\[(audio|video)\b([^\][]*)\](?:\[\/\1\])?/g, player)
      .replace(
        /\[gallery\b([^\][]*)\]/g,
        (whole, attributes: string) => gallery(attributes, picturesOf) ?? whole,
      ),
  );
}

/** Shortcodes that are left in the body of a post, by their names: those with attributes, and galleries. */
export function shortcodesIn(html: string): string[] {
  const found = html.matchAll(
    /\[(gallery\b(?!-)|[a-z][\w-]{1,40}(?= +(?:[\w-]{1,40}=["'\u201c\u201d]|https?:\/\/)))[^\][]{0,1000}\]/g,
  );
  return [...new Set([...found].map(([, name = '']) => name))];
}

/** The pictures of a gallery; nothing where there are none. */
function gallery(
  attributes: string,
  picturesOf: (ids: readonly string[]) => readonly Picture[],
): string | undefined {
  const [, ids = ''] = /\b(?:ids|include)=["']?([\d, ]+)/.exec(attributes) ?? [];
  const pictures = picturesOf(
    ids
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  );
  if (pictures.length === 0) return undefined;
  const images = pictures.map(
    ({ url, alt }) => `<p><img src="${escapeHtmlAttribute(url)}" alt="${escapeHtmlAttribute(alt)}"></p>`,
  );
  return `\n\n${images.join('\n\n')}\n\n`;
}

/**
 * Replaces what stands between a beginning and its end, with both; where there is no end, everything stays. Looks at each
 * character a few times at most, however long the text is.
 *
 * @param endOf what ends that which begins so
 * @param write what stands there instead; nothing where it stays
 */
function between(
  text: string,
  begin: RegExp,
  endOf: (begin: string) => RegExp,
  write: (inner: string, whole: string) => string | undefined,
): string {
  let [written, at] = ['', 0];
  for (let start = nextOf(begin, text, 0); start; start = nextOf(begin, text, at)) {
    const inner = start.index + start[0].length;
    const end = nextOf(endOf(start[0]), text, inner);
    if (!end) break;
    const to = end.index + end[0].length;
    const whole = text.slice(start.index, to);
    written += text.slice(at, start.index) + (write(text.slice(inner, end.index), whole) ?? whole);
    at = to;
  }
  return written + text.slice(at);
}

function nextOf(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** A picture, and the words below it; without a picture the shortcode stays. */
function figure(inner: string): string | undefined {
  const start = inner.search(/<img\b/);
  const end = start === -1 ? -1 : inner.indexOf('>', start);
  if (end === -1) return undefined;
  const link = /^\s*<\/a>/.exec(inner.slice(end + 1))?.[0] ?? '';
  const picture = inner.slice(0, end + 1) + link;
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
  const closing = (opening: string) => new RegExp(`</${opening.slice(1)}\\s*>`, 'gi');
  const hidden = between(html, /<(?:pre|script|style)\b/gi, closing, (_inner, whole) => {
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
