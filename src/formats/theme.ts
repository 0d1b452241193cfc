import { readFileSync } from 'node:fs';
import type { Site } from '../site/site.js';
import type { Document } from './document.js';

const folder = new URL('../../theme/', import.meta.url);

/** The files that pages and feeds share, as they lie in the package; the site's own styles come after ours. */
export function themeDocuments(site: Site): Document[] {
  const feedCss: Document = { path: 'feed.css', mediaType: 'text/css', text: read('feed.css') };
  if (!site.pages) return [feedCss];
  return [
    feedCss,
    { path: 'feedwright.css', mediaType: 'text/css', text: read('feedwright.css') + site.ownCss },
    { path: 'feedwright.js', mediaType: 'text/javascript', text: read('feedwright.js') },
  ];
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
