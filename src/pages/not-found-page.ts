import { type Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import { layout } from './layout.js';
import type { SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';

/**
 * What servers and hosts show for an address that has no page: `404.html`, in the site's own language and, since there is
 * one for all addresses, briefly in each other one.
 */
export function renderNotFoundPage(siteIndex: SiteIndex): { path: string; text: string } {
  const [localized, ...others] = siteIndex.allLanguages();
  if (!localized) throw new Error('The site has no language.');
  const { words, title, language, feed } = localized;
  const path = '404.html';
  const home = new URL(siteIndex.site.url).pathname;
  const content = html`<h1>${words.notFound}</h1>
<p>${words.notFoundText}</p>
<p><a href="${home}">${words.newest}</a></p>
${others.map((other) => briefly(other, localized, home))}`;
  const page = {
    ...{ title: `${words.notFound} – ${title}`, description: '', language, path, feeds: [feed], content },
    isAnywhere: true,
  };
  return { path, text: layout(page, localized, siteIndex) };
}

function briefly({ words, language, path }: LocalizedSite, site: LocalizedSite, home: string): Html {
  return html`<p${languageAttributes(language, site.language)}>${words.notFound}. <a href="${home + path}">${words.newest}</a></p>\n`;
}
