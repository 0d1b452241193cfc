import type { PublishedArticle } from '../articles/article.js';
import { siteWords } from '../language/site-words.js';
import type { Feed, FeedIdentity } from './feed.js';
import type { FeedSite } from './feed-site.js';

/** What the settings of a site say of one feed, or of all of a kind. */
export interface OwnSettings {
  title?: string | undefined;
  description?: string | undefined;
  limit?: number | undefined;
  archives?: boolean | undefined;
}

/**
 * Every article stands whole in the archive of everything, and of its language. In those of its section, tags and authors
 * it would stand whole some five times more.
 */
export function archiveContentOf(
  { kind }: FeedIdentity,
  { content, archiveContent }: FeedSite,
): Feed['archiveContent'] {
  const isWhole = kind === 'all' || kind === 'language' || archiveContent === 'full';
  return isWhole ? content : 'summary';
}

/** The title of a feed in lists of subscriptions; one that holds a single language differs from that of all. */
export function titleOf(identity: FeedIdentity, language: string, own: OwnSettings, site: FeedSite): string {
  const { kind, name, only } = identity;
  const siteTitle = site.languages[language]?.title ?? site.title;
  const isPlain = kind === 'all' || kind === 'language';
  const title = isPlain ? siteTitle : `${siteTitle}: ${own.title ?? name}`;
  const isDistinct = !only || (isPlain && siteTitle !== site.title);
  return isDistinct ? title : `${title} (${siteWords(site, only).languageName})`;
}

/** The language that all of these are in; that of the site where there are several. */
export function commonLanguage(articles: readonly PublishedArticle[], site: FeedSite): string {
  const first = articles[0]?.language ?? site.language;
  return articles.every(({ language }) => language === first) ? first : site.language;
}
