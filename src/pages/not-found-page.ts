import { html } from './html.js';
import { layout } from './layout.js';
import type { SiteIndex } from './site-index.js';

/** What servers and hosts show for an address that has no page: `404.html`, in the site's own language. */
export function renderNotFoundPage(siteIndex: SiteIndex): { path: string; text: string } {
  const localized = siteIndex.localized(siteIndex.site.language);
  const { words, title, language, feed } = localized;
  const path = '404.html';
  const home = new URL(siteIndex.site.url).pathname;
  const content = html`<h1>${words.notFound}</h1>
<p>${words.notFoundText}</p>
<p><a href="${home}">${words.newest}</a></p>`;
  const page = {
    ...{ title: `${words.notFound} – ${title}`, description: '', language, path, feeds: [feed], content },
    isAnywhere: true,
  };
  return { path, text: layout(page, localized, siteIndex) };
}
