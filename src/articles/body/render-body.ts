import { posix } from 'node:path';
import type { Addresses } from '../../cache/body-cache.js';
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.js';
import type { Conventions } from '../../dialects/dialect.js';
import { decodePath } from '../../platform/decode-path.js';
import type { PublishedArticle } from '../article.js';
import { type Asset, type AssetContext, findAsset, isRelative, type RefusedAsset } from '../assets.js';
import { measureImage } from '../measure-image.js';
import { cutAtWord, oneLine } from '../plain-text.js';
import { readSourceText } from '../source-text.js';
import { markdownToHtml } from './markdown.js';
import { type BodyUrls, plainMarkdownToHtml } from './plain-markdown.js';
import { type HtmlAllowances, sanitize } from './sanitize.js';
import { replaceTemplates } from './syntax/syntax.js';
import { textOf } from './text-of.js';
import { TooDeep, tellTooDeep } from './too-deep.js';

/** A body as the documents show it. */
export interface RenderedBody {
  /** Safe HTML; every address in it is absolute. */
  html: string;
  /** The summary of the article: its own, or the first paragraph, as plain text. */
  summary: string;
  /** The files beside the article that the body refers to. */
  assets: Asset[];
  /** Relative addresses, as written, that name neither a file nor an article. */
  dangling: string[];
  diagnostics: Diagnostic[];
}

/** The article of a body, as far as the body depends on it. */
export type BodySubject = Pick<
  PublishedArticle,
  'source' | 'body' | 'title' | 'titleIsFirstHeading' | 'summary' | 'date' | 'language' | 'path' | 'url'
>;

/** What all bodies of a site are rendered with. */
export interface BodySite {
  /** Folder of articles. */
  articles: string;
  /** What the site says about itself, and how its articles are written. */
  site: {
    url: string;
    title: string;
    html: HtmlAllowances;
    /** Whether files beside articles are copied, and endings that are copied beside the usual ones. */
    pages: boolean;
    assets: readonly string[];
    conventions: Pick<Conventions, 'syntax' | 'summaryEnd'>;
  };
}

/** What a body is rendered with. */
export interface BodyContext extends BodySite {
  addresses: Addresses;
}

/** Stands where the summary ends, while the body is rendered; no text can hold it. */
const endMark = '\u0004';

/** The most characters of a summary that is taken from the body. */
const summaryLength = 300;

/**
 * Reads the body of an article from its file once more, and renders it.
 *
 * Reports FW032 where the file is gone or is no longer the one that was read, FW034 where it is nested too deeply, and
 * FW043 for tags of templates that are not known.
 */
export function renderBody(article: BodySubject, context: BodyContext): RenderedBody {
  try {
    return render(article, context);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return emptyBody(article, tellTooDeep(article.source, article.body.line));
  }
}

/** What stands in the place of a body that cannot be shown; nothing is published then. */
function emptyBody({ summary = '' }: BodySubject, problem: Diagnostic): RenderedBody {
  return { html: '', summary, assets: [], dangling: [], diagnostics: [problem] };
}

function render(article: BodySubject, context: BodyContext): RenderedBody {
  const read = readSourceText(article.source);
  if (read.text === undefined || read.bytes !== article.body.bytes) {
    const message = 'The file changed or vanished while it was read; run the build again.';
    return emptyBody(article, diagnose('FW032', { file: article.source.path, message }));
  }
  const body = read.text.slice(article.body.offset);
  const { text: plain, diagnostics } = withoutTemplates(body, article, context);
  const marked = markSummaryEnd(plain, context.site.conventions.summaryEnd);
  const { html, assets, dangling, refused } = safeHtml(marked, article, context);
  diagnostics.push(...[...refused].map((each) => reportRefused(each, body, article)));
  const shown = article.titleIsFirstHeading ? html.replace(/<h([1-6])\b[^>]*>[\s\S]*?<\/h\1>\s*/, '') : html;
  const [before, ...after] = shown.split(/<p>\u0004<\/p>\s*|\u0004/);
  const whole = [before, ...after].join('');
  const beginning = after.length > 0 ? oneLine(textOf((before ?? '').replace(/></g, '> <'))) : '';
  const summary = article.summary ?? (beginning || firstParagraph(whole));
  return { html: whole, summary, assets, dangling, diagnostics };
}

/** What a body refers to; files that are not published are by their addresses as written. */
interface Found extends Pick<RenderedBody, 'assets' | 'dangling'> {
  refused: Map<string, RefusedAsset>;
}

/** FW045 and FW046 for an address in a body. */
function reportRefused(
  [written, asset]: [string, RefusedAsset],
  body: string,
  article: BodySubject,
): Diagnostic {
  const { code, message } = asset;
  return diagnose(code, { file: article.source.path, message, ...placeIn(body, written, article) });
}

/** Line, column and excerpt of words in a body; the beginning of the body where they are not found. */
function placeIn(
  body: string,
  words: string,
  article: BodySubject,
): Pick<Diagnostic, 'excerpt'> & { place: Place } {
  const before = body.slice(0, Math.max(0, body.indexOf(words))).split('\n');
  const place = { line: article.body.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  return { place, excerpt: body.split('\n')[before.length - 1]?.slice(0, 300) ?? '' };
}

/** HTML that is safe, and what it refers to. */
type SafeHtml = Found & { html: string };

function safeHtml(body: string, article: BodySubject, context: BodyContext): SafeHtml {
  const isHtml = article.source.format === 'html';
  const found: Found = { assets: [], dangling: [], refused: new Map() };
  const plain = isHtml ? undefined : plainMarkdownToHtml(body, urlsOf(article, context, found));
  if (plain !== undefined) return { html: plain.trim(), ...found };
  const foundAgain: Found = { assets: [], dangling: [], refused: new Map() };
  const raw = isHtml ? htmlBody(body) : markdownToHtml(body, article.language);
  const html = sanitize(raw, context.site.html, urlsOf(article, context, foundAgain));
  return { html: html.trim(), ...foundAgain };
}

/** The body without the templates of other tools, and FW043 where one of them is not known. */
function withoutTemplates(
  body: string,
  article: BodySubject,
  { site, addresses }: BodyContext,
): { text: string; diagnostics: Diagnostic[] } {
  const unknown = new Map<string, string>();
  const base = new URL(site.url);
  const variables = {
    title: article.title,
    'page.title': article.title,
    'page.url': `/${article.path}`,
    'page.date': article.date,
    'site.title': site.title,
    'site.url': base.origin,
    'site.baseurl': base.pathname.replace(/\/$/, ''),
  };
  const tagContext = { variables, address: (reference: string) => addresses.find(reference), unknown };
  const text = replaceTemplates(body, site.conventions.syntax, article.source, tagContext);
  const [first] = unknown.values();
  if (first === undefined) return { text, diagnostics: [] };
  const names = [...unknown.keys()].map((name) => `"${name.slice(0, 40)}"`);
  const message = `Tags of a template that are not known here were taken out: ${names.join(', ')}.`;
  const place = placeIn(body, first, article);
  return { text, diagnostics: [diagnose('FW043', { file: article.source.path, message, ...place })] };
}

/** Marks where the author ends the summary: `<!--more-->`, `<!-- truncate -->`, or what the site has instead. */
function markSummaryEnd(body: string, own: string | undefined): string {
  const [, separator] = /(<!--\s*(?:more|truncate|end[_ -]?(?:of[_ -])?excerpt)\s*-->)/i.exec(body) ?? [];
  const written = own && /\S/.test(own) && body.includes(own) ? own : separator;
  if (!written) return body;
  const at = body.indexOf(written);
  const [before, after] = [body.slice(0, at), body.slice(at + written.length)];
  const isAlone = /(^|\n)[ \t]*$/.test(before) && /^[ \t]*(\n|$)/.test(after);
  return isAlone ? `${before}\n\n${endMark}\n\n${after}` : before + endMark + after;
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
function urlsOf(article: BodySubject, context: BodyContext, { assets, dangling, refused }: Found): BodyUrls {
  const assetContext: AssetContext = {
    articlesRoot: context.articles,
    siteUrl: context.site.url,
    articleFile: article.source.file,
    articleUrl: article.url,
    copies: context.site.pages,
    allowed: context.site.assets,
  };
  const measure = (url: string) => {
    const asset = findAsset(url.trim(), assetContext);
    return asset && 'file' in asset ? measureImage(asset.file) : undefined;
  };
  const resolve = (written: string) => {
    const url = written.trim();
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
    // Zola writes links to its own articles so.
    if (url.startsWith('@/')) {
      const [path = '', place] = url.split('#');
      const address = context.addresses.find(path);
      if (address) return address + (place ? `#${place}` : '');
    }
    const sibling = addressOfSibling(url, article, context.addresses);
    if (sibling) return sibling;
    const asset = findAsset(url, assetContext);
    if (asset && 'file' in asset) assets.push(asset);
    else if (asset) refused.set(written, asset);
    else if (isRelative(url)) dangling.push(written);
    return URL.canParse(url, article.url) ? new URL(url, article.url).href : url;
  };
  return { resolve, measure };
}

/** `../health/innomed.md#speakers` means the page of that article. */
function addressOfSibling(url: string, article: BodySubject, addresses: Addresses): string | undefined {
  if (!isRelative(url)) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(url) ?? [];
  if (!/\.(md|markdown|mdx|html)$/i.test(path)) return undefined;
  const address = addresses.of(posix.join(posix.dirname(article.source.path), decodePath(path)));
  return address && address + rest;
}
