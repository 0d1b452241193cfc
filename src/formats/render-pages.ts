import type { PublishedArticle } from '../articles/article.js';
import type { Bodies } from './bodies.js';
import { type Document, textDocument } from './document.js';
import { renderArchive } from './html/archive-page.js';
import { renderArticlePage } from './html/article-page.js';
import type { Entry } from './html/entry-list.js';
import { renderFeedPage } from './html/feed-page.js';
import type { Portal } from './html/portal.js';
import { renderSearchData } from './html/search-data.js';
import { renderSubscribePage } from './html/subscribe-page.js';
import { pageFile } from './page-file.js';
import type { RenderedFeed } from './render-feeds.js';
import { lastModifiedOf, renderNewsSitemap, renderSitemaps, type SitemapEntry } from './sitemap.js';

/**
 * Every page of a site, its sitemaps, and the data of its search.
 *
 * @param step told after each article
 */
export function renderPages(
  rendered: readonly RenderedFeed[],
  bodies: Bodies,
  portal: Portal,
  step: () => void,
): Document[] {
  const entryOf = (article: PublishedArticle): Entry => ({ article, summary: bodies.of(article).summary });
  const pages = new Map<string, Document>();
  const add = (path: string, text: string) => {
    pages.set(path, textDocument(pageFile(path), 'text/html', text));
  };
  for (const article of portal.articles) {
    add(article.path, renderArticlePage(article, bodies.of(article), contextOf(article, portal), portal));
    step();
  }
  portal.feeds.forEach((feed, index) => {
    // An archive document without articles is there for feeds only.
    const parts =
      rendered[index]?.parts.filter((part, place) => place === 0 || part.articles.length > 0) ?? [];
    for (const part of parts)
      add(part.path, renderFeedPage({ ...part, feed, entries: part.articles.map(entryOf) }, portal));
  });
  for (const edition of portal.allEditions()) {
    for (const { path, text } of renderArchive(edition, portal)) add(path, text);
    const { path, text } = renderSubscribePage(edition, portal);
    add(path, text);
  }
  const search = renderSearchData(portal.articles.map(entryOf), portal);
  return [
    ...pages.values(),
    textDocument('search-data.js', 'text/javascript', search),
    ...sitemapsOf([...pages.keys()], portal),
  ];
}

interface Neighbours {
  newer?: PublishedArticle | undefined;
  older?: PublishedArticle | undefined;
  translations: readonly PublishedArticle[];
}

function contextOf(article: PublishedArticle, portal: Portal): Neighbours {
  return { ...portal.neighboursOf(article), translations: portal.translationsOf(article) };
}

/** Articles with their moments, then every other page. */
function sitemapsOf(paths: readonly string[], portal: Portal): Document[] {
  const { site, articles, feeds } = portal;
  const entries: SitemapEntry[] = articles.map((article) => {
    const others = portal.translationsOf(article);
    const lastModified = lastModifiedOf([article]);
    return {
      url: article.url,
      ...(lastModified ? { lastModified } : {}),
      ...(others.length > 0 ? { translations: [article, ...others] } : {}),
    };
  });
  const known = new Set(articles.map(({ path }) => path));
  const byPath = new Map(feeds.map((feed) => [feed.path, feed]));
  for (const path of paths.filter((candidate) => !known.has(candidate))) {
    const lastModified = lastModifiedOf(byPath.get(path)?.articles ?? []);
    entries.push({ url: site.url + path, ...(lastModified ? { lastModified } : {}) });
  }
  const news = site.news ? [renderNewsSitemap(articles, site, site.news.name)] : [];
  return [...renderSitemaps(entries, site), ...news];
}
