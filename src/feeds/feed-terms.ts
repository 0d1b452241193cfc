import type { PublishedArticle } from '../articles/article.js';
import { siteWords } from '../language/site-words.js';
import { type Feed, type FeedIdentity, isMainFeed } from './feed.js';
import type { FeedSite } from './feed-site.js';

/** What the settings of a site say of one feed, or of all of a kind. */
export interface OwnSettings {
  title?: string | undefined;
  description?: string | undefined;
  limit?: number | undefined;
  content?: Feed['content'] | undefined;
  archives?: boolean | undefined;
}

/** How many items a feed of a tag or an author has, unless the settings say otherwise. */
const fewItems = 10;

/**
 * How far back a feed goes, and how much of an article it holds. An article has several tags and authors, so that whole
 * texts in all of their feeds would be most of what is published.
 *
 * @param isByLanguage whether the main feed is in the site's own language, and not of all languages
 */
export function extentOf(
  identity: FeedIdentity,
  own: OwnSettings,
  site: FeedSite,
  isByLanguage: boolean,
): Pick<Feed, 'limit' | 'content' | 'archives' | 'archiveContent'> {
  const { kind } = identity;
  const isSmall = kind === 'tag' || kind === 'author';
  const content = own.content ?? (isSmall ? 'summary' : site.content);
  const isMain = isMainFeed(identity);
  // Every article stands whole in one archive, and in those of other feeds it would only stand again.
  const isWhole = kind === 'all' || (isMain && isByLanguage) || site.archiveContent === 'full';
  return {
    limit: own.limit ?? (isSmall ? Math.min(fewItems, site.limit) : site.limit),
    content,
    archives: own.archives ?? (isMain && site.archives),
    archiveContent: isWhole ? content : 'summary',
  };
}

/** The title of a feed in lists of subscriptions; one in another language differs from that in the site's own. */
export function titleOf(identity: FeedIdentity, language: string, own: OwnSettings, site: FeedSite): string {
  const { kind, name, only } = identity;
  const siteTitle = site.languages[language]?.title ?? site.title;
  if (kind === 'podcast') return own.title ?? siteTitle;
  const title = isMainFeed(identity) ? siteTitle : `${siteTitle}: ${own.title ?? name}`;
  const isDistinct = !only || only === site.language || siteTitle !== site.title;
  return isDistinct ? title : `${title} (${siteWords(site, only).languageName})`;
}

/** The language that all of these are in; that of the site where there are several. */
export function commonLanguage(articles: readonly PublishedArticle[], site: FeedSite): string {
  const first = articles[0]?.language ?? site.language;
  return articles.every(({ language }) => language === first) ? first : site.language;
}
