import { decodePath } from '../articles/assets.js';

/**
 * The file of a page: a server finds it under the page's address.
 *
 * @param path the address below that of the site: `health/innomed/`, `about.html`, `about`
 */
export function pageFile(path: string): string {
  const decoded = decodePath(path);
  if (decoded === '' || decoded.endsWith('/')) return `${decoded}index.html`;
  return /\.html?$/i.test(decoded) ? decoded : `${decoded}.html`;
}
