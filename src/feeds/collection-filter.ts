import type { PublishedArticle } from '../articles/article.js';

/** Which articles belong to a collection: all that is given must hold, and of each list one entry. */
export interface CollectionFilter {
  sections?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  authors?: readonly string[] | undefined;
  language?: string | undefined;
  /** What an article must have. */
  has?: 'audio' | 'video' | 'image' | 'enclosure' | 'link' | undefined;
}

/** Whether an article belongs to a collection. */
export function matches(article: PublishedArticle, filter: CollectionFilter): boolean {
  const { sections, tags, authors, language, has } = filter;
  const shares = (wanted: readonly string[] | undefined, names: readonly string[]) =>
    !wanted || wanted.some((name) => names.includes(name));
  return (
    shares(sections, article.sections) &&
    shares(tags, article.tags) &&
    shares(
      authors,
      article.authors.map(({ name }) => name),
    ) &&
    (!language || article.language === language) &&
    (!has || hasKind(article, has))
  );
}

function hasKind(article: PublishedArticle, kind: NonNullable<CollectionFilter['has']>): boolean {
  switch (kind) {
    case 'image':
      return article.image !== undefined;
    case 'link':
      return article.link !== undefined;
    case 'enclosure':
      return article.enclosures.length > 0;
    default:
      return article.enclosures.some(({ type }) => type.startsWith(`${kind}/`));
  }
}
