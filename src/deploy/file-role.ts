import { placeOfDocument } from '../formats/feed-part.js';
import { feedFormats } from '../formats/formats.js';
import type { OutputPath } from '../platform/output-path.js';

/**
 * The roles of published files, in the order in which they are uploaded: a feed is uploaded after the pages and the
 * archives that it names, and what lists feeds after the feeds. Files are deleted in the opposite order.
 */
export const fileRoles = ['asset', 'page', 'archive', 'feed', 'index'] as const;

export type FileRole = (typeof fileRoles)[number];

const feedFiles = new Set(feedFormats.map(({ fileName }) => fileName));
/** Lists of feeds, and of everything, for programs. */
const indexFile = /(?:^|\/)(?:[^/]*\.opml|sitemap[^/]*\.xml|subscribe\/index\.html)$/;

/**
 * The roles of the files of a site.
 *
 * @param homes folders of the feeds of everything, and of languages: their pages list feeds
 * @param former files of feeds at addresses that they had before
 */
export function roleIn(
  homes: ReadonlySet<string>,
  former: ReadonlySet<string> = new Set(),
): (path: OutputPath) => FileRole {
  return (path) => {
    const plain = withoutCompression(path);
    const name = plain.slice(plain.lastIndexOf('/') + 1);
    if (former.has(plain)) return 'feed';
    if (feedFiles.has(name)) return placeOfDocument(plain).isArchive ? 'archive' : 'feed';
    const isHome = name === 'index.html' && homes.has(plain.slice(0, -name.length));
    if (isHome || indexFile.test(plain)) return 'index';
    return /\.html?$/i.test(plain) ? 'page' : 'asset';
  };
}

/** The path of the file that a compressed copy is of. */
export function withoutCompression(path: string): string {
  return path.replace(/\.(?:gz|br)$/, '');
}
