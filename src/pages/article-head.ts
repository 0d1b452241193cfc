import { type PublishedArticle, publishedAt, updatedAt } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';
import { mainEnclosure } from '../feeds/podcasts/podcast.js';
import { rss } from '../formats/rss.js';
import { rfc3339 } from '../language/timestamp.js';
import type { Site } from '../site/site.js';
import { Html, html } from './html.js';
import { scriptJson } from './script-json.js';
import type { LocalizedSite } from './templates.js';

/**
 * What search engines and social networks read of an article: Open Graph and JSON-LD (schema.org NewsArticle, or
 * PodcastEpisode).
 *
 * @param podcast that the article is an episode of
 */
export function articleHead(
  article: PublishedArticle,
  localized: LocalizedSite,
  site: Site,
  podcast: Feed | undefined,
): Html {
  const { title, url, language, authors, sections } = article;
  const image = article.image ?? article.episode?.cover;
  const recording = mainEnclosure(article);
  const updated = updatedAt(article);
  const properties: [property: string, content: string | undefined][] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:url', url],
    ['og:site_name', localized.title],
    ['og:locale', /-[A-Z]{2}$/.test(language) ? language.replace('-', '_') : undefined],
    ['og:image', image?.url],
    ['og:image:alt', image?.alt],
    [recording?.type.startsWith('video/') ? 'og:video' : 'og:audio', recording?.url],
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
  const data = new Html(scriptJson(structuredData(article, localized, site, podcast)));
  return html`${people.slice(0, 1)}${metas}${cards}<script type="application/ld+json">${data}</script>\n`;
}

function structuredData(
  article: PublishedArticle,
  localized: LocalizedSite,
  site: Site,
  podcast: Feed | undefined,
): object {
  const { title, url, language, authors, sections, tags, episode } = article;
  const updated = updatedAt(article);
  const image = article.image ?? episode?.cover;
  return {
    '@context': 'https://schema.org',
    '@type': podcast ? 'PodcastEpisode' : 'NewsArticle',
    // An episode is no article, and has a name instead.
    [podcast ? 'name' : 'headline']: title,
    ...recordingData(article, podcast),
    ...(podcast
      ? {
          partOfSeries: {
            ...{ '@type': 'PodcastSeries', name: podcast.title, url: site.url + podcast.path },
            webFeed: site.url + podcast.path + rss.fileName,
          },
          episodeNumber: episode?.number,
        }
      : {}),
    url,
    inLanguage: language,
    datePublished: rfc3339(publishedAt(article)),
    dateModified: updated && rfc3339(updated),
    author:
      authors.length > 0
        ? authors.map(({ name, url: page, avatar }) => ({
            '@type': 'Person',
            name,
            url: page,
            image: avatar,
          }))
        : undefined,
    publisher: {
      '@type': 'Organization',
      name: localized.title,
      url: site.url,
      logo: site.image && { '@type': 'ImageObject', url: new URL(site.image, site.url).href },
    },
    image: image && [image.url],
    articleSection: podcast || sections.length === 0 ? undefined : sections,
    keywords: tags.length > 0 ? tags : undefined,
  };
}

/** The recording of an article: `associatedMedia` of an episode, `audio` or `video` of an article. */
function recordingData(article: PublishedArticle, podcast: Feed | undefined): object {
  const recording = mainEnclosure(article);
  if (!recording) return {};
  const isVideo = recording.type.startsWith('video/');
  const { url, type, duration } = recording;
  const thumbnailUrl = (article.image ?? article.episode?.cover)?.url;
  const data = {
    '@type': isVideo ? 'VideoObject' : 'AudioObject',
    contentUrl: url,
    encodingFormat: type,
    duration: duration === undefined ? undefined : `PT${Math.round(duration)}S`,
    // A VideoObject has to say these itself.
    ...(isVideo ? { name: article.title, uploadDate: rfc3339(publishedAt(article)), thumbnailUrl } : {}),
  };
  return podcast ? { associatedMedia: data } : { [isVideo ? 'video' : 'audio']: data };
}
