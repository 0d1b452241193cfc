import type { PublishedArticle } from '../articles/article.js';
import type { Site } from '../site/site.js';
import type { Feed } from './feed.js';

/** Decides which feeds a site has, and which articles each of them holds. */
export function planFeeds(articles: readonly PublishedArticle[], site: Site): Feed[] {
  const { title, description, language, limit, content } = site;
  return [{ title, description, language, path: '', articles, limit, content }];
}
