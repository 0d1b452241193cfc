import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { identityFileName, type KnownItem } from '../identity/identity-file.js';
import { decodePath } from '../platform/decode-path.js';
import { escapeName } from '../platform/escape-name.js';
import { ownPath, type RefusedPath } from '../platform/output-path.js';
import { pageFile } from '../platform/page-file.js';
import { type Document, textDocument } from '../publish/document.js';
import type { Site } from '../site/site.js';
import { html } from './html.js';

/** The documents that lead from former addresses to present ones, and FW026. */
export interface Redirects {
  documents: Document[];
  diagnostics: Diagnostic[];
}

const none: Redirects = { documents: [], diagnostics: [] };

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
): Redirects {
  if (items.every(({ former }) => former.length === 0)) return none;
  const taken = new Set([...pages].map(({ path }) => path));
  const moved = items.flatMap(({ path, former }) =>
    former.filter((old) => !taken.has(old) && taken.has(path)).map((old) => ({ old, path })),
  );
  if (moved.length === 0 || !site.pages) return none;
  const address = (path: string) => new URL(site.url + path).pathname;
  const redirects: Redirects = { documents: [], diagnostics: [] };
  const lines: string[] = [];
  const givesWay = true;
  for (const { old, path } of moved) {
    const file = pageFile(old);
    if (typeof file === 'string') {
      redirects.documents.push(textDocument(file, 'text/html', redirectPage(site.url + path), { givesWay }));
      lines.push(`${address(old)} ${address(path)} 301`);
    } else redirects.diagnostics.push(refusedAddress(old, file));
  }
  const text = `${lines.sort().join('\n')}\n`;
  redirects.documents.push(textDocument(ownPath('_redirects'), 'text/plain', text, { givesWay }));
  return redirects;
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
