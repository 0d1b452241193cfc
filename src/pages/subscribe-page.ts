import { type Feed, type FeedKind, isMainFeed } from '../feeds/feed.js';
import { rootFrom } from '../formats/root-from.js';
import { type Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import { layout } from './layout.js';
import type { SiteIndex } from './site-index.js';
import { feedAnchors } from './subscribe-box.js';
import type { LocalizedSite } from './templates.js';

/** Tells a newcomer what a feed is, and lists every feed with its formats, whose addresses can be copied. */
export function renderSubscribePage(
  localized: LocalizedSite,
  siteIndex: SiteIndex,
): { path: string; text: string } {
  const { words, title, language, feed } = localized;
  const path = `${localized.path}subscribe/`;
  const toRoot = rootFrom(path);
  const groups = feedGroups(localized, siteIndex);
  const content = html`<div class="fw-text">
<h1>${words.subscribe}</h1>
<p>${words.whatIsFeed}</p>
<p>${words.whereToRead}</p>
<p><a href="${toRoot}feeds.opml" type="text/x-opml">${words.allFeeds}</a> (OPML)</p>
</div>
${searchBox(localized)}${groups.map(([heading, feeds]) => html`<section>\n<h2>${heading}</h2>\n<ul class="fw-plain">\n${feeds.map((each) => choice(each, localized, toRoot))}</ul>\n</section>\n`)}`;
  const page = {
    title: `${words.subscribe} – ${title}`,
    description: words.whatIsFeed,
    language,
    path,
    feeds: [feed],
    content,
  };
  return { path, text: layout(page, localized, siteIndex) };
}

/** Feeds in the order in which people look for theirs, without empty groups; of other languages their main feeds alone. */
function feedGroups(localized: LocalizedSite, siteIndex: SiteIndex): [heading: string, feeds: Feed[]][] {
  const { words, language } = localized;
  const isHere = (feed: Feed) => siteIndex.localized(feed.language).language === language;
  const of = (kind: FeedKind) => siteIndex.feeds.filter((feed) => feed.kind === kind && isHere(feed));
  const main = siteIndex.feeds.filter(isMainFeed);
  const groups: [string, Feed[]][] = [
    [words.allArticles, main],
    [words.sections, of('section')],
    [words.podcasts, of('podcast')],
    [words.collections, of('collection')],
    [words.authors, of('author')],
    [words.tags, of('tag')],
  ];
  return groups.filter(([, list]) => list.length > 0);
}

/** One feed to choose; what is chosen shows the formats that there are of it. */
function choice(feed: Feed, { words, language }: LocalizedSite, toRoot: string): Html {
  return html`<li><details class="fw-choice" data-label="${words.copy}" data-done="${words.copied}"><summary${languageAttributes(feed.language, language)}>${isMainFeed(feed) ? feed.title : feed.name}</summary><p>${feedAnchors(feed, toRoot)}</p></details></li>\n`;
}

/** A filter over the feeds of the page, which needs the script. */
function searchBox({ words }: LocalizedSite): Html {
  return html`<search class="fw-search">
<label class="fw-unseen" for="fw-find">${words.findFeed}</label>
<input type="search" id="fw-find" placeholder="${words.findFeed}" autocomplete="off">
<p id="fw-none" role="status" data-none="${words.searchNone}"></p>
</search>
`;
}
