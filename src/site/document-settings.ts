import * as z from 'zod';
import { endedFeedSettings } from '../feeds/ended-feed-settings.js';
import { feedSettings } from '../feeds/feed-settings.js';
import { formerFeedSettings } from '../feeds/former-feeds.js';
import { podcastSettings } from '../feeds/podcasts/podcast-settings.js';
import { flagSettings } from './setting-types.js';

/** Which feeds there are, what their items hold, and how they are cut into documents. */
export const documentSettings = {
  feeds: feedSettings.describe('Feeds in addition to the main feed.'),
  formerFeeds: formerFeedSettings.describe(
    'Previous URLs of feeds, as paths or names of tools (`jekyll-feed`, `hugo`, `wordpress`). Subscribers are redirected to the current ones.',
  ),
  endedFeeds: endedFeedSettings.describe(
    'Discontinued feeds. A final item says so; later, they can be removed.',
  ),
  podcast: podcastSettings.describe(
    'A podcast or a list of podcasts: feeds of all articles with audio or video, for podcast apps.',
  ),
  archiveContent: z
    .enum(['summary', 'full'])
    .default('summary')
    .describe(
      'Content of archives. Archives of the main feed and of language feeds always follow `content`.',
    ),
  contentImage: z
    .boolean()
    .default(true)
    .describe(
      'Put the picture of an article before its text in feeds, unless the text begins with a picture or contains this one. Many readers show no other picture.',
    ),
  sourceMarkdown: z
    .boolean()
    .default(false)
    .describe(
      'Add the Markdown source to the newest items of the main and language feeds (`source:markdown`, which NetNewsWire reads) if it has neither templates nor relative links.',
    ),
  notes: z
    .boolean()
    .default(false)
    .describe(
      'Treat articles with neither a title nor a heading as notes, as on microblogs: items without a title. For a single article, use `title: false`.',
    ),
  linkPosts: z
    .enum(['page', 'target'])
    .default('page')
    .describe(
      'Link target of articles with a `link` in RSS and Atom: the page of the article, or the page that it links to. The other address is given as `related`. JSON Feed always has both.',
    ),
  archives: z
    .boolean()
    .default(true)
    .describe(
      'Keep older articles available in archive documents (RFC 5005) of the main and language feeds. `feeds` enables them for other feeds.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  maxBytes: z
    .int()
    .min(10_000)
    .default(512_000)
    .describe('Maximum size of a feed document in bytes. Older items move to the archive.'),
};
