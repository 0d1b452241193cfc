import { lastChange, newestChange, type PublishedArticle } from '../articles/article.js';
import type { Bodies } from '../body/rendered-body.js';
import type { Feed } from '../feeds/feed.js';
import type { DocumentKeys, FeedPart } from '../formats/feed-part.js';
import { ownPath } from '../platform/output-path.js';
import { pageFile } from '../platform/page-file.js';
import { type Document, textDocument } from '../publish/document.js';
import { renderArchive } from './archive-page.js';
import { renderArticlePage } from './article-page.js';
import { renderFeedListPage } from './feed-list-page.js';
import { renderFeedPage } from './feed-page.js';
import { feedPages } from './feed-pages.js';
import { renderNotFoundPage } from './not-found-page.js';
import { renderSearchData } from './search-data.js';
import type { SiteIndex } from './site-index.js';
import { renderNewsSitemap, renderSitemaps, type SitemapEntry } from './sitemap.js';
import { renderSubscribePage } from './subscribe-page.js';
import type { Entry } from './templates.js';

/** Renders the pages of a site, its sitemaps, and the data of its search. */
export class PageRenderer {
  /** Paths of the pages that are not those of articles. */
  private readonly paths: string[] = [];

  constructor(
    private readonly bodies: Bodies,
    private readonly keys: DocumentKeys,
    private readonly siteIndex: SiteIndex,
  ) {}

  article(article: PublishedArticle): Document {
    const { bodies, siteIndex } = this;
    const render = () => {
      const context = { ...siteIndex.neighboursOf(article), translations: siteIndex.translationsOf(article) };
      return renderArticlePage(article, bodies.of(article), context, siteIndex);
    };
    return pageAt(article.path, render, this.keys.page(article));
  }

  /** The pages of a feed, which lead to every article of it. */
  *feed(feed: Feed, parts: readonly FeedPart[]): Generator<Document> {
    for (const part of feedPages(feed, parts)) {
      const render = () => {
        const entries = part.articles.slice(0, part.shown).map((article) => this.entryOf(article));
        const headlines = part.articles.slice(part.shown);
        return renderFeedPage({ ...part, feed, entries, headlines }, this.siteIndex);
      };
      yield this.page(part.path, render, this.keys.part(feed, part));
    }
  }

  /** The archives by date, the pages about subscribing, the search and the sitemaps, which name all other pages. */
  *rest(): Generator<Document> {
    const { siteIndex } = this;
    for (const localized of siteIndex.allLanguages()) {
      for (const { path, text } of renderArchive(localized, siteIndex)) yield this.page(path, text);
      for (const list of siteIndex.listsOf(localized)) {
        const { path, text } = renderFeedListPage(list, localized, siteIndex);
        yield this.page(path, text);
      }
      const { path, text } = renderSubscribePage(localized, siteIndex);
      yield this.page(path, text);
    }
    // No address of its own: it is in no sitemap.
    const notFound = renderNotFoundPage(siteIndex);
    if (!siteIndex.hasArticleAt(notFound.path)) yield pageAt(notFound.path, notFound.text);
    const entries = siteIndex.articles.map((article) => this.entryOf(article));
    yield textDocument(ownPath('search-data.js'), 'text/javascript', renderSearchData(entries, siteIndex));
    yield* sitemapsOf(this.paths, siteIndex);
  }

  private page(path: string, text: string | (() => string), key?: string): Document {
    this.paths.push(path);
    return pageAt(path, text, key);
  }

  private entryOf(article: PublishedArticle): Entry {
    return { article, summary: this.bodies.facts(article).summary };
  }
}

function pageAt(path: string, text: string | (() => string), key?: string): Document {
  const file = pageFile(path);
  // Addresses of articles have passed the gate before, and all others are ours.
  if (typeof file !== 'string') throw new Error(`${path} cannot be published: ${file.refused}.`);
  return textDocument(file, 'text/html', text, { key });
}

/** Articles with their moments, then every other page. */
function sitemapsOf(paths: readonly string[], siteIndex: SiteIndex): Document[] {
  const { site, articles, feeds } = siteIndex;
  const entries: SitemapEntry[] = articles.map((article) => {
    const others = siteIndex.translationsOf(article);
    return {
      url: article.url,
      lastModified: lastChange(article),
      image: article.image?.url,
      ...(others.length > 0 ? { translations: [article, ...others] } : {}),
    };
  });
  const known = new Set(articles.map(({ path }) => path));
  const byPath = new Map(feeds.map((feed) => [feed.path, feed]));
  for (const path of new Set(paths)) {
    if (known.has(path)) continue;
    const lastModified = newestChange(byPath.get(path)?.articles ?? []);
    entries.push({ url: site.url + path, ...(lastModified ? { lastModified } : {}) });
  }
  const news = site.news ? [renderNewsSitemap(articles, site, site.news.name)] : [];
  return [...renderSitemaps(entries, site), ...news];
}
