import type { Placeholders } from '../feed-package/placeholders.js';
import type { FeedHead, FeedItem } from '../format.js';
import type { XmlElement } from './xml-element.js';

/** The format of XML that elements are for: what some are called depends on it. */
export interface XmlFormat {
  name: 'rss' | 'atom';
  mediaType: string;
}

/** A namespace whose elements stand in feeds of XML beside those of the format. A new one is a file and a line in the table. */
export interface Namespace {
  prefix: string;
  uri: string;
  /** The formats that it is declared and used in. */
  formats: readonly XmlFormat['name'][];
  /** Whether it is declared in a document; it is in every document where nothing says so. */
  isUsed?(head: FeedHead): boolean;
  /** Its elements in an item; values stand in them as placeholders. */
  itemElements?(item: FeedItem, placeholders: Placeholders, format: XmlFormat): XmlElement[];
  /** Its elements in a feed, which follow those of the format. */
  feedElements?(head: FeedHead, placeholders: Placeholders, format: XmlFormat): XmlElement[];
}
