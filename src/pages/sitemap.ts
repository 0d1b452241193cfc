import { type PublishedArticle, publishedAt } from '../articles/article.js';
import { rfc3339, type Timestamp } from '../language/timestamp.js';
import { ownPath } from '../platform/output-path.js';
import { type Document, textDocument } from '../publish/document.js';
import type { Site } from '../site/site.js';
import { escapeXml } from '../text/escape-xml.js';

/** The most addresses and bytes of one sitemap, by the protocol of sitemaps.org. */
const most = { addresses: 50_000, bytes: 50_000_000 };

/** An address in the sitemap. */
export interface SitemapEntry {
  url: string;
  lastModified?: Timestamp;
  /** Absolute address of the picture that stands for the page. */
  image?: string | undefined;
  /** The same page in every language it has, itself included. */
  translations?: readonly PublishedArticle[];
}

/**
 * The sitemap of a site: `sitemap.xml`, or, past the limits of the protocol, an index of that name with the parts
 * beside it. Moments are those of the articles.
 */
export function renderSitemaps(entries: readonly SitemapEntry[], site: Site): Document[] {
  const parts = split(entries.map(urlElement));
  if (parts.length <= 1) return [sitemap('sitemap.xml', parts[0] ?? [])];
  const names = parts.map((_, index) => `sitemap-${index + 1}.xml`);
  const index = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...names.map((name) => `<sitemap><loc>${escapeXml(site.url + name)}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ];
  return [
    ...parts.map((part, place) => sitemap(names[place] ?? '', part)),
    textDocument(ownPath('sitemap.xml'), 'application/xml', index.join('\n')),
  ];
}

function sitemap(path: string, elements: readonly string[]): Document {
  const opening =
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">';
  const text = ['<?xml version="1.0" encoding="utf-8"?>', opening, ...elements, '</urlset>', ''].join('\n');
  return textDocument(ownPath(path), 'application/xml', text);
}

function urlElement({ url, lastModified, image, translations = [] }: SitemapEntry): string {
  const alternates = translations.map(
    ({ language, url: href }) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(href)}"/>`,
  );
  const moment = lastModified ? `<lastmod>${rfc3339(lastModified)}</lastmod>` : '';
  const picture = image ? `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>` : '';
  return `<url><loc>${escapeXml(url)}</loc>${moment}${picture}${alternates.join('')}</url>`;
}

function split(elements: readonly string[]): string[][] {
  const parts: string[][] = [];
  let [part, bytes]: [string[], number] = [[], 0];
  for (const element of elements) {
    const size = Buffer.byteLength(element) + 1;
    // The frame around the addresses takes some 200 bytes.
    if (part.length === most.addresses || bytes + size > most.bytes - 1000) {
      parts.push(part);
      [part, bytes] = [[], 0];
    }
    part.push(element);
    bytes += size;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

/** How long Google News looks back. */
const newsDays = 2;

/**
 * The sitemap for Google News: the articles of the last two days; without any the front page, since a sitemap names an
 * address (sitemaps.org, schema). It is the one document that depends on the day; `now` of the site says which.
 */
export function renderNewsSitemap(articles: readonly PublishedArticle[], site: Site, name: string): Document {
  const since = site.now.getTime() - newsDays * 86_400_000;
  const recent = articles.filter(({ date }) => date.getTime() >= since && date <= site.now).slice(0, 1000);
  const elements = recent.map((article) => {
    const { url, title, language } = article;
    const publication = `<news:publication><news:name>${escapeXml(name)}</news:name><news:language>${newsLanguage(language)}</news:language></news:publication>`;
    const about = `<news:publication_date>${rfc3339(publishedAt(article))}</news:publication_date><news:title>${escapeXml(title)}</news:title>`;
    return `<url><loc>${escapeXml(url)}</loc><news:news>${publication}${about}</news:news></url>`;
  });
  const opening =
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">';
  const all = elements.length > 0 ? elements : [`<url><loc>${escapeXml(site.url)}</loc></url>`];
  const text = ['<?xml version="1.0" encoding="utf-8"?>', opening, ...all, '</urlset>', ''].join('\n');
  return textDocument(ownPath('news-sitemap.xml'), 'application/xml', text);
}

/** ISO 639 codes, but for Chinese, of which Google News tells two kinds. */
function newsLanguage(language: string): string {
  if (/^zh-(tw|hk|hant)/i.test(language)) return 'zh-tw';
  return /^zh/i.test(language) ? 'zh-cn' : (language.split('-')[0] ?? language);
}
