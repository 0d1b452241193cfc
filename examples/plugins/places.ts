import type { Plugin } from 'feedwright';

/** Which feed maps read, and where everything in it is. */
export interface MappedFeed {
  /** Folder of the feed, such as `roadworks/`. */
  path: string;
  /** In degrees (WGS 84). */
  town: { latitude: number; longitude: number };
}

/**
 * Prepares a feed for maps: the street in each title (`street: Main Street` in front matter), nothing but articles with
 * a picture of the place, and where the town is in its RSS (GeoRSS).
 */
export function places({ path, town }: MappedFeed): Plugin {
  return {
    name: 'places',
    article({ title, fields }) {
      return fields.street === undefined ? undefined : { title: `${String(fields.street)}: ${title}` };
    },
    feed(feed) {
      if (feed.path !== path) return undefined;
      const pictured = feed.articles.filter(({ image }) => image !== undefined);
      return { articles: pictured, description: `${feed.description} ${pictured.length} places.`.trim() };
    },
    document({ path: file, text }) {
      if (!file.startsWith(path) || !file.endsWith('/rss.xml')) return undefined;
      const point = `<georss:point>${town.latitude} ${town.longitude}</georss:point>`;
      return text
        .replace('<rss ', '<rss xmlns:georss="http://www.georss.org/georss" ')
        .replace('<channel>', `<channel>\n        ${point}`);
    },
  };
}
