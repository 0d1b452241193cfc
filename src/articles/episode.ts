import { lookup } from 'mrmime';
import { isPlayable } from '../media/media-info.js';
import { decodePath } from '../platform/decode-path.js';
import { fingerprintOf } from '../platform/fingerprints.js';
import { outputPath } from '../platform/output-path.js';
import type { Article } from './article.js';
import { isRelative } from './assets.js';
import type { Episode, Transcript, WrittenTranscript } from './enclosure.js';
import type { FileSite, FilesBeside, FoundEnclosure } from './files-beside.js';

/**
 * What an article is as an episode: what its fields say, and where they are silent, what its recording does.
 *
 * @param url absolute address of the article
 * @returns nothing where it has no sound or video
 */
export function episodeOf(
  article: Article,
  url: string,
  found: readonly FoundEnclosure[],
  beside: FilesBeside,
  site: FileSite,
): Episode | undefined {
  const main = found.find(({ enclosure }) => isPlayable(enclosure.type));
  if (!main) return undefined;
  const { info } = main.media ?? { info: {} };
  // Another format of the recording may have what this one has not.
  const same = found.filter((each) => each === main || each.enclosure.isAlternate);
  const { chapters: list } = same.find(({ media }) => media?.info.chapters)?.media?.info ?? {};
  const cover = same.find(({ media }) => media?.cover)?.media?.cover;
  const { transcripts = [], ...written } = article.episode ?? {};
  const chapters = list && chaptersAddress(url, site.url);
  return {
    ...(info.track === undefined ? {} : { number: info.track }),
    ...(info.disc === undefined ? {} : { season: info.disc }),
    ...written,
    transcripts: transcripts.flatMap((transcript) => transcriptOf(transcript, url, beside, site) ?? []),
    ...(chapters && list ? { chapters: { url: chapters, list } } : {}),
    ...(cover ? { cover } : {}),
  };
}

/** Where the document with the chapters of an article is published. */
function chaptersAddress(url: string, siteUrl: string): string | undefined {
  const address = `${url.replace(/\.html$|\/$/, '')}/chapters.json`;
  return typeof outputPath(decodePath(address.slice(siteUrl.length))) === 'string' ? address : undefined;
}

/** Podcasting 2.0 wants these types; SubRip has several names. */
const transcriptTypes: Readonly<Record<string, string>> = { vtt: 'text/vtt', srt: 'application/x-subrip' };

function transcriptOf(
  { url: written, language }: WrittenTranscript,
  articleUrl: string,
  beside: FilesBeside,
  { files }: Pick<FileSite, 'files'>,
): Transcript | undefined {
  const file = beside.find(written)?.file;
  if (!URL.canParse(written, articleUrl)) return undefined;
  if (!file && isRelative(written)) {
    beside.tell('FW096', `There is no transcript "${written}" that could be published.`, 'transcripts');
    return undefined;
  }
  const url = new URL(written, articleUrl);
  const ending = url.pathname.slice(url.pathname.lastIndexOf('.') + 1).toLowerCase();
  return {
    url: url.href,
    type: transcriptTypes[ending] ?? lookup(ending) ?? 'text/html',
    ...(language ? { language } : {}),
    ...(file ? { file, fingerprint: fingerprintOf(files.stat(file)) } : {}),
  };
}
