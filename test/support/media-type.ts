import { lookup } from 'mrmime';

const byName: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'chapters.json': 'application/json+chapters',
};

/** The media type with which a good server sends a file of this name. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    byName[name] ?? (name.endsWith('.opml') ? 'text/x-opml' : lookup(name)) ?? 'application/octet-stream'
  );
}
