import type { Plugin } from 'feedwright';

/** What directories of podcasts want to know of a show, beyond what every feed says. */
export interface Show {
  /** Folder of the show's feed, such as `podcast/`. */
  path: string;
  /** A category of Apple Podcasts, such as `News`. */
  category: string;
  explicit: boolean;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * Makes a feed a podcast for directories: numbers of episodes in titles (`episode: 3` in front matter), nothing but
 * articles with sound, and the elements of Apple's namespace in its RSS.
 */
export function podcast({ path, category, explicit }: Show): Plugin {
  return {
    name: 'podcast',
    article({ title, fields }) {
      return fields.episode === undefined ? undefined : { title: `${String(fields.episode)}. ${title}` };
    },
    feed(feed) {
      if (feed.path !== path) return undefined;
      const episodes = feed.articles.filter(({ enclosures }) => enclosures.length > 0);
      return { articles: episodes, description: `${feed.description} ${episodes.length} episodes.`.trim() };
    },
    document({ path: file, text }) {
      if (!file.startsWith(path) || !file.endsWith('/rss.xml')) return undefined;
      const elements = `<itunes:category text="${escaped(category)}"/><itunes:explicit>${explicit}</itunes:explicit>`;
      return text
        .replace('<rss ', '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" ')
        .replace('<channel>', `<channel>\n        ${elements}`);
    },
  };
}
