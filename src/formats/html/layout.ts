import type { Feed } from '../../feeds/feed.js';
import { wordsIn } from '../../language/words.js';
import type { Site } from '../../site/site.js';
import { feedFormats } from '../formats.js';
import { type Html, html } from './html.js';

/** What a page puts into the frame that all pages share. */
export interface Page {
  /** Text of the `title` element. */
  title: string;
  description: string;
  language: string;
  /** Below the site's address: empty for the front page, else `health/innomed/` or `about.html`. */
  path: string;
  /** The feed that the page belongs to, offered to readers first. */
  feed: Feed;
  content: Html;
}

/**
 * What the browser may load for a page: nothing but the site's own files, and pictures and sound wherever an article
 * has them from (Content Security Policy, level 3).
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A whole page in the frame that all pages share. */
export function layout(page: Page, site: Site): string {
  const words = wordsIn(page.language);
  const toRoot = rootFrom(page.path);
  return `${
    html`<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${page.title}</title>
${page.description ? html`<meta name="description" content="${page.description}">\n` : ''}<link rel="canonical" href="${site.url + page.path}">
${feedLinks(page.feed, site)}<link rel="stylesheet" href="${toRoot}feedwright.css">
</head>
<body>
<a class="fw-skip" href="#fw-main">${words.skip}</a>
<header class="fw-header">
<div class="fw-wide">
<p class="fw-name"><a href="${toRoot}">${site.title}</a></p>
${site.description ? html`<p class="fw-about">${site.description}</p>\n` : ''}</div>
</header>
<main class="fw-wide" id="fw-main">
${page.content}
</main>
<footer class="fw-footer">
<div class="fw-wide">${site.copyright ?? site.title}</div>
</footer>
</body>
</html>`.text
  }\n`;
}

/** The way from a page to the front page, so that pages work in any folder and without a server. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

function feedLinks(feed: Feed, site: Site): Html[] {
  return feedFormats.map(
    ({ mediaType, fileName, label }) =>
      html`<link rel="alternate" type="${mediaType}" title="${feed.title} (${label})" href="${site.url + feed.path + fileName}">\n`,
  );
}
