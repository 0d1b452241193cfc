import { lookup } from 'mrmime';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { isPlayable } from '../media/media-info.js';
import { decodePath } from '../platform/decode-path.js';
import type { Article, PublishedArticle } from './article.js';
import type { WrittenEnclosure } from './enclosure.js';
import { episodeOf } from './episode.js';
import { type FileSite, FilesBeside, type FoundEnclosure } from './files-beside.js';
import { measureImage } from './measure-image.js';

/** The picture, the enclosures and the recording of an article, and what is wrong with them. */
export interface ArticleFiles extends Pick<PublishedArticle, 'image' | 'enclosures' | 'episode' | 'assets'> {
  problems: Diagnostic[];
  /** What its recording is called. */
  recordedTitle?: string | undefined;
}

function noFiles(): ArticleFiles {
  return { image: undefined, enclosures: [], episode: undefined, assets: [], problems: [] };
}

/**
 * The picture and the enclosures of an article, with what is read from the files beside it.
 *
 * Reports FW040 for an enclosure that is not complete, FW090 for a unreadable recording, and what
 * {@link findAsset} says of files.
 *
 * @param url absolute address of the article
 */
export function filesOf(article: Article, url: string, site: FileSite): ArticleFiles {
  if (!article.image && article.enclosures.length === 0) return noFiles();
  const beside = new FilesBeside(article, url, site);
  const { image } = article;
  const picture = image && beside.find(image.url);
  const size = picture && { ...measureImage(picture.file), bytes: picture.bytes };
  const isAddress = image && URL.canParse(image.url, url);
  const found = article.enclosures.flatMap(
    (enclosure) => complete(enclosure, article, url, beside, site) ?? [],
  );
  markAlternates(found);
  const episode = episodeOf(article, url, found, beside, site);
  return {
    image: isAddress ? { ...image, url: new URL(image.url, url).href, ...size } : undefined,
    enclosures: found.map(({ enclosure }) => enclosure),
    episode,
    recordedTitle: found.find(({ media }) => media)?.media?.info.title,
    assets: beside.assets,
    problems: beside.problems,
  };
}

/** An enclosure with everything that the formats want, read from the file where it lies beside the article. */
function complete(
  written: WrittenEnclosure,
  article: Article,
  articleUrl: string,
  beside: FilesBeside,
  site: FileSite,
): FoundEnclosure | undefined {
  const asset = beside.find(written.url);
  const url = URL.canParse(written.url, articleUrl) ? new URL(written.url, articleUrl) : undefined;
  const type = written.type ?? (url && typeOf(url.pathname));
  const length = asset?.bytes ?? written.length;
  const file = article.source.path;
  if (!url || !/^https?:$/.test(url.protocol) || !type || length === undefined) {
    const missing = !url
      ? 'its url is not an address'
      : !type
        ? 'its type is not known'
        : 'its length is not known';
    const message = `The enclosure "${written.url}" is not complete: ${missing}.`;
    beside.problems.push(diagnose('FW040', { file, message, ...article.places.enclosures }));
    return undefined;
  }
  const media = asset && isPlayable(type) ? site.media?.of(asset.file) : undefined;
  if (media?.failed !== undefined) {
    const message = `The recording "${written.url}" cannot be read: ${media.failed}.`;
    beside.problems.push(diagnose('FW090', { file, message, ...article.places.enclosures }));
  }
  const { title } = written;
  const { bitrate, width, height, duration = written.duration } = media?.info ?? {};
  const enclosure = {
    url: url.href,
    type,
    length,
    ...(title ? { title } : {}),
    ...(duration === undefined ? {} : { duration }),
    ...(bitrate === undefined ? {} : { bitrate }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
  return { enclosure, media };
}

/** Media types that the usual table lacks. */
const furtherTypes: Readonly<Record<string, string>> = {
  aif: 'audio/aiff',
  aiff: 'audio/aiff',
  flac: 'audio/flac',
  m4b: 'audio/mp4',
  m4v: 'video/x-m4v',
  mka: 'audio/x-matroska',
  mkv: 'video/x-matroska',
  wma: 'audio/x-ms-wma',
};

/** The media type of a file by its ending. */
function typeOf(path: string): string | undefined {
  return lookup(path) ?? furtherTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** How far the lengths of two recordings of the same may be apart, in seconds, and as a share: encoders add silence. */
const [mostApart, largestShare] = [2, 0.05];

/**
 * Recordings that are called like the first one, or like a part of its name, and play as long, are that one in other formats
 * or qualities: `talk.mp3`, `talk.ogg`, `talk-small.mp3`.
 */
function markAlternates(found: readonly FoundEnclosure[]): void {
  const first = found.find(({ enclosure }) => isPlayable(enclosure.type))?.enclosure;
  for (const { enclosure } of found) {
    if (!first || enclosure === first || !isPlayable(enclosure.type)) continue;
    const duration = first.duration ?? Number.NaN;
    const apart = Math.abs((enclosure.duration ?? Number.NaN) - duration);
    const [a, b] = [stemOf(first.url), stemOf(enclosure.url)];
    const isCalledAlike = a.startsWith(b) || b.startsWith(a);
    if (isCalledAlike && apart <= Math.min(mostApart, duration * largestShare)) enclosure.isAlternate = true;
  }
}

/** The name of the file at an address, without its ending. */
function stemOf(url: string): string {
  return decodePath(new URL(url).pathname)
    .replace(/^.*\//s, '')
    .replace(/\.[^.]*$/, '');
}
