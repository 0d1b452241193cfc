import { lastChange, type PublishedArticle, publishedAt, updatedAt } from '../articles/article.js';
import { rfc3339 } from '../language/timestamp.js';
import type { Site } from '../site/site.js';
import { Html, html } from './html.js';
import { scriptJson } from './script-json.js';
import type { LocalizedSite } from './templates.js';

/** What search engines and social networks read of an article: Open Graph and JSON-LD (schema.org NewsArticle). */
export function articleHead(
  article: PublishedArticle,
  summary: string,
  localized: LocalizedSite,
  site: Site,
): Html {
  const { title, url, language, image, authors, sections } = article;
  const updated = updatedAt(article);
  const properties: [property: string, content: string | undefined][] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:url', url],
    ['og:site_name', localized.title],
    ['og:locale', /-[A-Z]{2}$/.test(language) ? language.replace('-', '_') : undefined],
    ['og:image', image?.url],
    ['og:image:alt', image?.alt],
    ['article:published_time', rfc3339(publishedAt(article))],
    ['article:modified_time', updated && rfc3339(updated)],
    ['article:section', sections[0]],
  ];
  const metas = properties
    .filter(([, content]) => content !== undefined)
    .map(([property, content]) => html`<meta property="${property}" content="${content}">\n`);
  const others: [name: string, content: string | undefined][] = [
    ['twitter:card', image ? 'summary_large_image' : 'summary'],
    ['fediverse:creator', site.fediverse],
  ];
  const cards = others
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => html`<meta name="${name}" content="${content}">\n`);
  const people = authors.map(({ name }) => html`<meta name="author" content="${name}">\n`);
  const data = new Html(scriptJson(structuredData(article, summary, localized, site)));
  return html`${people.slice(0, 1)}${metas}${cards}<script type="application/ld+json">${data}</script>\n`;
}

function structuredData(
  article: PublishedArticle,
  summary: string,
  localized: LocalizedSite,
  site: Site,
): object {
  const { title, url, language, image, authors, sections, tags } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary || undefined,
    url,
    inLanguage: language,
    datePublished: rfc3339(publishedAt(article)),
    dateModified: rfc3339(lastChange(article)),
    author:
      authors.length > 0
        ? authors.map(({ name, url: page }) => ({ '@type': 'Person', name, url: page }))
        : undefined,
    publisher: {
      '@type': 'Organization',
      name: localized.title,
      url: site.url,
      logo: site.image && { '@type': 'ImageObject', url: new URL(site.image, site.url).href },
    },
    image: image && [image.url],
    articleSection: sections.length > 0 ? sections : undefined,
    keywords: tags.length > 0 ? tags : undefined,
  };
}
