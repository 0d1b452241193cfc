import type { ReadMedia } from './media-info.js';
import { readWithMediaInfo } from './read-mediainfo.js';
import { readMp3 } from './read-mp3.js';

/**
 * What a sound or video file says about itself. Of large files only the parts that say it are read.
 *
 * @throws Error where the file cannot be read, or does not play
 */
export async function readMedia(file: string): Promise<ReadMedia> {
  const read = /\.mp3$/i.test(file) ? await readMp3(file) : await readWithMediaInfo(file);
  if (read.info.duration === undefined) throw new Error('it does not say how long it plays');
  return read;
}
