import type { PublishedArticle } from '../../articles/article.js';
import type { Feed } from '../../feeds/feed.js';
import { type Words, wordsIn } from '../../language/words.js';
import { writeDate } from '../../language/write-date.js';
import type { Site } from '../../site/site.js';
import { feedFormats } from '../formats.js';
import { type Html, html } from './html.js';
import { layout, rootFrom } from './layout.js';

/** An article as a list shows it. */
export interface Entry {
  article: PublishedArticle;
  summary: string;
}

/** The page of a feed: what it is, its newest articles, and how to subscribe. */
export function renderIndexPage(feed: Feed, entries: readonly Entry[], site: Site): string {
  const { title, description, language, path } = feed;
  const words = wordsIn(language);
  const content = html`<h1>${words.newest}</h1>
${subscribeBox(words)}
${entries.length > 0 ? html`<ol class="fw-list">\n${entries.map((entry) => listItem(entry, feed, site))}</ol>` : html`<p>${words.empty}</p>`}`;
  return layout({ title, description, language, path, feed, content }, site);
}

function subscribeBox(words: Words): Html {
  return html`<section class="fw-subscribe" aria-label="${words.subscribe}">
<p>${words.subscribeHint}</p>
<ul class="fw-feeds">
${feedFormats.map(({ fileName, mediaType, label }) => html`<li><a href="${fileName}" type="${mediaType}">${label}</a></li>\n`)}</ul>
</section>`;
}

function listItem({ article, summary }: Entry, feed: Feed, site: Site): Html {
  const foreign = article.language !== feed.language;
  const day = writeDate(article.date, feed.language, site.timezone);
  const about = [day, ...article.sections].join(' · ');
  return html`<li${foreign ? html` lang="${article.language}"` : ''}>
<h2><a href="${rootFrom(feed.path)}${article.path}">${article.title}</a></h2>
<p class="fw-meta"><time datetime="${article.date.toISOString()}">${about}</time></p>
${summary ? html`<p>${summary}</p>\n` : ''}</li>
`;
}
