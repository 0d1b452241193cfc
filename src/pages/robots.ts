import { ownPath } from '../platform/output-path.js';
import { type Document, textDocument } from '../publish/document.js';
import type { Site } from '../site/site.js';

/**
 * A robots.txt that names the sitemaps (RFC 9309, sitemaps.org). It counts at the top of a host only, so that a site
 * in a folder has none; and one that the site has already is left alone.
 */
export function renderRobots(site: Site): Document[] {
  if (new URL(site.url).pathname !== '/') return [];
  const sitemaps = ['sitemap.xml', ...(site.news ? ['news-sitemap.xml'] : [])];
  const text = [
    'User-agent: *',
    'Allow: /',
    '',
    ...sitemaps.map((name) => `Sitemap: ${site.url}${name}`),
    '',
  ].join('\n');
  return [textDocument(ownPath('robots.txt'), 'text/plain', text, { givesWay: true })];
}
