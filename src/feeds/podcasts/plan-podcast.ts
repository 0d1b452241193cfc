import type { PublishedArticle } from '../../articles/article.js';
import { matches } from '../collection-filter.js';
import type { FeedSite } from '../feed-site.js';
import { feedSlug } from '../feed-slug.js';
import type { Podcast, SitePodcast } from './podcast.js';

/** The episodes of a podcast: the articles that it is made of, as far as they have sound or video. */
export function episodesOf(
  { section, tag, collection, language }: SitePodcast,
  articles: readonly PublishedArticle[],
  { feeds }: FeedSite,
): PublishedArticle[] {
  const where = feeds.collections.find(({ slug }) => slug === collection)?.where;
  const has = (names: readonly string[], wanted: string | undefined) =>
    wanted === undefined || names.some((name) => feedSlug(name) === feedSlug(wanted));
  return articles.filter(
    (article) =>
      article.episode !== undefined &&
      has(article.sections, section) &&
      has(article.tags, tag) &&
      (!where || matches(article, where)) &&
      (!language || article.language === language),
  );
}

/** What the settings say of a podcast, with what the site says where they are silent. */
export function podcastOf(settings: SitePodcast, { author, title }: FeedSite): Podcast {
  const { category, artwork, owner, explicit, type, medium, locked, funding, license, txt, guid, complete } =
    settings;
  return {
    ...{ artwork, explicit, type, medium, locked, funding, license, txt, guid, complete },
    owner: owner ?? author,
    categories: category,
    author: settings.author ?? author?.name ?? title,
  };
}
