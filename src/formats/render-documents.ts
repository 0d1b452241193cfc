import type { PublishedArticle } from '../articles/article.js';
import { lastChange } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { type BodyContext, type RenderedBody, renderBody } from '../articles/body/render-body.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Feed } from '../feeds/feed.js';
import { generator } from '../generator.js';
import type { Site } from '../site/site.js';
import type { Document } from './document.js';
import type { FeedFormat, FeedHead } from './format.js';
import { feedFormats } from './formats.js';
import { renderIndexPage } from './html/index-page.js';
import { themeDocuments } from './theme.js';

/** The documents of a site, and what came up while bodies were rendered. */
export interface RenderedSite {
  documents: Document[];
  /** Files that the published bodies refer to. */
  assets: Asset[];
  diagnostics: Diagnostic[];
}

/** Renders every document of every feed; a body is rendered once, and only if some document shows it. */
export function renderDocuments(
  feeds: readonly Feed[],
  articles: readonly PublishedArticle[],
  site: Site,
): RenderedSite {
  const assets = articles.flatMap((article) => article.assets);
  const rendered: RenderedSite = { documents: [], assets, diagnostics: [] };
  const bodies = bodyRenderer(articles, site, rendered);
  const items = itemRenderer(bodies, site);
  for (const feed of feeds) {
    const shown = feed.articles.slice(0, feed.limit);
    for (const format of feedFormats) {
      const texts = shown.map((article) => items(format, article, feed.content));
      const text = format.renderDocument(headOf(feed, shown, format, site), texts);
      rendered.documents.push({ path: feed.path + format.fileName, mediaType: format.mediaType, text });
    }
    const entries = shown.map((article) => ({ article, summary: bodies(article).summary }));
    const text = renderIndexPage(feed, entries, site);
    rendered.documents.push({ path: `${feed.path}index.html`, mediaType: 'text/html', text });
  }
  rendered.documents.push(...themeDocuments());
  return rendered;
}

type Bodies = (article: PublishedArticle) => RenderedBody;

function bodyRenderer(articles: readonly PublishedArticle[], site: Site, rendered: RenderedSite): Bodies {
  const context: BodyContext = {
    articles: site.articles,
    siteUrl: site.url,
    html: site.html,
    addresses: new Map(articles.map((article) => [article.source.path, article.url])),
  };
  const done = new Map<PublishedArticle, RenderedBody>();
  return (article) => {
    const known = done.get(article);
    if (known) return known;
    const body = renderBody(article, context);
    done.set(article, body);
    rendered.assets.push(...body.assets);
    rendered.diagnostics.push(...body.diagnostics);
    return body;
  };
}

function itemRenderer(bodies: Bodies, site: Site) {
  const done = new Map<string, string>();
  return (format: FeedFormat, article: PublishedArticle, content: Feed['content']): string => {
    const key = `${format.name} ${content} ${article.source.path}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const { html, summary } = bodies(article);
    const item = { article, summary, siteLanguage: site.language, ...(content === 'full' ? { html } : {}) };
    const text = format.renderItem(item);
    done.set(key, text);
    return text;
  };
}

/** What a document says about its feed. Its moment is that of its newest change, never that of the build. */
function headOf(feed: Feed, shown: readonly PublishedArticle[], format: FeedFormat, site: Site): FeedHead {
  const pageUrl = site.url + feed.path;
  const newest = Math.max(...shown.map((article) => lastChange(article).getTime()));
  const absolute = (address: string) => new URL(address, site.url).href;
  return {
    id: pageUrl,
    title: feed.title,
    description: feed.description,
    pageUrl,
    selfUrl: pageUrl + format.fileName,
    language: feed.language,
    ...(shown.length > 0 ? { updated: new Date(newest) } : {}),
    author: site.author ?? { name: site.title },
    ...(site.image ? { image: absolute(site.image) } : {}),
    ...(site.icon ? { icon: absolute(site.icon) } : {}),
    ...(site.copyright ? { copyright: site.copyright } : {}),
    ...(site.hub ? { hub: site.hub } : {}),
    ttl: site.ttl,
    categories: site.categories,
    generator,
  };
}
