import { type Author, type PublishedArticle, publishedAt, updatedAt } from '../articles/article.js';
import type { Enclosure } from '../articles/enclosure.js';
import type { FeedKind } from '../feeds/feed.js';
import { rootFrom } from '../formats/root-from.js';
import { siteWords } from '../language/site-words.js';
import { rfc3339 } from '../language/timestamp.js';
import { writeDate } from '../language/write-date.js';
import { decodePath } from '../platform/decode-path.js';
import { readableAddress } from '../platform/iri.js';
import { escapeHtmlAttribute } from '../text/escape-html.js';
import { articleHead } from './article-head.js';
import { Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import { layout } from './layout.js';
import {
  alignByClass,
  relativeAddress,
  relativeAddresses,
  withCaption,
  withoutRepeatedTitle,
} from './page-body.js';
import { player } from './player.js';
import type { SiteIndex } from './site-index.js';
import { subscribeBox } from './subscribe-box.js';
import type { ArticleView, LocalizedSite } from './templates.js';

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
  siteIndex: SiteIndex,
): string {
  const { title, path, language, sections } = article;
  const localized = siteIndex.localized(language);
  const toRoot = rootFrom(path);
  const { url: siteUrl } = siteIndex.site;
  const text = relativeAddresses(
    article.isNote ? body.html : withoutRepeatedTitle(body.html, title),
    siteUrl,
    toRoot,
    article.url,
  );
  const src = article.image ? relativeAddress(article.image.url, siteUrl, toRoot) : '';
  const content = new Html(withCaption(alignByClass(text), escapeHtmlAttribute(src), captionOf(article)));
  const view = { article, content, summary: body.summary, localized, toRoot };
  const standard = articleHtml(view, context, siteIndex);
  const shown = siteIndex.templates.article?.({ ...view, standard }) ?? standard;
  const own = sections
    .map((name) => siteIndex.feedOf('section', name, localized.language))
    .filter((feed) => feed !== undefined);
  const podcast = siteIndex.podcastOf(article);
  const page = {
    title: `${title} – ${localized.title}`,
    description: body.summary,
    language,
    path,
    // Readers that take one feed of a page take the first.
    feeds: [localized.feed, ...own.slice(0, 1), ...(podcast ? [podcast] : [])],
    translations: new Map(context.translations.map((other) => [other.language, other.url])),
    head: articleHead(article, localized, siteIndex.site, podcast),
    content: shown,
  };
  return layout(page, localized, siteIndex);
}

type Parts = Omit<ArticleView, 'standard'>;

function articleHtml(parts: Parts, context: ArticleContext, siteIndex: SiteIndex): Html {
  const { article, content, localized, toRoot } = parts;
  const { words, feed } = localized;
  return html`<article class="h-entry fw-text">
<h1 class="${article.isNote ? 'fw-unseen' : 'p-name'}">${article.title}</h1>
${unseen(parts, siteIndex)}${byline(parts, siteIndex)}
${translationList(context, localized, toRoot, siteIndex)}${leadPicture(parts, siteIndex)}${player(parts, content, siteIndex)}<div class="e-content">
${content}
</div>
${article.link && html`<p>${words.source}: <a class="u-bookmark-of" href="${article.link}">${readableAddress(article.link)}</a></p>\n`}${attachments(article, localized, toRoot, siteIndex)}${tagList(parts, siteIndex)}</article>
${neighbours(context, localized, toRoot)}${subscribeBox(feed, toRoot, localized)}`;
}

function byline({ article, localized, toRoot }: Parts, siteIndex: SiteIndex): Html {
  const { date, authors, sections, url } = article;
  const updated = updatedAt(article);
  const { timezone } = siteIndex.site;
  const { words, language } = localized;
  const people = authors.map(
    (author) =>
      html` · <span class="p-author h-card">${linked(author.name, 'author', localized, toRoot, siteIndex)}${contact(author)}</span>`,
  );
  const places = sections.map(
    (name) =>
      html` · <span class="p-category">${linked(name, 'section', localized, toRoot, siteIndex)}</span>`,
  );
  const changed = updated
    ? html` · ${words.updated}: <time class="dt-updated" datetime="${rfc3339(updated)}">${writeDate(updated.date, language, timezone)}</time>`
    : '';
  return html`<p class="fw-meta"><a class="u-url" href="${url}"><time class="dt-published" datetime="${rfc3339(publishedAt(article))}">${writeDate(date, language, timezone)}</time></a>${places}${people}${changed}</p>`;
}

/** What feeds say of an author and the byline does not show. */
function contact({ url, avatar }: Author): Html {
  const datum = (property: string, value: string) => html`<data class="${property}" value="${value}"></data>`;
  // A picture alone would hide the address that is implied by the link (microformats2 parsing, "implied url").
  return url ? html`${datum('u-url', url)}${avatar && datum('u-photo', avatar)}` : html``;
}

/** What feeds say of an article and its page does not show: the summary, an id that is not the address, the picture. */
function unseen({ article, summary, content, toRoot }: Parts, { site }: SiteIndex): Html {
  const { id, url, image = article.episode?.cover } = article;
  const isShown = image && !hasPicture(content, relativeAddress(image.url, site.url, toRoot));
  const datum = (property: string, value: string) =>
    html`<data class="${property}" value="${value}"></data>\n`;
  return html`${summary && datum('p-summary', summary)}${id !== url && datum('u-uid', id)}${image && !isShown && datum('u-photo', image.url)}`;
}

/** A name with a link to its page, where it has one. */
function linked(
  name: string,
  kind: FeedKind,
  localized: LocalizedSite,
  toRoot: string,
  siteIndex: SiteIndex,
): Html {
  const feed = siteIndex.feedOf(kind, name, localized.language);
  return feed ? html`<a href="${toRoot + feed.path}">${name}</a>` : html`${name}`;
}

function translationList(
  { translations }: ArticleContext,
  localized: LocalizedSite,
  toRoot: string,
  { site }: SiteIndex,
) {
  if (translations.length === 0) return '';
  const links = translations.map(
    ({ path, language }) =>
      html` <a href="${toRoot + path}"${languageAttributes(language, localized.language)} hreflang="${language}">${siteWords(site, language).languageName}</a>`,
  );
  return html`<p class="fw-meta">${localized.words.alsoIn}:${links}</p>\n`;
}

/** The picture of the article, unless the body begins to show it itself. */
function leadPicture({ article, content, toRoot }: Parts, { site }: SiteIndex) {
  const { image } = article;
  if (!image) return '';
  const src = relativeAddress(image.url, site.url, toRoot);
  if (hasPicture(content, src)) return '';
  const size = image.width && html` width="${image.width}" height="${image.height}"`;
  const picture = html`<img class="u-photo" src="${src}" alt="${image.alt ?? ''}"${size}>`;
  const words = captionOf(article);
  return words
    ? html`<figure>${picture}<figcaption>${words}</figcaption></figure>\n`
    : html`<p>${picture}</p>\n`;
}

/** Whether a picture is in the text of an article. */
function hasPicture(content: Html, src: string): boolean {
  return content.text.includes(`src="${escapeHtmlAttribute(src)}"`);
}

/** The caption of an article's picture, and who made it. */
function captionOf({ image }: PublishedArticle): string {
  return [image?.caption, image?.credit].filter(Boolean).join(' · ');
}

function attachments(
  { enclosures }: PublishedArticle,
  { words }: LocalizedSite,
  toRoot: string,
  { site }: SiteIndex,
) {
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
  return decodePath(new URL(url).pathname.split('/').at(-1) ?? '') || url;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function tagList({ article, localized, toRoot }: Parts, siteIndex: SiteIndex) {
  if (article.tags.length === 0) return '';
  const items = article.tags.map(
    (name) => html`<li class="p-category">${linked(name, 'tag', localized, toRoot, siteIndex)}</li>\n`,
  );
  return html`<nav class="fw-tags" aria-label="${localized.words.tags}">\n<ul>\n${items}</ul>\n</nav>\n`;
}

function neighbours({ newer, older }: ArticleContext, { words, language }: LocalizedSite, toRoot: string) {
  if (!newer && !older) return '';
  const link = (article: PublishedArticle | undefined, rel: string, word: string) =>
    article &&
    html`<p>${word}: <a rel="${rel}" href="${toRoot + article.path}"${languageAttributes(article.language, language)}>${article.title}</a></p>\n`;
  return html`<nav class="fw-neighbours" aria-label="${words.archive}">
${link(newer, 'next', words.next)}${link(older, 'prev', words.previous)}</nav>
`;
}
