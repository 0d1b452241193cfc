import type { Feed } from '../feeds/feed.js';
import { artworkName, type Podcast } from '../feeds/podcasts/podcast.js';
import { podcastGuid } from '../feeds/podcasts/podcast-guid.js';
import type { PodcastHead } from './format.js';
import { rss } from './rss.js';

/** What the settings of a site say of a podcast's feed. */
interface PodcastSite {
  url: string;
  image?: string | undefined;
  formerFeeds: readonly { feed: string }[];
}

/** What a document says about its feed as a podcast. Its id is made of the address that its RSS feed had first. */
export function podcastHead(feed: Feed, podcast: Podcast, site: PodcastSite): PodcastHead {
  const { artwork: picture, guid, ...rest } = podcast;
  const artwork = artworkAddress(feed, podcast, site);
  const isMoved = feed.former.length > 0 || site.formerFeeds.some(({ feed: folder }) => folder === feed.path);
  return {
    ...rest,
    guid: guid ?? podcastGuid(feed.id + rss.fileName),
    trailers: feed.articles.filter(({ episode }) => episode?.type === 'trailer'),
    ...(artwork ? { artwork } : {}),
    ...(isMoved ? { newAddress: site.url + feed.path + rss.fileName } : {}),
  };
}

/** Where the artwork of a podcast is: beside its feed, or elsewhere; without any the picture of the site. */
function artworkAddress(
  { path }: Pick<Feed, 'path'>,
  { artwork }: Podcast,
  { url, image }: PodcastSite,
): string | undefined {
  if (!artwork) return image && new URL(image, url).href;
  return 'file' in artwork ? url + path + artworkName(artwork.type) : artwork.address;
}
