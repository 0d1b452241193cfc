import type { Feed } from '../feeds/feed.js';
import { redirectsFile } from '../hosts/headers-file.js';
import type { HostFile, HostRules } from '../hosts/host.js';
import { hosts } from '../hosts/hosts.js';
import { artworkDocument, chaptersDocument } from '../pages/episode-documents.js';
import { headerRules } from '../pages/header-rules.js';
import { renderOpml } from '../pages/opml.js';
import { goneFolders, type Redirects } from '../pages/redirects.js';
import { renderRobots } from '../pages/robots.js';
import { themeDocuments } from '../pages/theme.js';
import { ownPath } from '../platform/output-path.js';
import { type Document, textDocument } from '../publish/document.js';
import type { Site } from '../site/site.js';
import type { SiteContent } from './content.js';

/** What is there once for a site. */
export function siteDocuments(feeds: readonly Feed[], redirects: Redirects, site: Site): Document[] {
  const base = new URL(site.url).pathname;
  return [
    ...themeDocuments(site),
    ...hostDocuments(
      {
        ...{ base, headers: headerRules(feeds, site) },
        ...{ redirects: redirects.rules, gone: goneFolders(site) },
        ...(site.pages ? { notFound: `${base}404.html` } : {}),
      },
      site,
    ),
    ...redirects.documents,
    ...(site.pages ? renderRobots(site) : []),
    textDocument(ownPath('feeds.opml'), 'text/x-opml', renderOpml(feeds, site)),
  ];
}

/** What podcasts have beside feeds and pages: chapters, covers, artwork. */
export function podcastDocuments(
  { feeds, bodies: { articles }, media }: Pick<SiteContent, 'feeds' | 'bodies' | 'media'>,
  site: Site,
): Document[] {
  const covers = new Set(articles.flatMap(({ episode }) => episode?.cover?.url ?? []));
  return [
    ...articles.flatMap((article) => chaptersDocument(article, site.url) ?? []),
    ...[...covers].flatMap((url) => media.coverAt(url) ?? []),
    ...feeds.flatMap((feed) => artworkDocument(feed) ?? []),
  ];
}

/** The files that the host of the site takes; several hosts redirect by one file. */
function hostDocuments(rules: HostRules, site: Site): Document[] {
  const host = hosts.find(({ name }) => name === site.hosting);
  const files: readonly HostFile[] = host ? host.files(rules) : redirectsFile(rules.redirects);
  return files.map(({ path, text, mediaType = 'text/plain', givesWay = false }) =>
    textDocument(ownPath(path), mediaType, text, { givesWay }),
  );
}
