import { decodePath } from '../articles/assets.js';
import type { KnownItem } from '../identity/identity-file.js';
import type { Site } from '../site/site.js';
import { type Document, textDocument } from './document.js';
import { html } from './html/html.js';
import { pageFile } from './page-file.js';

/**
 * What leads from the former addresses of articles to those that they have now: a small page at each, and a file for
 * hosts that read one (`_redirects`, as Netlify and Cloudflare Pages do).
 *
 * @param items everything that was published
 * @param pages what has a page: its address, below that of the site
 */
export function renderRedirects(
  items: readonly KnownItem[],
  pages: Iterable<{ path: string }>,
  site: Site,
): Document[] {
  if (items.every(({ former }) => former.length === 0)) return [];
  const taken = new Set([...pages].map(({ path }) => path));
  const moved = items.flatMap(({ path, former }) =>
    former.filter((old) => !taken.has(old) && taken.has(path)).map((old) => ({ old, path })),
  );
  if (moved.length === 0 || !site.pages) return [];
  const base = new URL(site.url).pathname;
  const lines = moved.map(({ old, path }) => `${base}${old} ${base}${path} 301`).sort();
  const givesWay = true;
  const moving = moved.map(({ old, path }) =>
    textDocument(pageFile(old), 'text/html', redirectPage(site.url + path), { givesWay }),
  );
  return [...moving, textDocument('_redirects', 'text/plain', `${lines.join('\n')}\n`, { givesWay })];
}

function redirectPage(url: string): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${decodePath(url)}</title>
<link rel="canonical" href="${url}">
<meta http-equiv="refresh" content="0; url=${url}">
</head>
<body>
<p><a href="${url}">${decodePath(url)}</a></p>
</body>
</html>
`.text;
}
