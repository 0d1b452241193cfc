import { readFileSync } from 'node:fs';
import { ownPath } from '../platform/output-path.js';
import { packageFile } from '../platform/package-files.js';
import { type Document, textDocument } from '../publish/document.js';
import type { Site } from '../site/site.js';

/** The icon of sites that have none. */
export const ownIcon = 'feedwright.svg';

/** Whether a site has our icon: it has none, nor a folder on a host whose other pages may have one. */
export function hasOwnIcon({ icon, url }: Pick<Site, 'icon' | 'url'>): boolean {
  return icon === undefined && new URL(url).pathname === '/';
}

/** The files that pages and feeds share, as they lie in the package; the site's own styles come after ours. */
export function themeDocuments(site: Site): Document[] {
  const script = (path: string) => textDocument(ownPath(path), 'text/javascript', read(path));
  const ofFeeds = [textDocument(ownPath('feed.css'), 'text/css', read('feed.css')), script('feed.js')];
  if (!site.pages) return ofFeeds;
  const css = read('feedwright.css') + site.ownCss + (site.preview ? read('feedwright-reload.css') : '');
  return [
    ...ofFeeds,
    textDocument(ownPath('feedwright.css'), 'text/css', css),
    script('feedwright.js'),
    ...(hasOwnIcon(site) ? [textDocument(ownPath(ownIcon), 'image/svg+xml', read(ownIcon))] : []),
    ...(site.preview ? [script('feedwright-reload.js')] : []),
  ];
}

function read(name: string): string {
  return readFileSync(packageFile(`src/pages/theme/${name}`), 'utf8');
}
