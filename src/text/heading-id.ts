/** `{#id}`, `{#id .class}`, `{: #id}`, `{.class}`, or a comment of MDX with an id, at the end of a heading. */
const attributes = /^\{(?::?[ \t]*[#.][\p{L}\w-][^{}<>]*|\/\*[ \t]*#[\w-]+[ \t]*\*\/)\}$/u;

/**
 * Takes the attribute list off the end of a heading, as most tools read it.
 *
 * @param html the heading, rendered
 * @returns the rest, and the id that the list gives, if any
 */
export function takeId(html: string): { inner: string; written?: string } {
  const at = html.endsWith('}') ? html.lastIndexOf('{') : -1;
  const list = at === -1 ? '' : html.slice(at);
  if (!attributes.test(list)) return { inner: html };
  const [, written] = /#([\p{L}\p{N}\p{M}_:.-]+)/u.exec(list) ?? [];
  const inner = html.slice(0, at).trimEnd();
  return written === undefined ? { inner } : { inner, written };
}
