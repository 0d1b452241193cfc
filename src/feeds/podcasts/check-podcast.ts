import { basename } from 'node:path';
import type { PublishedArticle } from '../../articles/article.js';
import { measureImage } from '../../articles/measure-image.js';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import type { FileTracker } from '../../platform/fingerprints.js';
import type { Feed } from '../feed.js';
import { mainEnclosure, type Podcast } from './podcast.js';

/** What Apple shows of a podcast: its newest episodes, of a feed that is not larger. */
const [mostEpisodes, mostBytes] = [300, 10_000_000];
/** The sides of artwork that Apple takes, in pixels. */
const [smallest, largest] = [1400, 3000];
/** What Apple Podcasts and Spotify play. */
const playedTypes = new Set(
  'audio/mpeg audio/mp4 audio/x-m4a audio/aac video/mp4 video/x-m4v video/quicktime'.split(' '),
);

/** What there is to know of the site of a podcast. */
interface PodcastSite {
  settingsFile?: string | undefined;
  files: Pick<FileTracker, 'stat'>;
  /** It is served from this machine, without https. */
  preview: boolean;
}

/**
 * What directories and apps would object to in a podcast (Apple, "Podcast RSS feed requirements"; Spotify, "Podcast
 * delivery specification").
 *
 * Reports FW091 (artwork), FW092 (something is missing), FW093 (not on https), FW094 (too long), FW095 (format).
 *
 * @param bytes of its largest document
 */
export function checkPodcast(feed: Feed, podcast: Podcast, bytes: number, site: PodcastSite): Diagnostic[] {
  const file = site.settingsFile === undefined ? 'settings' : basename(site.settingsFile);
  const episodes = feed.articles.slice(0, feed.limit);
  const tell = (code: Diagnostic['code'], message: string) => diagnose(code, { file, message });
  const missing = missingIn(podcast);
  const artwork = artworkProblem(podcast, site);
  const title = `The podcast "${feed.title}"`;
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  return [
    ...(episodes.length === 0 ? [tell('FW092', `${title} has no episodes.`)] : []),
    ...(missing.length > 0 ? [tell('FW092', `${title} has no ${missing.join(', ')}.`)] : []),
    ...(artwork ? [tell('FW091', `The artwork of the podcast "${feed.title}" ${artwork}.`)] : []),
    ...(episodes.length > mostEpisodes || bytes > mostBytes
      ? [tell('FW094', `${title} has ${episodes.length} episodes in a feed of ${size}.`)]
      : []),
    ...episodes.flatMap((episode) => episodeProblems(episode, site.preview)),
  ];
}

/** What directories ask for, and the settings do not say. */
function missingIn({ artwork, categories, explicit, owner }: Podcast): string[] {
  return [
    ...(artwork ? [] : ['artwork (`artwork`)']),
    ...(categories.length > 0 ? [] : ['category (`category`)']),
    ...(explicit === undefined ? ['explicit flag (`explicit`)'] : []),
    ...(owner?.email ? [] : ['email address of its owner (`owner`)']),
  ];
}

/** What is wrong with artwork that is a file of the site; that of an address is not looked at. */
function artworkProblem({ artwork }: Podcast, { files }: Pick<PodcastSite, 'files'>): string | undefined {
  if (!artwork || !('file' in artwork)) return undefined;
  files.stat(artwork.file);
  const size = measureImage(artwork.file);
  if (!size) return 'cannot be read';
  const { width, height } = size;
  const isGood = width === height && width >= smallest && width <= largest;
  return isGood ? undefined : `is ${width} × ${height} pixels large`;
}

function episodeProblems(article: PublishedArticle, isPreview: boolean): Diagnostic[] {
  const enclosure = mainEnclosure(article);
  if (!enclosure) return [];
  const { url, type } = enclosure;
  const tell = (code: Diagnostic['code'], message: string) =>
    diagnose(code, { file: article.source.path, message, ...article.places.enclosures });
  return [
    ...(isPreview || url.startsWith('https:')
      ? []
      : [tell('FW093', `The recording ${url} is not served over https.`)]),
    ...(playedTypes.has(type)
      ? []
      : [tell('FW095', `The recording has the type ${type}, which Apple Podcasts and Spotify do not play.`)]),
  ];
}
