import { type Enclosure, lastChange, type PublishedArticle } from '../articles/article.js';
import type { FeedKind } from '../feeds/feed.js';
import { rootFrom } from '../formats/root-from.js';
import { siteWords } from '../language/site-words.js';
import { writeDate } from '../language/write-date.js';
import { articleHead } from './article-head.js';
import { Html, html } from './html.js';
import { layout } from './layout.js';
import { alignByClass, relativeAddress, relativeAddresses } from './page-body.js';
import type { Portal } from './site-index.js';
import { subscribeBox } from './subscribe-box.js';
import type { ArticleView, Edition } from './templates.js';

/** An article's neighbours in time, and its translations. */
export interface ArticleContext {
  newer?: PublishedArticle | undefined;
  older?: PublishedArticle | undefined;
  /** Articles of other languages that say the same. */
  translations: readonly PublishedArticle[];
}

/** The page of one article, marked up as an h-entry (microformats2), with its translations and neighbours. */
export function renderArticlePage(
  article: PublishedArticle,
  body: { html: string; summary: string },
  context: ArticleContext,
  portal: Portal,
): string {
  const { title, path, language, sections } = article;
  const edition = portal.edition(language);
  const toRoot = rootFrom(path);
  const content = new Html(alignByClass(relativeAddresses(body.html, portal.site.url, toRoot, article.url)));
  const view = { article, content, summary: body.summary, edition, toRoot };
  const standard = articleHtml(view, context, portal);
  const shown = portal.templates.article?.({ ...view, standard }) ?? standard;
  const own = sections
    .map((name) => portal.feedOf('section', name, edition.language))
    .filter((feed) => feed !== undefined);
  const page = {
    title: `${title} – ${edition.title}`,
    description: body.summary,
    language,
    path,
    feeds: [...own.slice(0, 1), edition.feed],
    translations: new Map(context.translations.map((other) => [other.language, other.url])),
    head: articleHead(article, body.summary, edition, portal.site),
    content: shown,
  };
  return layout(page, edition, portal);
}

type Parts = Omit<ArticleView, 'standard'>;

function articleHtml(parts: Parts, context: ArticleContext, portal: Portal): Html {
  const { article, content, edition, toRoot } = parts;
  const { words, feed } = edition;
  return html`<article class="h-entry fw-text">
<h1 class="p-name">${article.title}</h1>
${byline(parts, portal)}
${translationList(context, edition, toRoot, portal)}${leadPicture(parts, portal)}<div class="e-content">
${content}
</div>
${article.link && html`<p>${words.source}: <a class="u-bookmark-of" href="${article.link}">${article.link}</a></p>\n`}${attachments(article, edition, toRoot, portal)}${tagList(parts, portal)}</article>
${neighbours(context, edition, toRoot)}${subscribeBox(feed, toRoot, edition)}`;
}

function byline({ article, edition, toRoot }: Parts, portal: Portal): Html {
  const { date, updated, authors, sections, url } = article;
  const { timezone } = portal.site;
  const { words, language } = edition;
  const people = authors.map(
    ({ name }) =>
      html` · <span class="p-author h-card">${linked(name, 'author', edition, toRoot, portal)}</span>`,
  );
  const places = sections.map(
    (name) => html` · <span class="p-category">${linked(name, 'section', edition, toRoot, portal)}</span>`,
  );
  const changed =
    updated && lastChange(article) > date
      ? html` · ${words.updated}: <time class="dt-updated" datetime="${updated.toISOString()}">${writeDate(updated, language, timezone)}</time>`
      : '';
  return html`<p class="fw-meta"><a class="u-url" href="${url}"><time class="dt-published" datetime="${date.toISOString()}">${writeDate(date, language, timezone)}</time></a>${places}${people}${changed}</p>`;
}

/** A name with a link to its page, where it has one. */
function linked(name: string, kind: FeedKind, edition: Edition, toRoot: string, portal: Portal): Html {
  const feed = portal.feedOf(kind, name, edition.language);
  return feed ? html`<a href="${toRoot + feed.path}">${name}</a>` : html`${name}`;
}

function translationList(
  { translations }: ArticleContext,
  edition: Edition,
  toRoot: string,
  { site }: Portal,
) {
  if (translations.length === 0) return '';
  const links = translations.map(
    ({ path, language }) =>
      html` <a href="${toRoot + path}" lang="${language}" hreflang="${language}">${siteWords(site, language).languageName}</a>`,
  );
  return html`<p class="fw-meta">${edition.words.alsoIn}:${links}</p>\n`;
}

/** The picture of the article, unless the body begins to show it itself. */
function leadPicture({ article, content, toRoot }: Parts, { site }: Portal) {
  const { image } = article;
  if (!image) return '';
  const src = relativeAddress(image.url, site.url, toRoot);
  if (content.text.includes(`src="${src}"`)) return '';
  const size = image.width && html` width="${image.width}" height="${image.height}"`;
  return html`<p><img class="u-photo" src="${src}" alt="${image.alt ?? ''}"${size}></p>\n`;
}

function attachments({ enclosures }: PublishedArticle, { words }: Edition, toRoot: string, { site }: Portal) {
  if (enclosures.length === 0) return '';
  const items = enclosures.map((enclosure) => {
    const href = relativeAddress(enclosure.url, site.url, toRoot);
    return html`<li><a class="u-${kindOf(enclosure)}" href="${href}" type="${enclosure.type}">${enclosure.title ?? nameOf(enclosure.url)}</a> <span class="fw-meta">${enclosure.type}${enclosure.length > 0 && html`, ${sizeOf(enclosure.length)}`}</span></li>\n`;
  });
  return html`<h2>${words.files}</h2>\n<ul>\n${items}</ul>\n`;
}

function kindOf({ type }: Enclosure): string {
  return type.startsWith('audio/') ? 'audio' : type.startsWith('video/') ? 'video' : 'enclosure';
}

function nameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) || url;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function tagList({ article, edition, toRoot }: Parts, portal: Portal) {
  if (article.tags.length === 0) return '';
  const items = article.tags.map(
    (name) => html`<li class="p-category">${linked(name, 'tag', edition, toRoot, portal)}</li>\n`,
  );
  return html`<nav class="fw-tags" aria-label="${edition.words.tags}">\n<ul>\n${items}</ul>\n</nav>\n`;
}

function neighbours({ newer, older }: ArticleContext, { words, language }: Edition, toRoot: string) {
  if (!newer && !older) return '';
  const link = (article: PublishedArticle | undefined, rel: string, word: string) =>
    article &&
    html`<p>${word}: <a rel="${rel}" href="${toRoot + article.path}"${article.language !== language && html` lang="${article.language}"`}>${article.title}</a></p>\n`;
  return html`<nav class="fw-neighbours" aria-label="${words.archive}">
${link(newer, 'next', words.next)}${link(older, 'prev', words.previous)}</nav>
`;
}
