import type { PublishedArticle } from '../articles/article.js';
import type { Bodies } from '../body/rendered-body.js';
import type { Feed } from '../feeds/feed.js';
import type { DocumentKeys, FeedPart } from '../formats/feed-part.js';
import type { SiteIndex } from '../pages/site-index.js';
import { digestOf } from '../platform/digest.js';

/**
 * Tells what documents are made of, beside the settings and the program: as long as that is the same, so are they.
 */
export class DigestKeys implements DocumentKeys {
  private readonly frame: string;
  private readonly known = new Map<PublishedArticle, string>();

  /** @param keyOf what tells the file of an article from all others, where that is known */
  constructor(
    private readonly bodies: Bodies,
    private readonly siteIndex: SiteIndex,
    private readonly keyOf: (article: PublishedArticle) => string | undefined,
  ) {
    this.frame = frameOf(siteIndex);
  }

  /** The page of an article: also its neighbours, its translations, and what the header of every page shows. */
  page(article: PublishedArticle): string | undefined {
    const own = this.article(article);
    if (!own) return undefined;
    const { newer, older } = this.siteIndex.neighboursOf(article);
    const others = this.siteIndex.translationsOf(article);
    const named = [newer, older, ...others].map((other) => other && [other.url, other.title, other.language]);
    return digestOf([own, this.frame, JSON.stringify(named)].join('\n'));
  }

  /** The documents of a part of a feed, and its page. */
  part(feed: Feed, { articles, ...part }: FeedPart): string | undefined {
    const { articles: _, ...about } = feed;
    const own: string[] = [];
    for (const article of articles) {
      const key = this.article(article);
      if (!key) return undefined;
      own.push(key);
    }
    // Trailers stand at the top of a podcast, wherever they are in it.
    const trailers = feed.podcast ? feed.articles.filter(({ episode }) => episode?.type === 'trailer') : [];
    own.push(...trailers.map((trailer) => this.article(trailer) ?? ''));
    return digestOf([JSON.stringify([about, part]), this.frame, ...own].join('\n'));
  }

  private article(article: PublishedArticle): string | undefined {
    const known = this.known.get(article);
    if (known !== undefined) return known;
    const file = this.keyOf(article);
    const { version } = this.bodies.facts(article);
    if (file === undefined || version === '') return undefined;
    const { id, url, title, image, enclosures, episode } = article;
    const made = JSON.stringify([id, url, title, image, enclosures, episode]);
    const key = digestOf([file, version, made].join('\n'));
    this.known.set(article, key);
    return key;
  }
}

/** What pages show of the site around them: sections by their weight, and which names have a feed. */
function frameOf(siteIndex: SiteIndex): string {
  const feeds = siteIndex.feeds.map(({ kind, name, only, path, title, language }) => [
    ...[kind, name, only, path, title, language],
  ]);
  const localizedSites = siteIndex
    .allLanguages()
    .map((localized) => [
      localized.path,
      ...localized.sections.map((feed) => feed.path),
      ...siteIndex.listsOf(localized).map((list) => list.path),
    ]);
  return digestOf(JSON.stringify([feeds, localizedSites, siteIndex.languages]));
}
