import type { PublishedArticle } from '../articles/article.js';
import { compareText } from '../text/compare-text.js';
import { feedSlug } from './feed-slug.js';

/** The articles of one folder. */
export interface Group {
  /** As the oldest article writes it: what newer ones write changes no archive. */
  name: string;
  articles: PublishedArticle[];
  /** Other names of the same folder, each with the newest article that has it. */
  others: Map<string, PublishedArticle>;
}

/**
 * Articles by the folder of their names, in the order of the folders.
 *
 * @param articles newest first
 * @param namesOf the sections, tags or authors of an article
 */
export function groupBySlug(
  articles: readonly PublishedArticle[],
  namesOf: (article: PublishedArticle) => readonly string[],
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const article of articles) {
    for (const name of new Set(namesOf(article))) {
      const slug = feedSlug(name);
      const group: Group = groups.get(slug) ?? { name, articles: [], others: new Map() };
      groups.set(slug, group);
      if (group.articles.at(-1) !== article) group.articles.push(article);
      group.name = name;
      if (!group.others.has(name)) group.others.set(name, article);
    }
  }
  for (const group of groups.values()) group.others.delete(group.name);
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
}
