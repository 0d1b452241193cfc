import type { Author } from '../articles/article.js';
import type { Enclosure } from '../articles/enclosure.js';

/** An item of a feed, or a post of an export, on its way to become an article. */
export interface ImportedItem {
  /** The lasting id, as it was published. */
  id?: string;
  /** Absolute address of its page. */
  url?: string;
  /** Absolute address of the page elsewhere that it is about. */
  link?: string;
  /** Plain text. */
  title: string;
  /** As it is written in the feed. */
  date?: string;
  updated?: string;
  /** Plain text. */
  summary?: string;
  html: string;
  authors: Author[];
  sections: string[];
  tags: string[];
  image?: { url: string; alt?: string };
  enclosures: Partial<Enclosure>[];
  language?: string;
  draft: boolean;
}

/** What was read from a feed or an export. */
export interface Imported {
  items: ImportedItem[];
  /** Entries that are no articles, and why. */
  leftOut: { title: string; reason: string }[];
  /** Names of the shortcodes of WordPress that nothing here knows, for each post that has one; they stay in its text. */
  shortcodes: string[];
  /** Address of the site. */
  home?: string;
  /** Address of the next document of the same feed, with older items. */
  next?: string;
}
