import { dirname, join, relative, sep } from 'node:path';
import { lookAt } from '../cache/looks.js';

/** A file that an article refers to in its folder, and the place where it is published. */
export interface Asset {
  /** Where the file is on this machine. */
  file: string;
  /** Where it is published, below the output folder. */
  path: string;
  /** Size in bytes. */
  bytes: number;
}

/** What is needed to find the files that an article refers to. */
export interface AssetContext {
  /** Folder of articles; files outside of it are never published. */
  articlesRoot: string;
  siteUrl: string;
  /** The article's file, and its absolute address. */
  articleFile: string;
  articleUrl: string;
}

/** Whether an address is relative to the article, and so may name a file beside it. */
export function isRelative(url: string): boolean {
  return url !== '' && !/^([a-z][a-z0-9+.-]*:|[/#?])/i.test(url);
}

/**
 * The file beside an article that a relative address names.
 *
 * @param url address as written in the article
 * @returns nothing where the address is not relative, leads out of the articles or the site, or names no file
 */
export function findAsset(url: string, context: AssetContext): Asset | undefined {
  if (!isRelative(url)) return undefined;
  const file = fileBeside(url, context.articleFile);
  const inside = relative(context.articlesRoot, file);
  if (inside.startsWith('..') || inside.split(sep).some((part) => /^[._]/.test(part))) return undefined;
  const absolute = new URL(url, context.articleUrl);
  const place = `${absolute.origin}${absolute.pathname}`;
  if (!place.startsWith(context.siteUrl)) return undefined;
  const stats = lookAt(file);
  if (!stats?.isFile()) return undefined;
  return { file, path: decodePath(place.slice(context.siteUrl.length)), bytes: stats.size };
}

/** The file that a relative address would name, whether or not it is there. */
export function fileBeside(url: string, articleFile: string): string {
  return join(dirname(articleFile), decodePath(url.replace(/[?#].*$/, '')));
}

/** A path with its percent-escapes resolved; as it is where they are broken. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
