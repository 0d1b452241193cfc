import type { PublishedArticle } from '../articles/article.js';

/** What a person can subscribe to: a title, a place on the site, and its articles. */
export interface Feed {
  title: string;
  description: string;
  /** BCP 47 tag. */
  language: string;
  /** Folder of its documents below the site's address: empty for the whole site, else ending in `/`. */
  path: string;
  /** Every article that belongs to it, newest first. */
  articles: readonly PublishedArticle[];
  /** The most items in a document. */
  limit: number;
  content: 'full' | 'summary';
}
