import type * as z from 'zod';
import type { Author } from '../articles/article.js';
import type { OwnWords } from '../language/site-words.js';
import type { EndedFeed } from './ended-feed-settings.js';
import type { Feed } from './feed.js';
import type { feedSettings } from './feed-settings.js';
import type { SitePodcast } from './podcasts/podcast.js';

/** What a site says of its feeds. */
export interface FeedSite extends OwnWords {
  /** Absolute address of the site, ending in `/`. */
  url: string;
  title: string;
  description: string;
  languages: OwnWords['languages'] &
    Readonly<Record<string, { title?: string | undefined; description?: string | undefined }>>;
  author?: Author;
  podcast: readonly SitePodcast[];
  endedFeeds: readonly EndedFeed[];
  limit: number;
  content: Feed['content'];
  archives: boolean;
  archiveContent: Feed['archiveContent'];
  feeds: z.output<typeof feedSettings>;
}
