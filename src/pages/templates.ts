import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';
import type { Words } from '../language/words.js';
import type { Html } from './html.js';

/** The part of a site that is written in one language: where its pages begin, and what is in it. */
export interface LocalizedSite {
  language: string;
  /** Folder below the site's address: empty for the site's own language, else `ru/`. */
  path: string;
  title: string;
  description: string;
  /** What the foot of its pages says: the copyright notice, or the title where there is none. */
  copyright: string;
  words: Words;
  /** All of its articles, newest first; those that are in no feed, too. */
  articles: readonly PublishedArticle[];
  /** The feed of its front page. */
  feed: Feed;
  /** Its sections, by the order of magnitude of their size, then by path. */
  sections: readonly Feed[];
}

/** An article as a list shows it. */
export interface Entry {
  article: PublishedArticle;
  /** Plain text. */
  summary: string;
}

/** What the page of an article is made from. */
export interface ArticleView {
  article: PublishedArticle;
  /** The body, its addresses on this site relative to the page. */
  content: Html;
  /** Plain text. */
  summary: string;
  localized: LocalizedSite;
  /** The way to the front page of the site: `../../`. */
  toRoot: string;
  /** The page that feedwright would write. */
  standard: Html;
}

/** What the header of a page is made from. */
export interface HeaderView {
  localized: LocalizedSite;
  /** The way to the front page of the site: `../../`. */
  toRoot: string;
  /** The header that feedwright would write. */
  standard: Html;
}

/** What a list of articles is made from. */
export interface ListView {
  entries: readonly Entry[];
  localized: LocalizedSite;
  toRoot: string;
  standard: Html;
}

/** Parts of pages that a site can write itself. Each is given what there is to show, and the standard to build on. */
export interface Templates {
  header?: ((view: HeaderView) => Html) | undefined;
  article?: ((view: ArticleView) => Html) | undefined;
  list?: ((view: ListView) => Html) | undefined;
}
