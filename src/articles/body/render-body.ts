import { posix } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import type { PublishedArticle } from '../article.js';
import { type Asset, type AssetContext, decodePath, findAsset, isRelative } from '../assets.js';
import { measureImage } from '../measure-image.js';
import { cutAtWord, oneLine } from '../plain-text.js';
import { readSourceText } from '../source-text.js';
import { markdownToHtml } from './markdown.js';
import { type HtmlAllowances, sanitize } from './sanitize.js';
import { textOf } from './text-of.js';

/** A body as the documents show it. */
export interface RenderedBody {
  /** Safe HTML; every address in it is absolute. */
  html: string;
  /** The summary of the article: its own, or the first paragraph, as plain text. */
  summary: string;
  /** The files beside the article that the body refers to. */
  assets: Asset[];
  diagnostics: Diagnostic[];
}

/** What a body is rendered with. */
export interface BodyContext {
  /** Folder of articles. */
  articles: string;
  siteUrl: string;
  html: HtmlAllowances;
  /** Absolute address of each published article, by the path of its file. */
  addresses: ReadonlyMap<string, string>;
}

/** The most characters of a summary that is taken from the body. */
const summaryLength = 300;

/**
 * Reads the body of an article from its file once more, and renders it.
 *
 * Reports FW032 where the file is gone or is no longer the one that was read.
 */
export function renderBody(article: PublishedArticle, context: BodyContext): RenderedBody {
  const { text } = readSourceText(article.source);
  if (text?.length !== article.body.textLength) {
    const message = 'The file changed or vanished while it was read; run the build again.';
    const diagnostics = [diagnose('FW032', { file: article.source.path, message })];
    return { html: '', summary: article.summary ?? '', assets: [], diagnostics };
  }
  const body = text.slice(article.body.offset);
  const raw = article.source.format === 'html' ? htmlBody(body) : markdownToHtml(body, article.language);
  const assets: Asset[] = [];
  const assetContext: AssetContext = {
    articlesRoot: context.articles,
    siteUrl: context.siteUrl,
    articleFile: article.source.file,
    articleUrl: article.url,
  };
  const measure = (url: string) => {
    const asset = findAsset(url.trim(), assetContext);
    return asset && measureImage(asset.file);
  };
  const resolve = resolverFor(article, context, assetContext, assets);
  const html = sanitize(raw, context.html, resolve, measure).trim();
  const shown = article.titleIsFirstHeading ? html.replace(/<h([1-6])\b[^>]*>[\s\S]*?<\/h\1>\s*/, '') : html;
  return { html: shown, summary: article.summary ?? firstParagraph(shown), assets, diagnostics: [] };
}

/** A whole HTML page keeps its body only. */
function htmlBody(html: string): string {
  return /<body\b[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html)?.[1] ?? html;
}

function firstParagraph(html: string): string {
  for (const [, inner = ''] of html.matchAll(/<p\b[^>]*>([\s\S]*?)<\/p>/g)) {
    const text = oneLine(textOf(inner.replace(/<sup><a [^>]*data-footnote-ref[\s\S]*?<\/sup>/g, '')));
    if (text) return cutAtWord(text, summaryLength);
  }
  return cutAtWord(oneLine(textOf(html.replace(/></g, '> <'))), summaryLength);
}

/** Gives addresses their absolute form, and collects the files beside the article that they name. */
function resolverFor(
  article: PublishedArticle,
  context: BodyContext,
  assetContext: AssetContext,
  assets: Asset[],
): (url: string) => string {
  return (written) => {
    const url = written.trim();
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
    const sibling = addressOfSibling(url, article, context.addresses);
    if (sibling) return sibling;
    const asset = findAsset(url, assetContext);
    if (asset) assets.push(asset);
    return URL.canParse(url, article.url) ? new URL(url, article.url).href : url;
  };
}

/** `../health/innomed.md#speakers` means the page of that article. */
function addressOfSibling(
  url: string,
  article: PublishedArticle,
  addresses: ReadonlyMap<string, string>,
): string | undefined {
  if (!isRelative(url)) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(url) ?? [];
  if (!/\.(md|markdown|mdx|html)$/i.test(path)) return undefined;
  const address = addresses.get(posix.join(posix.dirname(article.source.path), decodePath(path)));
  return address && address + rest;
}
