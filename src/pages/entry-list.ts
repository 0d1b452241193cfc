import { type PublishedArticle, publishedAt } from '../articles/article.js';
import { rfc3339 } from '../language/timestamp.js';
import { writeDate } from '../language/write-date.js';
import { type Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import { relativeAddress } from './page-body.js';
import type { SiteIndex } from './site-index.js';
import type { Entry, LocalizedSite } from './templates.js';

/**
 * A list of articles, newest first: picture, title, day, sections and summary.
 *
 * @param isLed whether the newest article with a title comes first, larger than the others
 */
export function entryList(
  entries: readonly Entry[],
  localized: LocalizedSite,
  toRoot: string,
  siteIndex: SiteIndex,
  isLed: boolean,
): Html {
  const lead = isLed ? entries.find(({ article }) => !article.isNote) : undefined;
  const shown = lead ? [lead, ...entries.filter((entry) => entry !== lead)] : entries;
  const standard =
    entries.length > 0
      ? html`<ol class="fw-list${lead && ' fw-lead'}">\n${shown.map((entry) => listItem(entry, localized, toRoot, siteIndex))}</ol>`
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
  const { language, date, sections, title, path, image } = article;
  const day = writeDate(date, language, site.timezone);
  const href = toRoot + path;
  const heading = article.isNote
    ? html`<p class="fw-note"><a class="u-url" href="${href}"><span class="p-summary">${summary || title}</span></a></p>`
    : html`<h2><a class="u-url p-name" href="${href}">${title}</a></h2>`;
  return html`<li class="h-entry${image && ' fw-pictured'}"${languageAttributes(language, localized.language)}>
${image && html`<img class="fw-picture" src="${relativeAddress(image.url, site.url, toRoot)}" alt="" loading="lazy">\n`}${heading}
<p class="fw-meta"><time class="dt-published" datetime="${rfc3339(publishedAt(article))}">${day}</time>${sections.map((section) => html` · <span class="p-category">${section}</span>`)}</p>
${summary && !article.isNote && html`<p class="p-summary">${summary}</p>\n`}</li>
`;
}
