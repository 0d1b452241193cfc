import { basename } from 'node:path';
import type { PublishedArticle } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { endOf } from '../feeds/ended-feeds.js';
import type { Feed } from '../feeds/feed.js';
import type { FormerFeed } from '../feeds/former-feeds.js';
import { feedFormats } from '../formats/formats.js';
import type { Redirect } from '../hosts/host.js';
import { identityFileName, type KnownItem } from '../identity/identity-file.js';
import { escapeName } from '../platform/escape-name.js';
import { readableAddress } from '../platform/iri.js';
import { ownPath, type RefusedPath } from '../platform/output-path.js';
import { pageFile } from '../platform/page-file.js';
import { type Document, textDocument } from '../publish/document.js';
import type { Site } from '../site/site.js';
import { compareText } from '../text/compare-text.js';
import { html } from './html.js';

/** What leads from former addresses to present ones, and FW026. */
export interface Redirects {
  /** A page at each former address of a page, for hosts that do not redirect. */
  documents: Document[];
  /** The same for hosts that do. */
  rules: Redirect[];
  diagnostics: Diagnostic[];
}

/** A page or a document that has moved, by its paths below the address of the site. */
interface Moved {
  from: string;
  to: string;
}

/**
 * What leads from the former addresses of articles and feeds to those that they have now, those of the settings among them
 * (FW028 where they lead nowhere).
 *
 * @param items everything that was published
 * @param articles those that are published now
 */
export function renderRedirects(
  items: readonly KnownItem[],
  articles: readonly PublishedArticle[],
  feeds: readonly Feed[],
  site: Site,
): Redirects {
  const taken = new Set([...articles, ...feeds].map(({ path }) => path));
  const movedArticles = items.flatMap(({ path, former }) =>
    former.filter((from) => !taken.has(from) && taken.has(path)).map((from) => ({ from, to: path })),
  );
  const movedFeeds = feeds.flatMap(({ path, former }) => former.map((from) => ({ from, to: path })));
  const documents = movedFeeds.flatMap(({ from, to }) =>
    feedFormats.map(({ fileName }) => ({ from: from + fileName, to: to + fileName })),
  );
  // Where another tool makes the pages, it knows where they went.
  const movedPages = movedFeeds.filter(({ from }) => !taken.has(from));
  const pages = site.pages ? [...movedArticles, ...movedPages] : [];
  const redirects: Redirects = { documents: [], rules: [], diagnostics: [] };
  // What two left, one after the other, leads to where the first of them is.
  const moves = new Map([...pages].reverse().map((moved) => [moved.from, moved]));
  for (const moved of moves.values()) addPage(moved, site, redirects);
  redirects.rules.push(...documents.map((moved) => ruleFor(moved, site)));
  for (const former of site.formerFeeds) addFormerFeed(former, feeds, site, redirects);
  redirects.rules.sort((a, b) => compareText(a.from, b.from));
  return redirects;
}

/** Folders of feeds that are gone, with everything in them: paths on the host of the site. */
export function goneFolders(site: Pick<Site, 'endedFeeds' | 'url' | 'timezone' | 'now'>): string[] {
  const base = new URL(site.url).pathname;
  return site.endedFeeds
    .filter((end) => end.gone && endOf(end, site) <= site.now.getTime())
    .map(({ feed }) => base + encodeURI(feed));
}

function addPage({ from, to }: Moved, site: Site, redirects: Redirects): void {
  const file = pageFile(from);
  if (typeof file !== 'string') {
    redirects.diagnostics.push(refusedAddress(from, file));
    return;
  }
  const page = redirectPage(site.url + to);
  redirects.documents.push(textDocument(file, 'text/html', page, { givesWay: true }));
  redirects.rules.push(ruleFor({ from, to }, site));
}

/** The document itself is copied where its path is that of a file; at that of a folder stands a page that names it. */
function addFormerFeed(
  { from, feed: folder, format: name }: FormerFeed,
  feeds: readonly Feed[],
  site: Site,
  redirects: Redirects,
): void {
  const format = feedFormats.find((each) => each.name === name);
  const feed = feeds.find(({ path }) => path === folder);
  if (!format || !feed) {
    redirects.diagnostics.push(leadsNowhere(from, folder, site));
    return;
  }
  const to = feed.path + format.fileName;
  if (from === to) return;
  if (from === '' || from.endsWith('/')) {
    const page = redirectPage(site.url + to, { type: format.mediaType, title: feed.title });
    redirects.documents.push(
      textDocument(ownPath(`${from}index.html`), 'text/html', page, { givesWay: true }),
    );
  }
  redirects.rules.push(ruleFor({ from: encodeURI(from), to }, site));
}

/** FW028. */
function leadsNowhere(from: string, folder: string, { settingsFile }: Site): Diagnostic {
  const message = `"/${escapeName(from)}" is redirected to the feed "${escapeName(folder)}", which does not exist.`;
  return diagnose('FW028', {
    file: settingsFile === undefined ? 'settings' : basename(settingsFile),
    message,
  });
}

function ruleFor({ from, to }: Moved, site: Site): Redirect {
  const address = (path: string) => new URL(site.url + path).pathname;
  return { from: address(from), to: address(to) };
}

/** FW026: an address that a damaged file of identities claims. */
function refusedAddress(old: string, { refused }: RefusedPath): Diagnostic {
  const message = `The former address "${escapeName(old)}" cannot be redirected: ${refused}.`;
  return diagnose('FW026', { file: identityFileName, message });
}

/** @param feed what the address is that of, where a reader that opens the page should find it */
function redirectPage(url: string, feed?: { type: string; title: string }): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${readableAddress(url)}</title>
${feed ? html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${url}">` : html`<link rel="canonical" href="${url}">`}
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body>
<p><a href="${url}">${readableAddress(url)}</a></p>
</body>
</html>
`.text;
}
