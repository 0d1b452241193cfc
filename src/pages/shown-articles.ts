import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';

/** An article that documents show, and how much of it their items hold. */
export interface ShownArticle {
  article: PublishedArticle;
  contents: ReadonlySet<Feed['content']>;
}

const none: ReadonlySet<Feed['content']> = new Set();

/**
 * The articles that documents of feeds may show, each once. Feeds with archives are cut by how large their articles are in
 * the head, so that every article of theirs is wanted so.
 *
 * @param others articles that are shown whether or not a feed has them
 */
export function shownArticles(feeds: readonly Feed[], others: readonly PublishedArticle[]): ShownArticle[] {
  const shown = new Map<PublishedArticle, ReadonlySet<Feed['content']>>();
  for (const article of others) shown.set(article, none);
  const add = (article: PublishedArticle, content: Feed['content']) => {
    const known = shown.get(article) ?? none;
    if (!known.has(content)) shown.set(article, combination([...known, content]));
  };
  for (const { articles, limit, content, archives, archiveContent } of feeds) {
    for (const article of archives ? articles : articles.slice(0, limit)) add(article, content);
    if (archives) for (const article of articles.slice(limit)) add(article, archiveContent);
  }
  return [...shown].map(([article, contents]) => ({ article, contents }));
}

const combinations = new Map<string, ReadonlySet<Feed['content']>>();

/** One set for all articles that are shown alike. */
function combination(contents: readonly Feed['content'][]): ReadonlySet<Feed['content']> {
  const key = [...contents].sort().join();
  const known = combinations.get(key) ?? new Set(contents);
  combinations.set(key, known);
  return known;
}
