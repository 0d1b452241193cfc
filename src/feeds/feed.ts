import type { PublishedArticle } from '../articles/article.js';
import type { Podcast } from './podcasts/podcast.js';

/** What the articles of a feed have in common. */
export const feedKinds = ['all', 'language', 'section', 'tag', 'author', 'collection', 'podcast'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Whether a feed has all articles: of the site, or of one of its languages. */
export function isMainFeed({ kind }: Pick<FeedIdentity, 'kind'>): boolean {
  return kind === 'all' || kind === 'language';
}

/** Which feed it is: enough to find it again in a later build. */
export interface FeedIdentity {
  kind: FeedKind;
  /** The section, tag, author, language or collection, as people read it; empty for the whole site. */
  name: string;
  /** Folder of its documents below the site's address: empty for the whole site, else ending in `/`. */
  path: string;
  /** The one language of its articles, where the feed is made for a language. */
  only?: string;
  /** Folder in which it was first published, where that is another one; its id is made of it. */
  first?: string;
  /** Folders that it had before, like `path`. */
  former?: readonly string[];
}

/**
 * How much of an article an item shows. With its source it has the whole text and the Markdown that this was made of; an
 * episode has the whole text, and what podcast apps want to know.
 */
export type Content = 'full' | 'summary' | 'source' | 'episode';

/** What a person can subscribe to: a title, a place on the site, and its articles. */
export interface Feed extends FeedIdentity {
  /** Lasting id: the address at which it was first published. */
  id: string;
  former: readonly string[];
  title: string;
  description: string;
  /** BCP 47 tag of the language that its page is written in. */
  language: string;
  /** Every article that belongs to it, newest first. */
  articles: readonly PublishedArticle[];
  /** Maximum number of items; where older ones go to archives, the head has this many, and less than twice as many. */
  limit: number;
  content: Content;
  /** Whether older articles stay reachable in archive documents (RFC 5005). */
  archives: boolean;
  /** How much of an article these hold. */
  archiveContent: Content;
  /** There will be no further items. */
  isEnded?: true;
  /** What makes it a podcast: a feed of episodes for podcast apps. */
  podcast?: Podcast;
}
