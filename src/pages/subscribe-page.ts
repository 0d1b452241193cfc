import type { Feed, FeedKind } from '../feeds/feed.js';
import { feedFormats } from '../formats/formats.js';
import { rootFrom } from '../formats/root-from.js';
import { type Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import { layout } from './layout.js';
import type { SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';

/** Tells a newcomer what a feed is, and lists every feed with a button that copies its address. */
export function renderSubscribePage(
  localized: LocalizedSite,
  siteIndex: SiteIndex,
): { path: string; text: string } {
  const { words, title, language, feed } = localized;
  const path = `${localized.path}subscribe/`;
  const toRoot = rootFrom(path);
  const groups = feedGroups(localized, siteIndex.feeds);
  const content = html`<h1>${words.subscribe}</h1>
<div class="fw-text">
<p>${words.whatIsFeed}</p>
<p>${words.whereToRead}</p>
<p><a href="${toRoot}feeds.opml" type="text/x-opml">${words.allFeeds}</a> (OPML)</p>
</div>
${groups.map(([heading, feeds]) => html`<h2>${heading}</h2>\n<ul class="fw-plain">\n${feeds.map((each) => feedRow(each, localized, toRoot, siteIndex))}</ul>\n`)}`;
  const page = {
    title: `${words.subscribe} – ${title}`,
    description: '',
    language,
    path,
    feeds: [feed],
    content,
  };
  return { path, text: layout(page, localized, siteIndex) };
}

/** Feeds in the order in which people look for theirs, without empty groups. */
function feedGroups({ words }: LocalizedSite, feeds: readonly Feed[]): [heading: string, feeds: Feed[]][] {
  const of = (kind: FeedKind) => feeds.filter((feed) => feed.kind === kind);
  const groups: [string, Feed[]][] = [
    [words.allArticles, of('all')],
    [words.languages, of('language')],
    [words.sections, of('section')],
    [words.podcasts, of('podcast')],
    [words.collections, of('collection')],
    [words.authors, of('author')],
    [words.tags, of('tag')],
  ];
  return groups.filter(([, list]) => list.length > 0);
}

function feedRow(feed: Feed, { words, language }: LocalizedSite, toRoot: string, { site }: SiteIndex): Html {
  const links = feedFormats.map(({ fileName, mediaType, label }) => {
    const url = site.url + feed.path + fileName;
    const copy = html`<button type="button" class="fw-copy" data-copy="${url}" data-done="${words.copied}" aria-label="${words.copy}: ${feed.title} (${label})">${words.copy}</button>`;
    return html`<span class="fw-feed"><a href="${toRoot + feed.path + fileName}" type="${mediaType}">${label}</a> ${copy}</span>\n`;
  });
  return html`<li><p${languageAttributes(feed.language, language)}><strong>${feed.title}</strong></p>\n<p>${links}</p></li>\n`;
}
