import type sanitizeHtml from 'sanitize-html';

/** HTML without what stands inside of frames: text that browsers never show (HTML, 4.8.5). */
export function withoutFallbacks(html: string): string {
  const ends = /<\/iframe/gi;
  let [result, from] = ['', 0];
  for (const { 0: tag, index } of html.matchAll(/<iframe\b[^<>]*>/gi)) {
    // JSX ends elements so, and what follows is no part of them.
    if (index < from || tag.endsWith('/>')) continue;
    const start = index + tag.length;
    ends.lastIndex = start;
    const end = ends.exec(html)?.index;
    if (end === undefined) break;
    result += html.slice(from, start);
    from = end;
  }
  return result + html.slice(from);
}

/** A frame from a host that is not allowed becomes a link. */
export function frame(
  tagName: string,
  attribs: sanitizeHtml.Attributes,
  frames: ReadonlySet<string>,
  resolve: (url: string) => string,
): sanitizeHtml.Tag {
  const src = resolve(attribs.src ?? '');
  if (URL.canParse(src) && frames.has(new URL(src).hostname))
    return { tagName, attribs: { ...attribs, src } };
  return { tagName: 'a', attribs: { href: src }, text: attribs.title || src };
}
