import { decodePath } from './decode-path.js';
import { type OutputPath, outputPath, type RefusedPath } from './output-path.js';

/**
 * The file of a page: a server finds it under the page's address.
 *
 * @param path the address below that of the site: `health/innomed/`, `about.html`, `about`
 * @returns the file below the output folder, or why there can be none
 */
export function pageFile(path: string): OutputPath | RefusedPath {
  const decoded = decodePath(path);
  if (decoded === '' || decoded.endsWith('/')) return outputPath(`${decoded}index.html`);
  return outputPath(/\.html?$/i.test(decoded) ? decoded : `${decoded}.html`);
}
