import { posix } from 'node:path';
import {
  type Asset,
  type AssetContext,
  findAsset,
  isRelative,
  type RefusedAsset,
  withoutEmptyParts,
} from '../articles/assets.js';
import { measureImage } from '../articles/measure-image.js';
import { decodePath } from '../platform/decode-path.js';
import { asUri } from '../platform/iri.js';
import { BuiltFiles } from './built-site.js';
import type { Addresses, BodyContext, BodySubject } from './rendered-body.js';
import type { BodyUrls } from './sanitize.js';

/** What a body refers to. */
export interface References {
  /** The files beside the article. */
  assets: Asset[];
  /** Relative addresses, as written, that name neither a file nor an article. */
  dangling: string[];
  /** Files that are there and are not published, by their addresses as written. */
  refused: Map<string, RefusedAsset>;
  /** There is an address that means something on this site only. */
  isRelative: boolean;
}

/** No references. */
export function noReferences(): References {
  return { assets: [], dangling: [], refused: new Map(), isRelative: false };
}

/** Gives addresses their absolute form, and collects the files beside the article that they name. */
export function urlsOf(article: BodySubject, context: BodyContext, found: References): BodyUrls {
  const assetContext: AssetContext = {
    articlesRoot: context.articles,
    siteUrl: context.site.url,
    articleFile: article.source.file,
    articleUrl: article.url,
    copies: context.site.pages,
    allowed: context.site.assets,
    files: context.files,
  };
  const { rendered, url: siteUrl } = context.site;
  const built = rendered && new BuiltFiles(rendered, siteUrl, context.files);
  const measure = (url: string) => {
    if (built)
      return URL.canParse(url, article.url) ? built.measure(new URL(url, article.url).href) : undefined;
    const asset = findAsset(url.trim(), assetContext);
    return asset && 'file' in asset ? measureImage(asset.file) : undefined;
  };
  const resolve = (written: string) => {
    const url = written.trim();
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return asUri(url);
    found.isRelative = true;
    // Zola writes links to its own articles so.
    if (url.startsWith('@/')) {
      const [path = '', place] = url.split('#');
      const address = context.addresses.find(path);
      if (address) return address + (place ? `#${place}` : '');
    }
    // The tool of a built site wrote addresses as its pages have them.
    if (built) return URL.canParse(url, article.url) ? new URL(url, article.url).href : url;
    const sibling = addressOfSibling(url, article, context.addresses);
    if (sibling) return sibling;
    const asset = findAsset(url, assetContext);
    if (asset && 'file' in asset) {
      found.assets.push(asset);
      return new URL(withoutEmptyParts(url), article.url).href;
    }
    if (asset) found.refused.set(written, asset);
    else if (isRelative(url)) found.dangling.push(written);
    const plain = isRelative(url) ? withoutEmptyParts(url) : url;
    return URL.canParse(plain, article.url) ? new URL(plain, article.url).href : url;
  };
  return { resolve, measure };
}

/** `../health/innomed.md#speakers` means the page of that article. */
function addressOfSibling(url: string, article: BodySubject, addresses: Addresses): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (!/\.(md|markdown|mdx|html)$/i.test(path)) return undefined;
  if (/^\/[^/].*\.md$/i.test(path)) {
    const found = addresses.find(decodePath(path));
    return found && found + rest;
  }
  if (!isRelative(url)) return undefined;
  const address = addresses.of(posix.join(posix.dirname(article.source.path), decodePath(path)));
  return address && address + rest;
}
