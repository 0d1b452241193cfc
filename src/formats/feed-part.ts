import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';

/** Folder of an older part of a feed, the oldest of which is the first. */
export function olderPath({ path }: Pick<Feed, 'path'>, number: number): string {
  return `${path}older/${number}/`;
}

/** The folder of the feed that a document belongs to, by its path, and whether it is one of its older parts. */
export function placeOfDocument(path: string): { folder: string; isArchive: boolean } {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const [older = ''] = /(?:^|(?<=\/))older\/\d+\/$/.exec(folder) ?? [];
  return { folder: folder.slice(0, folder.length - older.length), isArchive: older !== '' };
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
