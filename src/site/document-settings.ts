import * as z from 'zod';
import { endedFeedSettings } from '../feeds/ended-feed-settings.js';
import { feedSettings } from '../feeds/feed-settings.js';
import { formerFeedSettings } from '../feeds/former-feeds.js';
import { podcastSettings } from '../feeds/podcasts/podcast-settings.js';
import { flagSettings } from './setting-types.js';

/** Which feeds there are, what their items hold, and how they are cut into documents. */
export const documentSettings = {
  feeds: feedSettings.describe('Which feeds there are beside that of the whole site.'),
  formerFeeds: formerFeedSettings.describe(
    'Addresses that feeds had before, as paths or by the name of a tool (`jekyll-feed`, `hugo`, `wordpress`): subscribers there are led to the present ones.',
  ),
  endedFeeds: endedFeedSettings.describe('Feeds that ended: a last item says so, until they are gone.'),
  podcast: podcastSettings.describe(
    'A podcast, or a list of podcasts: feeds of the articles that have sound or video, as podcast apps want them.',
  ),
  archiveContent: z
    .enum(['summary', 'full'])
    .default('summary')
    .describe(
      'How much of an article archives hold, but for those of the feed of everything, which hold what `content` says.',
    ),
  contentImage: z
    .boolean()
    .default(true)
    .describe(
      'Whether feeds have the picture of an article before its text, unless that begins with a picture or shows this one: many readers show no other.',
    ),
  sourceMarkdown: z
    .boolean()
    .default(false)
    .describe(
      'Whether the newest items of the feeds of everything and of languages have the Markdown of their texts beside the HTML (`source:markdown`, which NetNewsWire reads), where it has neither templates nor relative addresses.',
    ),
  notes: z
    .boolean()
    .default(false)
    .describe(
      'Whether articles with neither a title nor a heading are notes, as on microblogs: items without a title. One alone says `title: false`.',
    ),
  linkPosts: z
    .enum(['page', 'target'])
    .default('page')
    .describe(
      'What items of articles with a `link` lead to in RSS and Atom: the page of the article, or the page that it links to. The other address is there as `related`; JSON Feed has both in any case.',
    ),
  archives: z
    .boolean()
    .default(true)
    .describe(
      'Keep older articles reachable in archive documents (RFC 5005) of the feeds of everything and of languages; other feeds have them where `feeds` says so.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  maxBytes: z
    .int()
    .min(10_000)
    .default(512_000)
    .describe('The most bytes of a feed document; what does not fit goes to the archive.'),
};
