import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';

/** Folder of an older part of a feed, the oldest of which is the first. */
export function olderPath({ path }: Pick<Feed, 'path'>, number: number): string {
  return `${path}older/${number}/`;
}

/** A part of a feed: the folder of its documents, and the articles in them. */
export interface FeedPart {
  path: string;
  articles: readonly PublishedArticle[];
  /** Folders of the parts with older and newer articles. */
  older?: string;
  newer?: string;
}

/**
 * What documents are made of, beside the settings and the program: as long as a key is the same, so is the document.
 * There is none where that is not known.
 */
export interface DocumentKeys {
  /** The key of the page of an article. */
  page(article: PublishedArticle): string | undefined;
  /** The key of the documents of a part of a feed, and of its page. */
  part(feed: Feed, part: FeedPart): string | undefined;
}
