import { accessSync, constants } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { decodePath } from '../platform/decode-path.js';
import { escapeName } from '../platform/escape-name.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { type OutputPath, outputPath } from '../platform/output-path.js';
import { realPath, realPathWithin } from '../platform/real-path.js';
import { treatmentOf } from './asset-types.js';
import { whatIsActive } from './inert-svg.js';

/** A file that an article refers to in its folder, and the place where it is published. */
export interface Asset {
  /** Where the file really is on this machine: no part of the path is a link. */
  file: string;
  path: OutputPath;
  /** Size in bytes. */
  bytes: number;
}

/** A file that is there and is not published, and why. */
export interface RefusedAsset {
  code: DiagnosticCode;
  message: string;
}

/** What is needed to find the files that an article refers to. */
export interface AssetContext {
  /** Folder of articles; files outside of it are never published. */
  articlesRoot: string;
  siteUrl: string;
  /** The article's file, and its absolute address. */
  articleFile: string;
  articleUrl: string;
  /** Whether files are copied at all, and endings that are copied beside the usual ones. */
  copies: boolean;
  allowed: readonly string[];
  /** Looks at the files. */
  files: FileTracker;
}

/** Whether an address is relative to the article, and so may name a file beside it. */
export function isRelative(url: string): boolean {
  return url !== '' && !/^([a-z][a-z0-9+.-]*:|[/#?\\])/i.test(url);
}

/**
 * The file beside an article that a relative address names.
 *
 * @param written address as written in the article
 * @returns nothing where the address is not relative, leads out of the articles or the site, or names no file; FW045
 *   for a file type that is not published, and FW046 for one that may not be published or not in its place
 */
export function findAsset(written: string, context: AssetContext): Asset | RefusedAsset | undefined {
  if (!isRelative(written)) return undefined;
  const url = withoutEmptyParts(written);
  const file = fileBeside(url, context.articleFile);
  if (isOutside(context.articlesRoot, file)) return undefined;
  const absolute = new URL(url, context.articleUrl);
  const place = `${absolute.origin}${absolute.pathname}`;
  if (!place.startsWith(context.siteUrl)) return undefined;
  const stats = context.files.stat(file);
  if (!stats?.isFile()) return undefined;
  const refuse = (why: string) => refused('FW046', url, why);
  if (url.includes('\\')) return refuse('its name has a backslash');
  const path = outputPath(decodePath(place.slice(context.siteUrl.length)));
  if (typeof path !== 'string') return refuse(path.refused);
  const real = realPathWithin(context.articlesRoot, file);
  if (real === undefined) return refuse('a link leads out of the folder of articles');
  if (isHidden(realPath(context.articlesRoot) ?? '', real)) return refuse('it is in a hidden folder');
  if (!isReadable(real)) return refuse('it cannot be read');
  if (!context.copies) return { file: real, path, bytes: stats.size };
  return whyLeftOut(url, real, path, context.allowed) ?? { file: real, path, bytes: stats.size };
}

/** FW045 for what a browser or a server might run, by the names of the file and by what is in it. */
function whyLeftOut(
  url: string,
  file: string,
  path: OutputPath,
  allowed: readonly string[],
): RefusedAsset | undefined {
  const treatments = [file.split(sep).join('/'), path].map((name) => treatmentOf(name, allowed));
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (treatments.includes('leave out')) {
    return refused(
      'FW045',
      url,
      `files of this kind may run on the site; "assets: [${ending}]" in the settings allows it`,
    );
  }
  const found = treatments.includes('inspect') ? whatIsActive(file) : undefined;
  return found === undefined
    ? undefined
    : refused('FW045', url, `${found}; "assets: [svg]" in the settings allows it`);
}

function refused(code: DiagnosticCode, url: string, why: string): RefusedAsset {
  return { code, message: `"${escapeName(decodePath(url)).slice(0, 200)}" is not published: ${why}.` };
}

/** An address as disks and most servers read it: `figs//a.svg` is `figs/a.svg`. */
export function withoutEmptyParts(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1
    ? url.replace(/\/{2,}/g, '/')
    : url.slice(0, end).replace(/\/{2,}/g, '/') + url.slice(end);
}

/** The file that a relative address would name, whether or not it is there. */
export function fileBeside(url: string, articleFile: string): string {
  return join(dirname(articleFile), decodePath(url.replace(/[?#].*$/s, '')));
}

function isOutside(folder: string, file: string): boolean {
  return relative(folder, file).startsWith('..') || isHidden(folder, file);
}

/** Whether a part of the way from a folder to a file begins as hidden files and folders do. */
function isHidden(folder: string, file: string): boolean {
  return relative(folder, file)
    .split(sep)
    .some((part) => /^[._]/.test(part));
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
