import { readFileSync } from 'node:fs';
import type { Site } from '../site/site.js';
import type { Document } from './document.js';

const folder = new URL('../../theme/', import.meta.url);

/** The files that pages and feeds share, as they lie in the package; the site's own styles come after ours. */
export function themeDocuments(site: Site): Document[] {
  const feedCss: Document = { path: 'feed.css', mediaType: 'text/css', text: read('feed.css') };
  if (!site.pages) return [feedCss];
  const script = (path: string): Document => ({ path, mediaType: 'text/javascript', text: read(path) });
  const css = read('feedwright.css') + site.ownCss + (site.preview ? read('feedwright-reload.css') : '');
  return [
    feedCss,
    { path: 'feedwright.css', mediaType: 'text/css', text: css },
    script('feedwright.js'),
    ...(site.preview ? [script('feedwright-reload.js')] : []),
  ];
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
