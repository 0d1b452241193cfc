import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencesOf } from './html-links.js';
import { mediaTypeOf } from './media-type.js';
import { parseXml, type XmlElement } from './xml.js';

/** An address of the site as something published refers to it. */
interface Reference {
  from: string;
  url: string;
  /** Media type that the reference promises. */
  type?: string;
}

/** What was found, and how much was looked at. */
export interface LinkCheck {
  problems: string[];
  /** Every address within the site that something refers to, with the media type that a reference promises. */
  urls: Map<string, string | undefined>;
  /** How many pages, feeds and other documents were read. */
  documents: number;
}

/** Every published file, by path. */
function publishedPaths(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)));
}

/**
 * Follows every address within the site that its pages, feeds, OPML and sitemap name, and compares the media types
 * that they promise with those of the files.
 *
 * @param folder what was published
 * @param siteUrl absolute address of the site, ending in `/`
 */
export function checkLinks(folder: string, siteUrl: string): LinkCheck {
  const paths = publishedPaths(folder);
  const ids = new Map<string, Set<string>>();
  const references: Reference[] = [];
  let documents = 0;
  for (const path of paths) {
    if (!/\.(html|xml|json|opml)$/.test(path) || path.startsWith('.')) continue;
    documents += 1;
    const text = readFileSync(join(folder, path), 'utf8');
    const base = siteUrl + path.replace(/(^|\/)index\.html$/, '$1');
    if (path.endsWith('.html')) {
      const page = referencesOf(text);
      ids.set(path, page.ids);
      for (const { url, attributes } of page.links) {
        const type = attributes.type?.includes('/') ? { type: attributes.type } : {};
        references.push({ from: path, url: new URL(url, base).href, ...type });
      }
    } else if (path.endsWith('.json')) {
      for (const reference of addressesOfJson(JSON.parse(text)))
        references.push({ from: path, ...reference });
    } else {
      for (const reference of addressesOfXml(parseXml(text))) references.push({ from: path, ...reference });
    }
  }
  const own = references.filter(({ url }) => url.startsWith(siteUrl));
  const problems = own.flatMap((reference) => problemOf(reference, siteUrl, paths, ids) ?? []);
  const urls = new Map(own.map(({ url, type }) => [url.replace(/#.*$/, ''), type]));
  return { problems: [...new Set(problems)], urls, documents };
}

function problemOf(
  { from, url, type }: Reference,
  siteUrl: string,
  paths: ReadonlySet<string>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const { pathname, hash } = new URL(url);
  const path = decodeURIComponent(pathname.slice(new URL(siteUrl).pathname.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!paths.has(file)) return `${from}: ${url} is not there`;
  const actual = mediaTypeOf(file);
  if (type && type !== actual) return `${from}: ${url} is ${actual}, not ${type}`;
  const place = decodeURIComponent(hash.slice(1));
  if (place && ids.has(file) && !ids.get(file)?.has(place)) return `${from}: ${url} has no such place`;
  return undefined;
}

function inContent(html: string): Omit<Reference, 'from'>[] {
  return referencesOf(html).links.map(({ url }) => ({ url }));
}

/** The addresses of a JSON Feed: of itself, of its items, attachments and images, and those in the content. */
function addressesOfJson(value: unknown): Omit<Reference, 'from'>[] {
  if (Array.isArray(value)) return value.flatMap(addressesOfJson);
  if (typeof value !== 'object' || value === null) return [];
  const type = 'mime_type' in value ? { type: String(value.mime_type) } : {};
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'content_html') return inContent(String(inner));
    if (typeof inner !== 'string') return addressesOfJson(inner);
    return /(^|_)url$|^(image|icon|favicon|avatar)$/.test(name) ? [{ url: inner, ...type }] : [];
  });
}

/** The addresses of RSS, Atom, OPML and sitemaps. */
function addressesOfXml(element: XmlElement): Omit<Reference, 'from'>[] {
  const { attributes, text } = element;
  const own: Omit<Reference, 'from'>[] = [];
  // The newest archive names its successor before that comes to be.
  if (attributes.rel === 'next-archive') return own;
  for (const name of ['href', 'url', 'xmlUrl', 'htmlUrl', 'src']) {
    const url = attributes[name];
    const type = attributes.type?.includes('/') ? { type: attributes.type } : {};
    if (url) own.push({ url, ...type });
  }
  if (/(^|\})(link|loc|logo|icon|url)$/.test(element.name) && /^https?:/.test(text.trim())) {
    own.push({ url: text.trim() });
  }
  if (attributes.type === 'html' || element.name.endsWith('}encoded')) own.push(...inContent(text));
  return [...own, ...element.children.flatMap(addressesOfXml)];
}
