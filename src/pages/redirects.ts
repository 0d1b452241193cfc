import type { PublishedArticle } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Feed } from '../feeds/feed.js';
import { feedFormats } from '../formats/formats.js';
import type { Redirect } from '../hosts/host.js';
import { identityFileName, type KnownItem } from '../identity/identity-file.js';
import { escapeName } from '../platform/escape-name.js';
import { readableAddress } from '../platform/iri.js';
import type { RefusedPath } from '../platform/output-path.js';
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
 * What leads from the former addresses of articles and feeds to those that they have now.
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
  const pages = site.pages ? [...movedArticles, ...movedFeeds] : [];
  const redirects: Redirects = { documents: [], rules: [], diagnostics: [] };
  // What two left, one after the other, leads to where the first of them is.
  const moves = new Map([...pages].reverse().map((moved) => [moved.from, moved]));
  for (const moved of moves.values()) addPage(moved, site, redirects);
  redirects.rules.push(...documents.map((moved) => ruleFor(moved, site)));
  redirects.rules.sort((a, b) => compareText(a.from, b.from));
  return redirects;
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

function ruleFor({ from, to }: Moved, site: Site): Redirect {
  const address = (path: string) => new URL(site.url + path).pathname;
  return { from: address(from), to: address(to) };
}

/** FW026: an address that a damaged file of identities claims. */
function refusedAddress(old: string, { refused }: RefusedPath): Diagnostic {
  const message = `Nothing can lead away from the former address "${escapeName(old)}": ${refused}.`;
  return diagnose('FW026', { file: identityFileName, message });
}

function redirectPage(url: string): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${readableAddress(url)}</title>
<link rel="canonical" href="${url}">
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body>
<p><a href="${url}">${readableAddress(url)}</a></p>
</body>
</html>
`.text;
}
