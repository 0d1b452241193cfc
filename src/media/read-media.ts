import type { ReadMedia } from './media-info.js';
import { readWithMediaInfo } from './read-mediainfo.js';
import { readWithMusicMetadata } from './read-music-metadata.js';

/**
 * What a sound or video file says about itself. Of large files only the parts that say it are read.
 *
 * @throws Error where the file cannot be read, or does not play
 */
export async function readMedia(file: string): Promise<ReadMedia> {
  // MediaInfo has no chapters of MP3 files, and does not come back from some damaged files of Matroska.
  const read = await (/\.(?:mp3|webm|mk[av])$/i.test(file) ? readWithMusicMetadata : readWithMediaInfo)(file);
  if (read.info.duration === undefined) throw new Error('it does not say how long it plays');
  return read;
}
