import type { IAudioMetadata } from 'music-metadata';
import { chaptersFrom, coverFrom, lineFrom, positive, whole } from './cleaned.js';
import type { ReadMedia } from './media-info.js';

/**
 * Reads the head of an MP3 file: ID3 tags with chapters and cover, and how long it plays. Where the head does not tell
 * that (a variable bit rate without a Xing header), the whole file is read.
 *
 * @throws where the file cannot be read, or is not what its name says
 */
export async function readMp3(file: string): Promise<ReadMedia> {
  const { parseFile } = await import('music-metadata');
  const read = await parseFile(file, { includeChapters: true });
  const duration =
    read.format.duration ?? (await parseFile(file, { duration: true, skipCovers: true })).format.duration;
  const { common, format } = read;
  const title = lineFrom(common.title);
  return {
    info: {
      ...positive({ duration, bitrate: format.bitrate && Math.round(format.bitrate) }),
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
