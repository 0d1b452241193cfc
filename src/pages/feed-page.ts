import type { PublishedArticle } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';
import { artworkName } from '../feeds/podcasts/podcast.js';
import { rootFrom } from '../formats/root-from.js';
import { entryList, headlineList } from './entry-list.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';
import { publishingChart } from './publishing-chart.js';
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

/** The page of a feed, marked up as an h-feed (microformats2): what it is, its articles, and how to subscribe. The front page has a search and a chart too. */
export function renderFeedPage(view: FeedPageView, siteIndex: SiteIndex): string {
  const { feed, entries, headlines, path, older, newer } = view;
  const localized = siteIndex.localized(feed.language);
  const toRoot = rootFrom(path);
  const isFront = feed === localized.feed && path === localized.path;
  const { words } = localized;
  const content = html`<div class="h-feed">
<data class="p-name" value="${feed.title}"></data><data class="u-url" value="${siteIndex.site.url + feed.path}"></data>
<h1>${isFront ? words.newest : headingOf(feed, localized)}</h1>
${podcastIntro(feed, toRoot)}${subscribeBox(feed, toRoot, localized)}
${isFront && searchBox(localized, toRoot)}${(entries.length > 0 || headlines.length === 0) && entryList(entries, localized, toRoot, siteIndex)}
${headlines.length > 0 && headlineList(headlines, localized, toRoot, siteIndex)}${pager(older, newer, localized, toRoot)}</div>
${isFront && publishingChart(localized.articles, localized, toRoot, siteIndex)}`;
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

function headingOf({ kind, name }: Feed, { words }: LocalizedSite): string {
  if (kind === 'language' || kind === 'all') return words.allArticles;
  if (kind === 'podcast') return name;
  const kinds = {
    section: words.sections,
    tag: words.tags,
    author: words.authors,
    collection: words.collections,
  };
  return `${kinds[kind]}: ${name}`;
}

/** A search over titles and summaries; it appears with the script that does it. */
function searchBox({ words }: LocalizedSite, toRoot: string) {
  return html`<search class="fw-search" id="fw-search" data-root="${toRoot}" data-none="${words.searchNone}">
<label for="fw-query">${words.search}</label>
<input type="search" id="fw-query" autocomplete="off">
<div id="fw-found" role="status"></div>
</search>
`;
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
