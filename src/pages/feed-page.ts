import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';
import { artworkName } from '../feeds/podcasts/podcast.js';
import { rootFrom } from '../formats/root-from.js';
import { entryList, headlineList } from './entry-list.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';
import type { SiteIndex } from './site-index.js';
import { subscribeBox } from './subscribe-box.js';
import type { Entry, LocalizedSite } from './templates.js';

/** One page of a feed: its newest articles, or older ones. */
export interface FeedPageView {
  feed: Feed;
  /** Articles with their summaries. */
  entries: readonly Entry[];
  /** Further articles, older than those. */
  headlines: readonly PublishedArticle[];
  /** Folder of the page below the site's address. */
  path: string;
  /** Folders of the pages with older and with newer articles. */
  older?: string;
  newer?: string;
}

/** The page of a feed, marked up as an h-feed (microformats2): what it is, its articles, and how to subscribe. */
export function renderFeedPage(view: FeedPageView, siteIndex: SiteIndex): string {
  const { feed, entries, headlines, path, older, newer } = view;
  const localized = siteIndex.localized(feed.language);
  const toRoot = rootFrom(path);
  const content = html`<div class="h-feed">
<data class="p-name" value="${feed.title}"></data><data class="u-url" value="${siteIndex.site.url + feed.path}"></data>
${heading(view, localized, toRoot, siteIndex)}${podcastIntro(feed, toRoot)}${(entries.length > 0 || headlines.length === 0) && entryList(entries, localized, toRoot, siteIndex, isFront(view, localized))}
${headlines.length > 0 && headlineList(headlines, localized, toRoot, siteIndex)}${pager(older, newer, localized, toRoot)}</div>
${subscribeBox(feed, toRoot, localized)}`;
  const { title, description, language } = feed;
  const feeds = feed === localized.feed ? [feed] : [feed, localized.feed];
  return layout(
    { title, description, language: localized.language || language, path, feeds, content },
    localized,
    siteIndex,
  );
}

/** The artwork of a podcast, and what it is about. */
function podcastIntro({ podcast, path, description }: Feed, toRoot: string): Html | '' {
  if (!podcast) return '';
  const { artwork } = podcast;
  const src = artwork && ('file' in artwork ? toRoot + path + artworkName(artwork.type) : artwork.address);
  return html`${src && html`<p><img class="fw-artwork" src="${src}" alt="" width="200" height="200"></p>\n`}${description && html`<p>${description}</p>\n`}`;
}

/** Whether a page is the front page of an edition. */
function isFront({ feed, path }: FeedPageView, localized: LocalizedSite): boolean {
  return feed === localized.feed && path === localized.path;
}

/** What the page is about; the front page begins with its newest article, and says so only to those who don't see it. */
function heading(view: FeedPageView, localized: LocalizedSite, toRoot: string, siteIndex: SiteIndex): Html {
  const { feed } = view;
  const { kind, name } = feed;
  const { words } = localized;
  if (isFront(view, localized)) return html`<h1 class="fw-unseen">${words.newest}</h1>\n`;
  if (kind === 'language' || kind === 'all') return html`<h1>${words.allArticles}</h1>\n`;
  const kinds = {
    section: words.sections,
    tag: words.tags,
    author: words.authors,
    collection: words.collections,
    podcast: words.podcasts,
  };
  const list = siteIndex.listsOf(localized).find(({ feeds }) => feeds.includes(feed));
  const kicker = list ? html`<a href="${toRoot + list.path}">${kinds[kind]}</a>` : kinds[kind];
  return html`<p class="fw-kicker">${kicker}</p>\n<h1>${name}</h1>\n`;
}

function pager(
  older: string | undefined,
  newer: string | undefined,
  { words }: LocalizedSite,
  toRoot: string,
) {
  if (older === undefined && newer === undefined) return '';
  return html`<nav class="fw-pager" aria-label="${words.archive}">
${newer !== undefined && html`<a rel="next" href="${toRoot + newer}">← ${words.newer}</a>\n`}${older !== undefined && html`<a rel="prev" href="${toRoot + older}">${words.older} →</a>\n`}</nav>
`;
}
