import { rootFrom } from '../formats/root-from.js';
import { html } from './html.js';
import { layout } from './layout.js';
import type { FeedList, SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';

/** The page of all sections, tags or authors: each with the number of its articles. */
export function renderFeedListPage(
  { path, heading, feeds }: FeedList,
  localized: LocalizedSite,
  siteIndex: SiteIndex,
): { path: string; text: string } {
  const toRoot = rootFrom(path);
  const items = feeds.map(
    (feed) =>
      html`<li><a href="${toRoot + feed.path}">${feed.name}</a> <span class="fw-meta">${feed.articles.length}</span></li>\n`,
  );
  const content = html`<h1>${heading}</h1>
<div class="fw-tags">
<ul>
${items}</ul>
</div>`;
  const { title, language, feed } = localized;
  const description = feeds
    .slice(0, 20)
    .map(({ name }) => name)
    .join(', ');
  const page = { title: `${heading} – ${title}`, description, language, path, feeds: [feed], content };
  return { path, text: layout(page, localized, siteIndex) };
}
