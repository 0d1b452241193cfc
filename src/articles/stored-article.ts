import type { Article } from './article.js';
import type { Source } from './source.js';

/** An article as two texts of JSON, without tabs and line ends. */
export interface StoredArticle {
  /** All but its source and its front matter; moments are milliseconds, which are read faster. */
  article: string;
  frontMatter: string;
}

const moments = ['date', 'updated', 'expires', 'publishFrom'] as const;

/** What JSON gives back: moments have become numbers, and what has no value is not there. */
type Parsed = Omit<Article, 'source' | 'frontMatter' | (typeof moments)[number]> &
  Partial<Record<(typeof moments)[number], number>>;

/** An article as text, for the cache and for other threads. */
export function storeArticle({ source: _, frontMatter, ...article }: Article): StoredArticle {
  const numbers = Object.fromEntries(moments.map((name) => [name, article[name]?.getTime()]));
  return { article: JSON.stringify({ ...article, ...numbers }), frontMatter };
}

/** The article that {@link storeArticle} made a text of. */
export function readStoredArticle({ article, frontMatter }: StoredArticle, source: Source): Article {
  const parsed: Parsed = JSON.parse(article);
  const { date, updated, expires, publishFrom } = parsed;
  // Added to the object that is there: a copy of one as large as this takes longer than reading it.
  return Object.assign(parsed, {
    source,
    frontMatter,
    date: momentOf(date),
    updated: momentOf(updated),
    expires: momentOf(expires),
    publishFrom: momentOf(publishFrom),
  });
}

function momentOf(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds);
}
