import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImageSize, measureImage } from '../articles/measure-image.js';
import { decodePath } from '../platform/decode-path.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { realPathWithin } from '../platform/real-path.js';

/** A site as its own tool built it. */
export interface BuiltSite {
  /** Absolute path of the folder. */
  folder: string;
  /** CSS selector of the element that holds the text of an article. */
  selector?: string | undefined;
}

/** The files of a built site, found by the addresses that a server would give them. */
export class BuiltFiles {
  constructor(
    private readonly site: BuiltSite,
    private readonly url: string,
    private readonly files: FileTracker,
  ) {}

  /**
   * The page at an address.
   *
   * @param path below the address of the site: `blog/first/`, `blog/first.html`, `blog/first`
   */
  page(path: string): string | undefined {
    const decoded = decodePath(path);
    const bare = decoded.replace(/\/$/, '');
    const [beside, folder] = [bare && `${bare}.html`, `${bare}/index.html`];
    // A server takes the folder where the address ends with a slash, and the file where it does not.
    const places = [decoded, ...(decoded === bare ? [beside, folder] : [folder, beside])];
    const file = places.map((place) => place && this.find(place)).find((found) => found);
    return file ? readFileSync(file, 'utf8') : undefined;
  }

  /** The size of a picture of the site, by its absolute address. */
  measure(url: string): ImageSize | undefined {
    if (!url.startsWith(this.url)) return undefined;
    const file = this.find(decodePath(url.slice(this.url.length).replace(/[?#].*$/s, '')));
    return file === undefined ? undefined : measureImage(file);
  }

  /** A file in the folder, also behind links as long as they stay in it. */
  private find(path: string): string | undefined {
    if (path === '' || path.endsWith('/') || path.includes('\0')) return undefined;
    const file = join(this.site.folder, path);
    const isThere = this.files.stat(file)?.isFile() === true;
    return isThere ? realPathWithin(this.site.folder, file) : undefined;
  }
}
