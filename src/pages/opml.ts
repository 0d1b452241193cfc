import type { Feed, FeedKind } from '../feeds/feed.js';
import { rss } from '../formats/rss.js';
import { siteWords } from '../language/site-words.js';
import type { Site } from '../site/site.js';
import { escapeXml } from '../text/escape-xml.js';

/**
 * Every feed of a site in folders by kind, for import into a reader (OPML 2.0, "subscription lists"). Many readers show no
 * folders: two feeds of one title have the name of theirs beside it.
 */
export function renderOpml(feeds: readonly Feed[], site: Site): string {
  const words = siteWords(site, site.language);
  const folders: [kind: FeedKind, title: string][] = [
    ['language', words.languages],
    ['section', words.sections],
    ['podcast', words.podcasts],
    ['collection', words.collections],
    ['author', words.authors],
    ['tag', words.tags],
  ];
  const counts = new Map<string, number>();
  for (const { title } of feeds) counts.set(title, (counts.get(title) ?? 0) + 1);
  const folderOf = new Map(folders);
  const nameOf = ({ title, kind }: Feed) =>
    counts.get(title) !== 1 && folderOf.has(kind) ? `${title} (${folderOf.get(kind)})` : title;
  const of = (kind: FeedKind) =>
    feeds.filter((feed) => feed.kind === kind).map((feed) => outline(feed, nameOf(feed), site));
  const lines = folders
    .map(([kind, title]) => [title, of(kind)] as const)
    .filter(([, outlines]) => outlines.length > 0)
    .flatMap(([title, outlines]) => [
      `<outline text="${escapeXml(title)}" title="${escapeXml(title)}">`,
      ...outlines,
      '</outline>',
    ]);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `<head><title>${escapeXml(site.title)}</title></head>`,
    '<body>',
    ...of('all'),
    ...lines,
    '</body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline({ description, language, path }: Feed, name: string, site: Site): string {
  const attributes: Record<string, string> = {
    type: 'rss',
    text: name,
    title: name,
    ...(description ? { description } : {}),
    language,
    xmlUrl: site.url + path + rss.fileName,
    htmlUrl: site.pages ? site.url + path : site.url,
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<outline${written.join('')}/>`;
}
