/** An element in a piece of HTML: where it begins, its inner HTML, and what comes after it. */
export interface FoundElement {
  from: number;
  inner: string;
  to: number;
}

/**
 * The next element of a name, from its start tag to the nearest end tag, in time proportional to the text. HTML that was
 * not made safe yet may have anything in it; an element that is not closed is none.
 *
 * @param name pattern of the names that are looked for, such as `h[1-6]`
 * @param start where to begin
 */
export function findElement(html: string, name: string, start = 0): FoundElement | undefined {
  const opening = new RegExp(`<(${name})(?=[\\s/>])`, 'gi');
  opening.lastIndex = start;
  const open = opening.exec(html);
  const inside = open ? html.indexOf('>', opening.lastIndex) + 1 : 0;
  if (!open || inside === 0) return undefined;
  const closing = new RegExp(`</${open[1]}>`, 'gi');
  closing.lastIndex = inside;
  const close = closing.exec(html);
  return close
    ? { from: open.index, inner: html.slice(inside, close.index), to: closing.lastIndex }
    : undefined;
}

/** The inside of the `body` element of a page; a piece of HTML that is no page stays as it is. */
export function insideBody(html: string): string {
  const open = /<body(?=[\s/>])/i.exec(html);
  const inside = open ? html.indexOf('>', open.index) + 1 : 0;
  if (!open || inside === 0) return html;
  const close = html.slice(inside).search(/<\/body>/i);
  return close === -1 ? html.slice(inside) : html.slice(inside, inside + close);
}
