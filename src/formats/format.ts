import type { Author, PublishedArticle } from '../articles/article.js';
import type { ArticleImage } from '../articles/enclosure.js';
import type { Podcast } from '../feeds/podcasts/podcast.js';
import type { Timestamp } from '../language/timestamp.js';
import type { Generator } from '../platform/generator.js';

/** One item of a feed: an article, and how much of it is shown. */
export interface FeedItem {
  article: PublishedArticle;
  /** Plain text. */
  summary: string;
  /** The whole article as safe HTML with absolute addresses; without it the summary stands alone. */
  html?: string;
  /** The pictures in the text, beside that of the article. */
  pictures?: readonly ArticleImage[];
  /** What the item leads to in RSS and Atom: the article, or the page elsewhere that it is about. */
  link: string;
  /** The other one of the two, for a link post. */
  related?: string | undefined;
  /** The Markdown that the text was made of. */
  markdown?: string;
  /** It is an episode of a podcast, with what podcast apps want to know. */
  isEpisode?: boolean;
  /** Language of the site; an item in another one says so. */
  siteLanguage: string;
}

/** The title of an item; none for a note, unless it has no text either: RSS wants one of the two. */
export function itemTitle({
  article,
  summary,
  html,
  isEpisode = false,
}: Pick<FeedItem, 'article' | 'summary' | 'isEpisode'> & { html?: string | undefined }): string {
  // Podcast apps list episodes by their titles.
  return article.isNote && !isEpisode && (summary !== '' || html) ? '' : article.title;
}

/** What a document says about its feed, the same for every format. */
export interface FeedHead {
  /** Lasting id of the feed: the address at which it was first published. */
  id: string;
  title: string;
  description: string;
  /** Address of the page that the feed belongs to. */
  pageUrl: string;
  /** The document's own address. */
  selfUrl: string;
  language: string;
  /** When the newest of the items was published; none in a feed without items. */
  published?: Timestamp;
  /** Newest change among the items; none in a feed without items. */
  updated?: Timestamp;
  author: Author;
  image?: string;
  icon?: string;
  copyright?: string;
  hub?: string;
  /** Address at which an rssCloud server registers subscribers. */
  cloud?: string;
  /** Minutes. */
  ttl: number;
  categories: readonly string[];
  generator: Generator;
  /** Where the document stands in the history of the feed (RFC 5005, section 4). */
  history: History;
  /** There will be no further items. */
  isEnded: boolean;
  /** Newest change among the entries of Atom, which all have one. */
  changed?: Timestamp;
  /** Whether items may have the Markdown of their texts. */
  hasSource: boolean;
  /** What it is as a podcast. */
  podcast?: PodcastHead;
  /** Shown to people who open the document in a browser. */
  note: BrowserNote;
}

/** What a document says about its feed as a podcast. */
export interface PodcastHead extends Omit<Podcast, 'artwork' | 'guid'> {
  /** Absolute address. */
  artwork?: string;
  guid: string;
  /** Where it is now, for readers that come by an address that it had before. */
  newAddress?: string;
  trailers: readonly PublishedArticle[];
}

/** Links between the documents of one feed: absolute addresses. */
export interface History {
  /** The document that people subscribe to; only archive documents name it. */
  current?: string;
  /** The archive document with the next older items. */
  previous?: string;
  /** The archive document with the next newer items, there already or not; only archive documents name it. */
  next?: string;
}

/** What a feed tells a person who meets it in a browser. */
export interface BrowserNote {
  /** BCP 47 tag of the text. */
  language: string;
  /** Address of the style sheet for feeds, relative to the document. */
  stylesheet: string;
  /** Address of the script that makes links of its items, relative to the document. */
  script: string;
  /** What this is and what to do with it, in the language of the feed. */
  text: string;
  /** Links to follow from there: the page of the feed, and the page about subscribing. */
  links: readonly { url: string; text: string }[];
}

/** A document without its items, which stand in it newest first. */
export interface Frame {
  before: string;
  between: string;
  after: string;
}

/**
 * A format of feeds. An item's text depends on nothing but the item, so that it is made once and put into every feed
 * that holds the article.
 */
export interface FeedFormat {
  name: string;
  /** What people call it. */
  label: string;
  fileName: string;
  mediaType: string;
  /** What servers are told to send it as: with its own type a browser would offer some for download. */
  servedAs: string;
  /** The text of one item, on lines of its own. */
  renderItem(item: FeedItem): string;
  /** What is around the items of a document. */
  renderFrame(head: FeedHead): Frame;
}

/** Categories of an item in the order of all formats: sections, then tags, each once. */
export function categoriesOf(article: PublishedArticle): string[] {
  return [...new Set([...article.sections, ...article.tags])];
}

/** Whether an item is in another language than the site. */
export function isForeign({ article, siteLanguage }: FeedItem): boolean {
  return article.language !== siteLanguage;
}
