import { statSync } from 'node:fs';
import type { IAudioMetadata } from 'music-metadata';
import { chaptersFrom, coverFrom, lineFrom, positive, whole } from './cleaned.js';
import type { ReadMedia } from './media-info.js';

/**
 * Reads the head of an MP3, Matroska or WebM file by music-metadata: tags, cover, chapters of ID3, and how long it plays.
 * Where the head does not tell that (an MP3 with a variable bit rate and no Xing header), the whole file is read.
 *
 * @throws where the file cannot be read, or is not what its name says
 */
export async function readWithMusicMetadata(file: string): Promise<ReadMedia> {
  const { parseFile } = await import('music-metadata');
  const read = await parseFile(file, { includeChapters: true });
  const duration =
    read.format.duration ?? (await parseFile(file, { duration: true, skipCovers: true })).format.duration;
  const { common, format } = read;
  const bitrate = format.bitrate ?? (duration ? (statSync(file).size * 8) / duration : undefined);
  const title = lineFrom(common.title);
  const { pixelWidth: width, pixelHeight: height } =
    format.trackInfo.find(({ video }) => video !== undefined)?.video ?? {};
  return {
    info: {
      ...positive({ duration, bitrate: bitrate && Math.round(bitrate) }),
      ...whole({ width, height }),
      ...(title ? { title } : {}),
      ...whole({ track: common.track.no, disc: common.disk.no }),
      ...chaptersFrom(chaptersIn(read), duration),
    },
    cover: coverFrom(common.picture?.[0]?.data),
  };
}

function chaptersIn({ format: { chapters = [] } }: IAudioMetadata) {
  return chapters.map(({ start, timeScale = 1, title, url }) => ({
    start: start / timeScale,
    title,
    url: url?.url,
  }));
}
