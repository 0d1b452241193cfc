import type { Feed } from '../feeds/feed.js';
import { feedFormats } from '../formats/formats.js';
import { memoize } from '../platform/memoize.js';
import { type Html, html } from './html.js';
import type { LocalizedSite } from './templates.js';

/** The feeds of a page, with a word about what to do with them. */
export const subscribeBox = memoize((feed: Feed, toRoot: string, localized: LocalizedSite): Html => {
  const { words, path } = localized;
  return html`<aside class="fw-subscribe" aria-label="${words.subscribe}">
<p>${words.follow} ${feed.title}</p>
<ul class="fw-feeds">
${feedAnchors(feed, toRoot).map((anchor) => html`<li>${anchor}</li>\n`)}<li><a href="${toRoot + path}subscribe/">${words.feedHelp}</a></li>
</ul>
</aside>`;
});

/** A link to each document of a feed. */
export function feedAnchors(feed: Feed, toRoot: string): Html[] {
  return feedFormats.map(
    ({ fileName, mediaType, label }) =>
      html`<a href="${toRoot + feed.path + fileName}" type="${mediaType}">${label}</a> `,
  );
}
