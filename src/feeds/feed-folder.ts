import { pageFile } from '../platform/page-file.js';

/**
 * Whether a path can be the folder of a feed, below the site's address: empty for the main feed, else ending in `/`, without
 * what would mean something else in an address. Files that remember feeds can be edited by others.
 */
export function isFeedFolder(path: string): boolean {
  return path === '' || (/^(?:[a-z0-9][a-z0-9._-]*\/)+$/i.test(path) && typeof pageFile(path) === 'string');
}
