import type { PublishedArticle } from '../articles/article.js';
import type { Feed, FeedKind } from '../feeds/feed.js';
import { feedSlug } from '../feeds/feed-slug.js';
import { siteWords } from '../language/site-words.js';
import { pageFile } from '../platform/page-file.js';
import type { Site } from '../site/site.js';
import { compareText } from '../text/compare-text.js';
import type { LocalizedSite, Templates } from './templates.js';

/** A page that lists feeds of one kind. */
export interface FeedList {
  path: string;
  heading: string;
  feeds: readonly Feed[];
}

/** Everything that pages are made from. */
export class SiteIndex {
  private readonly localizedSites = new Map<string, LocalizedSite>();
  private readonly byName = new Map<string, Feed>();
  private readonly front: Feed;
  private podcasts: ReadonlyMap<PublishedArticle, Feed> | undefined;
  private readonly articleFiles: ReadonlySet<string>;
  private readonly lists = new Map<string, FeedList[]>();
  private order: Map<PublishedArticle, number> | undefined;
  private readonly byTranslation = new Map<string, PublishedArticle[]>();

  /**
   * @param articles every published article, newest first
   * @param languages of the site, its own first; none where there is only one
   */
  constructor(
    readonly site: Site,
    readonly feeds: readonly Feed[],
    readonly articles: readonly PublishedArticle[],
    readonly languages: readonly string[],
    readonly templates: Templates,
  ) {
    const front = feeds.find(({ kind }) => kind === 'all');
    if (!front) throw new Error('A site has no feed of everything.');
    this.front = front;
    this.articleFiles = new Set(articles.map(({ path }) => fileOf(path)));
    for (const article of languages.length > 1 ? articles : []) {
      const { translationKey } = article;
      this.byTranslation.set(translationKey, [...(this.byTranslation.get(translationKey) ?? []), article]);
    }
    for (const feed of feeds) this.byName.set(keyOf(feed.kind, feed.name, feed.only), feed);
  }

  /** The podcast that an article is an episode of; the first of several. */
  podcastOf(article: PublishedArticle): Feed | undefined {
    const podcasts = () => this.feeds.filter(({ podcast }) => podcast !== undefined).toReversed();
    this.podcasts ??= new Map(
      podcasts().flatMap((feed) => feed.articles.map((episode) => [episode, feed] as const)),
    );
    return this.podcasts.get(article);
  }

  /** The feed of a section, tag, author or language; of a section, that in one language where there are several. */
  feedOf(kind: FeedKind, name: string, language: string): Feed | undefined {
    const only = kind === 'section' ? this.onlyOf(language) : undefined;
    return this.byName.get(keyOf(kind, name, kind === 'language' ? name : only));
  }

  /**
   * The edition that a page of a language belongs to. The site's own language has the front page, the others have the page
   * of their feed; a language without one belongs to the site's own.
   */
  localized(language: string): LocalizedSite {
    const known = this.localizedSites.get(language);
    if (known) return known;
    const localized = this.localize(language);
    this.localizedSites.set(language, localized);
    return localized;
  }

  /** Every edition, that of the site's own language first. */
  allLanguages(): LocalizedSite[] {
    const localizedSites = [this.site.language, ...this.languages].map((language) =>
      this.localized(language),
    );
    return localizedSites.filter(
      (localized, index) => localizedSites.findIndex(({ path }) => path === localized.path) === index,
    );
  }

  /** Addresses of the pages that are not those of articles, but for archives of feeds. */
  paths(): string[] {
    const own = this.allLanguages().flatMap(({ path }) => [`${path}archive/`, `${path}subscribe/`]);
    return [...own, ...this.feeds.map(({ path }) => path)];
  }

  /** The lists of all sections, tags and authors of an edition that has feeds of them. */
  listsOf(localized: LocalizedSite): FeedList[] {
    const known = this.lists.get(localized.path);
    if (known) return known;
    const { path, words, language, sections } = localized;
    const feedsOf = (kind: FeedKind) =>
      this.feeds.filter((feed) => feed.kind === kind && this.localized(feed.language).language === language);
    const all = [
      { path: `${path}sections/`, heading: words.sections, feeds: sections },
      { path: `${path}tags/`, heading: words.tags, feeds: feedsOf('tag') },
      { path: `${path}authors/`, heading: words.authors, feeds: feedsOf('author') },
    ];
    const lists = all.filter(({ path, feeds }) => feeds.length > 0 && !this.hasArticleAt(path));
    this.lists.set(localized.path, lists);
    return lists;
  }

  /** The articles of the same edition that were published just after and just before another. */
  neighboursOf(article: PublishedArticle): {
    newer: PublishedArticle | undefined;
    older: PublishedArticle | undefined;
  } {
    const { articles } = this.localized(article.language);
    this.order ??= new Map(
      this.allLanguages().flatMap((each) => each.articles.map((one, index) => [one, index] as const)),
    );
    const index = this.order.get(article);
    if (index === undefined) return { newer: undefined, older: undefined };
    return { newer: articles[index - 1], older: articles[index + 1] };
  }

  /** The articles that say the same in other languages. */
  translationsOf(article: PublishedArticle): readonly PublishedArticle[] {
    const same = this.byTranslation.get(article.translationKey) ?? [];
    const others = same.filter(({ language }) => language !== article.language);
    return others.filter(
      ({ language }, index) => others.findIndex((other) => other.language === language) === index,
    );
  }

  /** Whether an article is published where a page of the site would be. */
  hasArticleAt(path: string): boolean {
    return this.articleFiles.has(fileOf(path));
  }

  /** The language that sections of an edition are made for; none where the site's own edition is of all languages. */
  private onlyOf(language: string): string | undefined {
    return language === this.site.language ? this.front.only : language;
  }

  private localize(language: string): LocalizedSite {
    const { site } = this;
    const own = this.feedOf('language', language, language);
    const isHome = language === site.language || !own;
    const used = isHome ? site.language : language;
    const only = this.onlyOf(used);
    const isMixed = isHome && this.front.only === undefined;
    // What has no edition of its own is in the site's.
    const isHere = (article: PublishedArticle) =>
      article.language === used || (isHome && !this.feedOf('language', article.language, article.language));
    const sections = this.feeds.filter((feed) => feed.kind === 'section' && feed.only === only);
    return {
      language: used,
      path: isHome ? '' : own.path,
      title: site.languages[used]?.title ?? site.title,
      description: site.languages[used]?.description ?? site.description,
      copyright:
        site.languages[used]?.copyright ?? site.copyright ?? site.languages[used]?.title ?? site.title,
      words: siteWords(site, used),
      articles: isMixed ? this.articles : this.articles.filter(isHere),
      feed: isHome ? this.front : own,
      sections: sections.toSorted(largerFirst),
    };
  }
}

/**
 * Sections by the order of magnitude of their size (floor of log₂ of the number of articles), then by path. Every page lists
 * them, so their order should rarely change.
 */
function largerFirst(a: Feed, b: Feed): number {
  const sizeOf = ({ articles }: Feed) => Math.floor(Math.log2(Math.max(1, articles.length)));
  return sizeOf(b) - sizeOf(a) || compareText(a.path, b.path);
}

/** The file of a page, on disks that do not tell capital letters from small ones. */
function fileOf(path: string): string {
  const file = pageFile(path);
  return (typeof file === 'string' ? file : path).toLowerCase();
}

/** Names that share a folder share a feed. */
function keyOf(kind: FeedKind, name: string, only: string | undefined): string {
  return `${kind} ${only ?? ''} ${feedSlug(name)}`;
}
