import type { Feed } from '../feeds/feed.js';
import { feedFormats } from '../formats/formats.js';
import type { HeaderRule } from '../hosts/host.js';
import type { Site } from '../site/site.js';
import { contentSecurityPolicy } from './layout.js';

/** How long an answer may be used again, in seconds: readers ask often, and a change should arrive within minutes. */
export const cacheAge = { feeds: 300, pages: 300, assets: 86_400 };

/** For every file, whatever it is: a picture or a text that somebody opens can run no more than a page can. */
const policy = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
};

/** What decides the headers of a site. */
type RuledSite = Pick<Site, 'pages' | 'hub' | 'url' | 'podcast'>;

/** What podcast apps in browsers read beside feeds, under types that servers do not know. */
const forPlayers = {
  'chapters.json': 'application/json+chapters',
  '*.vtt': 'text/vtt; charset=utf-8',
  '*.srt': 'application/x-subrip; charset=utf-8',
};

/**
 * What a good server sends beside the files of a site: the media types of feeds, how long answers keep, permission for
 * other sites to read feeds, what any file may load that a browser opens (Content Security Policy; also that no other
 * site frames it, which the element in the page cannot say) and that its type is not guessed, and, where there is a hub,
 * how to hear of changes (WebSub, section 4).
 */
export function headerRules(feeds: readonly Pick<Feed, 'path'>[], site: RuledSite): HeaderRule[] {
  // Where another tool makes the pages, they have needs of their own; then only feeds are ours to speak for.
  const rules: HeaderRule[] = site.pages ? [{ files: '*', headers: policy }] : [];
  const forFeeds = site.pages ? {} : policy;
  for (const { fileName, servedAs } of feedFormats) {
    rules.push({
      files: fileName,
      headers: {
        'Content-Type': servedAs,
        'Cache-Control': `public, max-age=${cacheAge.feeds}`,
        'Access-Control-Allow-Origin': '*',
        ...forFeeds,
      },
    });
  }
  for (const [files, type] of site.podcast.length > 0 ? Object.entries(forPlayers) : []) {
    const headers = { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' };
    rules.push({ files, headers: { ...headers, ...forFeeds } });
  }
  rules.push(
    { files: '*.opml', headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } },
    ...(site.pages
      ? [{ files: '*.html', headers: { 'Cache-Control': `public, max-age=${cacheAge.pages}` } }]
      : []),
    { files: '*.css', headers: { 'Cache-Control': `public, max-age=${cacheAge.assets}` } },
  );
  if (!site.hub) return rules;
  const base = new URL(site.url).pathname;
  for (const { path } of feeds) {
    for (const { fileName } of feedFormats) {
      const link = `<${site.hub}>; rel="hub", <${site.url}${path}${fileName}>; rel="self"`;
      rules.push({ files: `${base}${path}${fileName}`, headers: { Link: link } });
    }
  }
  return rules;
}
