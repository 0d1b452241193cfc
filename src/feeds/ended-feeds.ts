import type { PublishedArticle } from '../articles/article.js';
import type { Source } from '../articles/source.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { siteWords } from '../language/site-words.js';
import { offsetIn } from '../language/zoned-time.js';
import { escapeName } from '../platform/escape-name.js';
import { escapeHtml, escapeHtmlAttribute, escapeHtmlText } from '../text/escape-html.js';
import type { EndedFeed } from './ended-feed-settings.js';
import type { Feed } from './feed.js';
import type { FeedSite } from './feed-site.js';

/** The last item of a feed that ended. */
export interface Notice {
  article: PublishedArticle;
  html: string;
  summary: string;
}

/** Feeds with the notices of those that ended, and without those that are gone. */
export interface EndedFeeds {
  feeds: Feed[];
  notices: Notice[];
  /** FW029 for each that there is not. */
  diagnostics: Diagnostic[];
}

/**
 * Ends feeds: each has a last item that says so, which is newer than its articles, or is no longer there.
 *
 * @param settingsFile name of the file of settings, for diagnostics
 */
export function endFeeds(feeds: readonly Feed[], site: EndingSite, settingsFile: string): EndedFeeds {
  const notices: Notice[] = [];
  const due = site.endedFeeds.filter((each) => endOf(each, site) <= site.now.getTime());
  const ended = new Map(due.map((each) => [each.feed, each]));
  const left = feeds.flatMap((feed) => {
    const end = ended.get(feed.path);
    if (!end) return [feed];
    if (end.gone) return [];
    // A podcast holds episodes alone, and has an element that says so.
    if (feed.podcast)
      return [{ ...feed, isEnded: true as const, podcast: { ...feed.podcast, complete: true } }];
    const notice = noticeOf(feed, end, site);
    notices.push(notice);
    return [{ ...feed, isEnded: true as const, articles: [notice.article, ...feed.articles] }];
  });
  const known = new Set(feeds.map(({ path }) => path));
  const unknown = due.filter(({ feed, gone }) => !gone && !known.has(feed));
  const diagnostics = unknown.map(({ feed }) => {
    const message = `"endedFeeds" lists the feed "${escapeName(feed)}", which does not exist.`;
    return diagnose('FW029', { file: settingsFile, message });
  });
  return { feeds: left, notices, diagnostics };
}

/** What there is to know of the site of feeds that end. */
type EndingSite = FeedSite & { timezone: string; now: Date };

/** When a feed ends: the beginning of the day by the clocks of the site, in milliseconds. */
export function endOf({ on }: EndedFeed, { timezone }: Pick<EndingSite, 'timezone'>): number {
  const day = new Date(`${on}T00:00:00Z`);
  return day.getTime() - offsetIn(day, timezone) * 60_000;
}

function noticeOf(feed: Feed, end: EndedFeed, site: EndingSite): Notice {
  const { text, see } = end;
  const words = siteWords(site, feed.language);
  const last = feed.articles[0]?.date.getTime() ?? Number.NEGATIVE_INFINITY;
  const date = new Date(Math.max(endOf(end, site), last + 1000));
  const offset = offsetIn(date, site.timezone);
  const summary = text ?? words.feedEndedText;
  const link = see ? ` <a href="${escapeHtmlAttribute(see)}">${escapeHtml(see)}</a>` : '';
  const article: PublishedArticle = {
    source: nowhere,
    body: { offset: 0, line: 1, bytes: 0 },
    title: words.feedEnded,
    titleIsFirstHeading: false,
    date,
    offsets: { date: offset, updated: offset },
    authors: site.author ? [site.author] : [],
    ...{ sections: [], tags: [], folders: [], enclosures: [], assets: [], places: {} },
    language: feed.language,
    inLanguageFolder: false,
    translationKey: '',
    ...{ draft: false, hidden: false },
    ...{ slug: '', fileName: '', frontMatter: '{}' },
    url: site.url + feed.path,
    path: feed.path,
    id: `${feed.id}#ended`,
    link: see,
  };
  return { article, summary, html: `<p>${escapeHtmlText(summary)}${link}</p>` };
}

/** A notice is in no file. */
const nowhere: Source = {
  ...{ index: -1, path: '', file: '', format: 'html', sitePath: '' },
  place: { path: '' },
};
