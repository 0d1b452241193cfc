import type { OutputPath } from '../platform/output-path.js';

/**
 * The paths of files on their host, as CDNs take them: escaped, that of a page in a folder with and without
 * `index.html`.
 *
 * @param paths below the output folder
 * @param siteUrl address of the site, ending in `/`
 */
export function invalidations(paths: readonly OutputPath[], siteUrl: string): string[] {
  const base = new URL(siteUrl).pathname;
  return paths.flatMap((path) => {
    const address = base + path.split('/').map(encodeURIComponent).join('/');
    const folder = address.replace(/(^|\/)index\.html$/, '$1');
    return folder === address ? [address] : [folder, address];
  });
}
