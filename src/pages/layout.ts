import type { Feed } from '../feeds/feed.js';
import type { FeedFormat } from '../formats/format.js';
import { feedFormats } from '../formats/formats.js';
import { rootFrom } from '../formats/root-from.js';
import { rss } from '../formats/rss.js';
import type { Words } from '../language/words.js';
import { memoize } from '../platform/memoize.js';
import type { Site } from '../site/site.js';
import { Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import type { SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';
import { hasOwnIcon, ownIcon } from './theme.js';

/** What a page puts into the frame that all pages share. */
export interface Page {
  /** Text of the `title` element. */
  title: string;
  description: string;
  /** BCP 47 tag of what is on the page; the frame is in that of the edition. */
  language: string;
  /** Below the site's address: empty for the front page, else `health/innomed/` or `about.html`. */
  path: string;
  /** A page that is shown in place of others, wherever they are. */
  isAnywhere?: boolean;
  /** The feeds that the page belongs to, offered in this order: its own in every format, others in one. */
  feeds: readonly Feed[];
  /** The same page in other languages, as absolute addresses by language. */
  translations?: ReadonlyMap<string, string>;
  /** More elements for the head. */
  head?: Html;
  content: Html;
}

/**
 * What the browser may load for a page: nothing but the site's own files, and pictures and sound wherever an article
 * has them from (Content Security Policy, level 3).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A whole page in the frame that all pages share. */
export function layout(page: Page, localized: LocalizedSite, siteIndex: SiteIndex): string {
  const { site } = siteIndex;
  const { words } = localized;
  const toRoot = page.isAnywhere ? new URL(site.url).pathname : rootFrom(page.path);
  const url = site.url + page.path;
  const text = html`<!DOCTYPE html>
<html${languageAttributes(localized.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Html(contentSecurityPolicy + (site.preview ? "; connect-src 'self'" : ''))}">
<title>${page.title}</title>
${page.description ? html`<meta name="description" content="${page.description}">\n` : ''}${page.isAnywhere ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${url}">`}
${translationLinks(page, url)}${page.feeds.map((feed) => (feed.path === page.path ? everyFormat : oneFormat)(feed, site.url))}${page.head}${page.path === localized.path && site.me.map((url) => html`<link rel="me" href="${url}">\n`)}${site.preview && html`<script src="${toRoot}feedwright-reload.js" defer></script>\n`}${iconLink(toRoot, site)}<link rel="stylesheet" href="${toRoot}feedwright.css">
</head>
<body>
<a class="fw-skip" href="#fw-main">${words.skip}</a>
${topStrip(localized, toRoot, siteIndex)}
${header(localized, toRoot, siteIndex)}
<main class="fw-wide" id="fw-main"${languageAttributes(page.language, localized.language)}>
${page.content}
</main>
<footer class="fw-footer">
<div class="fw-wide">
<p>${localized.copyright}</p>
${footerLinks(localized, toRoot, siteIndex)}</div>
</footer>
</body>
</html>
`;
  return text.text;
}

/** The same page in other languages (HTML, `hreflang`); such a set names the page itself too. */
function translationLinks({ language, translations }: Page, url: string): Html[] {
  if (!translations || translations.size === 0) return [];
  return [...new Map([[language, url], ...translations])].map(
    ([tag, address]) => html`<link rel="alternate" hreflang="${tag}" href="${address}">\n`,
  );
}

const everyFormat = memoize(
  (feed: Feed, siteUrl: string): Html =>
    html`${feedFormats.map((format) => alternate(feed, siteUrl, format, `${feed.title} (${format.label})`))}`,
);
const oneFormat = memoize((feed: Feed, siteUrl: string): Html => alternate(feed, siteUrl, rss, feed.title));

function alternate(feed: Feed, siteUrl: string, { mediaType, fileName }: FeedFormat, title: string): Html {
  return html`<link rel="alternate" type="${mediaType}" title="${title}" href="${siteUrl + feed.path + fileName}">\n`;
}

/**
 * The switch for people with low vision, and the other languages. It works by CSS alone; the script remembers it, and stands
 * right here so that the text has its size before the rest of the page is shown.
 */
const topStrip = memoize((localized: LocalizedSite, toRoot: string, siteIndex: SiteIndex): Html => {
  const { words } = localized;
  const sizes = [
    ['normal', words.sizeNormal],
    ['large', words.sizeLarge],
    ['largest', words.sizeLargest],
  ] as const;
  return html`<section class="fw-sight" aria-label="${words.textSize}">
<div class="fw-wide">
<fieldset>
<legend>${words.textSize}</legend>
${sizes.map(([size, word]) => html`<label><input type="radio" name="fw-size" id="fw-size-${size}"${size === 'normal' && html` checked`}> ${word}</label>\n`)}</fieldset>
<label><input type="checkbox" id="fw-contrast"> ${words.contrast}</label>
${languageLinks(localized, toRoot, siteIndex)}</div>
<script src="${toRoot}feedwright.js"></script>
</section>`;
});

/** The icon in the tab: that of the site, else ours, for which browsers would ask at `/favicon.ico` (HTML, 4.6.7.8). */
function iconLink(toRoot: string, site: Site): Html | '' {
  const icon = site.icon ?? (hasOwnIcon(site) ? `${toRoot}${ownIcon}` : undefined);
  return icon ? html`<link rel="icon" href="${icon}">\n` : '';
}

/** How many sections the header names; the page of all sections has the others. */
const mostSections = 10;

function header(localized: LocalizedSite, toRoot: string, siteIndex: SiteIndex): Html {
  const standard = standardHeader(localized, toRoot);
  return siteIndex.templates.header?.({ localized, toRoot, standard }) ?? standard;
}

const standardHeader = memoize((localized: LocalizedSite, toRoot: string): Html => {
  const { title, description, words, path, sections } = localized;
  const here = toRoot + path;
  return html`<header class="fw-header">
<div class="fw-wide">
<div class="fw-masthead">
<div>
<p class="fw-name"><a href="${here}">${title}</a></p>
${description ? html`<p class="fw-about">${description}</p>\n` : ''}</div>
${searchBox(words, toRoot)}</div>
<nav class="fw-nav" aria-label="${words.sections}">
<ul>
${sections.slice(0, mostSections).map((feed) => html`<li><a href="${toRoot + feed.path}">${feed.name}</a></li>\n`)}<li><a href="${here}archive/">${words.archive}</a></li>
<li><a href="${here}subscribe/">${words.subscribe}</a></li>
</ul>
</nav>
</div>
</header>`;
});

/** A search over titles and summaries, which needs the script. */
function searchBox({ search, searchNone }: Words, toRoot: string): Html {
  return html`<search class="fw-search" id="fw-search" data-root="${toRoot}" data-none="${searchNone}">
<input type="search" id="fw-query" aria-label="${search}" placeholder="${search}" autocomplete="off">
</search>
`;
}

function languageLinks(localized: LocalizedSite, toRoot: string, siteIndex: SiteIndex): Html | '' {
  const others = siteIndex.allLanguages().filter(({ path }) => path !== localized.path);
  if (others.length === 0) return '';
  const links = others.map(
    ({ path, language, words }) =>
      html`<a href="${toRoot + path}"${languageAttributes(language, localized.language)} hreflang="${language}">${words.languageName}</a>\n`,
  );
  return html`<nav class="fw-languages" aria-label="${localized.words.languages}">\n${links}</nav>\n`;
}

/** The lists of everything that there are several of. */
const footerLinks = memoize((localized: LocalizedSite, toRoot: string, siteIndex: SiteIndex): Html => {
  const { words, path } = localized;
  const others = [
    { path: `${path}archive/`, heading: words.archive },
    { path: `${path}subscribe/`, heading: words.subscribe },
  ];
  // The usual header has those already; one of the site's own may not.
  const lists = [...siteIndex.listsOf(localized), ...(siteIndex.templates.header ? others : [])];
  if (lists.length === 0) return html``;
  const links = lists.map(({ path, heading }) => html`<li><a href="${toRoot + path}">${heading}</a></li>\n`);
  return html`<nav aria-label="${words.siteMap}">\n<ul>\n${links}</ul>\n</nav>\n`;
});
