import type { Extension } from 'feed';

/**
 * An extension of `feed`: an element or member that it writes wrongly or not at all. One of the same name as its own
 * replaces it; a list repeats the element; nothing leaves a member of JSON out.
 */
export function extension(name: string, objects: unknown): Extension {
  // `feed` declares objects only, but writes lists, texts and nothing just as well (seen in feed 6.0.0).
  return { name, objects: objects as Extension['objects'] };
}

/**
 * What `feed` wrote into the one element of a name, without its indentation: only placeholders are in the text yet, so that
 * no content is touched.
 */
export function contentIn(xml: string, name: string): string {
  const [, from = ''] = xml.split(new RegExp(`<${name}(?: [^<>]*)?>`), 2);
  const to = from.lastIndexOf(`</${name}>`);
  if (to === -1) throw new Error(`feed wrote no <${name}>.`);
  return from.slice(0, to).trim().replace(/\n\s+/g, '\n');
}

/**
 * Replaces one known piece of what `feed` wrote.
 *
 * @throws Error where the piece is not there: another version of `feed` writes differently, and a document that
 *   lacks something must not be published
 */
export function replaceOnce(xml: string, piece: string | RegExp, replacement: string): string {
  const found = typeof piece === 'string' ? xml.includes(piece) : piece.test(xml);
  if (!found) throw new Error(`feed did not write ${String(piece)}.`);
  return xml.replace(piece, () => replacement);
}
