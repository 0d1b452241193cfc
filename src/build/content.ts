import type { Feed } from '../feeds/feed.js';
import type { KnownItem } from '../identity/identity-file.js';
import type { RenderedBodies } from './bodies.js';
import type { MediaFiles } from './media-files.js';

/** What every document of a site is made from. */
export interface SiteContent {
  /** What people can subscribe to. */
  feeds: readonly Feed[];
  bodies: RenderedBodies;
  /** The covers in recordings. */
  media: Pick<MediaFiles, 'coverAt'>;
  /** Paths of all recordings among the articles. */
  recordings: readonly string[];
  /** Everything that was ever published, as far as the site remembers it. */
  remembered: readonly KnownItem[];
}
