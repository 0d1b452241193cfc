import type { Author, PublishedArticle } from '../../articles/article.js';
import { type Cover, isPlayable } from '../../media/media-info.js';
import type { PodcastCategory } from './apple-categories.js';
import type { PodcastSettings } from './podcast-settings.js';

/** The picture of a podcast: a file of the site, which is published beside the feed, or an address. */
export type Artwork = { file: string; type: Cover['type'] } | { address: string };

/** A podcast as a site describes it: its files found, its people read. */
export interface SitePodcast extends Omit<PodcastSettings, 'artwork' | 'owner'> {
  artwork?: Artwork | undefined;
  owner?: Author | undefined;
}

/** What makes a feed a podcast. */
export interface Podcast
  extends Pick<
    SitePodcast,
    | 'artwork'
    | 'owner'
    | 'explicit'
    | 'type'
    | 'medium'
    | 'locked'
    | 'funding'
    | 'license'
    | 'txt'
    | 'guid'
    | 'complete'
  > {
  categories: readonly PodcastCategory[];
  /** Who it is by. */
  author: string;
}

/** Below the folder of its feed: where the artwork of a podcast is published. */
export function artworkName(type: Cover['type']): string {
  return type === 'image/png' ? 'artwork.png' : 'artwork.jpg';
}

/** The recording of an episode that every feed carries. */
export function mainEnclosure({ enclosures }: Pick<PublishedArticle, 'enclosures'>) {
  return enclosures.find(({ type }) => isPlayable(type));
}
