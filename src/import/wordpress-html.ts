const blocks =
  /^<\/?(?:address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|iframe|!--)/i;

/** The body of a post as HTML: paragraphs where WordPress has blank lines, and its shortcodes as what they mean. */
export function wordpressHtml(content: string): string {
  const html = content
    .replace(/\r\n?/g, '\n')
    .replace(/<!--\s*\/?wp:[\s\S]*?-->\n?/g, '')
    .replace(
      /\[caption\b[^\]]*\]([\s\S]*?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*?)\[\/caption\]/g,
      '\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n',
    )
    .replace(/\[embed\b[^\]]*\]([\s\S]*?)\[\/embed\]/g, '\n\n$1\n\n')
    .replace(
      /\[(audio|video)\b[^\]]*?(?:src|mp3|mp4|m4a|ogg|webm)="([^"]+)"[^\]]*\](?:\[\/\1\])?/g,
      '\n\n<$1 controls src="$2"></$1>\n\n',
    )
    .replace(/\[gallery\b[^\]]*\]/g, '');
  return paragraphs(html);
}

/** What is no block of its own becomes a paragraph; a line end within one is a break. */
function paragraphs(html: string): string {
  const kept: string[] = [];
  const hidden = html.replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/gi, (whole) => {
    kept.push(whole);
    return `\n\n\u0001${kept.length - 1}\u0001\n\n`;
  });
  const parts = hidden.split(/\n\s*\n/).map((part) => part.trim());
  const written = parts
    .filter((part) => part !== '')
    .map((part) => {
      if (blocks.test(part) || /^\u0001\d+\u0001$/.test(part)) return part;
      if (/^https?:\/\/\S+$/.test(part)) return `<p><a href="${part}">${part}</a></p>`;
      return `<p>${part.replace(/\n/g, '<br>\n')}</p>`;
    });
  return written
    .join('\n')
    .replace(/\u0001(\d+)\u0001/g, (_whole, index: string) => kept[Number(index)] ?? '');
}
