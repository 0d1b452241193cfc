import { type PublishedArticle, publishedAt } from '../articles/article.js';
import { rfc3339 } from '../language/timestamp.js';
import { writeDate } from '../language/write-date.js';
import { type Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import type { SiteIndex } from './site-index.js';
import type { Entry, LocalizedSite } from './templates.js';

/** A list of articles, newest first: title, day, sections and summary. */
export function entryList(
  entries: readonly Entry[],
  localized: LocalizedSite,
  toRoot: string,
  siteIndex: SiteIndex,
): Html {
  const standard =
    entries.length > 0
      ? html`<ol class="fw-list">\n${entries.map((entry) => listItem(entry, localized, toRoot, siteIndex))}</ol>`
      : html`<p>${localized.words.empty}</p>`;
  return siteIndex.templates.list?.({ entries, localized, toRoot, standard }) ?? standard;
}

/** A list of articles, a line each: title and day. */
export function headlineList(
  articles: readonly PublishedArticle[],
  localized: LocalizedSite,
  toRoot: string,
  { site }: SiteIndex,
): Html {
  const lines = articles.map(
    ({ title, path, date, language }) =>
      html`<li${languageAttributes(language, localized.language)}><a href="${toRoot + path}">${title}</a> <span class="fw-meta">${writeDate(date, language, site.timezone)}</span></li>\n`,
  );
  return html`<ul class="fw-plain">\n${lines}</ul>\n`;
}

function listItem(
  { article, summary }: Entry,
  localized: LocalizedSite,
  toRoot: string,
  { site }: SiteIndex,
): Html {
  const { language, date, sections, title, path } = article;
  const day = writeDate(date, language, site.timezone);
  return html`<li class="h-entry"${languageAttributes(language, localized.language)}>
<h2><a class="u-url p-name" href="${toRoot + path}">${title}</a></h2>
<p class="fw-meta"><time class="dt-published" datetime="${rfc3339(publishedAt(article))}">${day}</time>${sections.map((section) => html` · <span class="p-category">${section}</span>`)}</p>
${summary && html`<p class="p-summary">${summary}</p>\n`}</li>
`;
}
