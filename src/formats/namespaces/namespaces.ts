import { compareText } from '../../text/compare-text.js';
import type { Placeholders } from '../feed-package/placeholders.js';
import type { FeedHead, FeedItem } from '../format.js';
import { atomInRss } from './atom-in-rss.js';
import { content } from './content.js';
import { dublinCore } from './dublin-core.js';
import { history } from './history.js';
import { itunes } from './itunes.js';
import { media } from './media.js';
import type { Namespace, XmlFormat } from './namespace.js';
import { podcast } from './podcast.js';
import { source } from './source.js';
import type { XmlElement } from './xml-element.js';

/** Every namespace, in the order in which items and feeds have their elements. A new one is a new line here. */
const namespaces: readonly Namespace[] = [
  ...[content, dublinCore, atomInRss, media, itunes, podcast, source],
  history,
];

/** The namespaces of a document, as the attributes that declare them, by their prefixes: `xmlns:dc="…"`. */
export function declarationsFor(format: XmlFormat['name'], head: FeedHead): string[] {
  const used = usedIn(format).filter(({ isUsed }) => isUsed?.(head) ?? true);
  const all = used.toSorted((a, b) => compareText(a.prefix, b.prefix));
  return all.map(({ prefix, uri }) => `xmlns:${prefix}="${uri}"`);
}

/** What the namespaces add to an item. */
export function itemElements(item: FeedItem, placeholders: Placeholders, format: XmlFormat): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const namespace of usedIn(format.name)) {
    const own = namespace.itemElements?.(item, placeholders, format) ?? [];
    if (own.length > 0) elements.push(...own);
  }
  return elements;
}

/** What the namespaces add to a feed. */
export function feedElements(head: FeedHead, placeholders: Placeholders, format: XmlFormat): XmlElement[] {
  return usedIn(format.name).flatMap(
    (namespace) => namespace.feedElements?.(head, placeholders, format) ?? [],
  );
}

const byFormat = {
  rss: namespaces.filter(({ formats }) => formats.includes('rss')),
  atom: namespaces.filter(({ formats }) => formats.includes('atom')),
};

function usedIn(format: XmlFormat['name']): readonly Namespace[] {
  return byFormat[format];
}
