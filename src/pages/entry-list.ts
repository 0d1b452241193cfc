import { writeDate } from '../language/write-date.js';
import { type Html, html } from './html.js';
import type { Portal } from './site-index.js';
import type { Edition, Entry } from './templates.js';

/** A list of articles, newest first: title, day, sections and summary. */
export function entryList(entries: readonly Entry[], edition: Edition, toRoot: string, portal: Portal): Html {
  const standard =
    entries.length > 0
      ? html`<ol class="fw-list">\n${entries.map((entry) => listItem(entry, edition, toRoot, portal))}</ol>`
      : html`<p>${edition.words.empty}</p>`;
  return portal.templates.list?.({ entries, edition, toRoot, standard }) ?? standard;
}

function listItem({ article, summary }: Entry, edition: Edition, toRoot: string, { site }: Portal): Html {
  const { language, date, sections, title, path } = article;
  const isForeign = language !== edition.language;
  const day = writeDate(date, isForeign ? language : edition.language, site.timezone);
  return html`<li class="h-entry"${isForeign && html` lang="${language}"`}>
<h2><a class="u-url p-name" href="${toRoot + path}">${title}</a></h2>
<p class="fw-meta"><time class="dt-published" datetime="${date.toISOString()}">${day}</time>${sections.map((section) => html` · <span class="p-category">${section}</span>`)}</p>
${summary && html`<p class="p-summary">${summary}</p>\n`}</li>
`;
}
