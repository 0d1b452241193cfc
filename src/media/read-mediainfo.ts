import { type FileHandle, open } from 'node:fs/promises';
import type { MediaInfo as Analyzer } from 'mediainfo.js';
import * as z from 'zod';
import { chaptersFrom, coverFrom, lineFrom, positive, whole } from './cleaned.js';
import type { ReadMedia } from './media-info.js';

/** Numbers may come as texts, and those of several tags as `2 / 2`. */
const number = z
  .union([z.number(), z.string().transform((text) => Number.parseFloat(text))])
  .optional()
  .catch(undefined);
const text = z.string().optional().catch(undefined);

const track = z.object({
  '@type': z.string(),
  Duration: number,
  OverallBitRate: number,
  Width: number,
  Height: number,
  Title: text,
  Track_Position: number,
  Part_Position: number,
  Cover_Data: text,
  extra: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
const result = z.object({ media: z.object({ track: z.array(track) }) });

type Track = z.output<typeof track>;

let analyzer: Promise<Analyzer<'object'>> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads the head of a media file, and what its format has elsewhere, by MediaInfo, which looks only at the parts of a
 * file that it needs: MP4, Ogg, WAV, FLAC and many others.
 *
 * @throws where the file cannot be read, or is not what its name says
 */
export async function readWithMediaInfo(file: string): Promise<ReadMedia> {
  analyzer ??= import('mediainfo.js').then(({ default: create }) =>
    create({ format: 'object', coverData: true }),
  );
  const ready = await analyzer;
  // One file at a time: the analyzer has one state.
  const read = last.then(() => analyse(ready, file));
  last = read.catch(() => undefined);
  return read;
}

async function analyse(ready: Analyzer<'object'>, file: string): Promise<ReadMedia> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const parsed = result.parse(await ready.analyzeData(size, (length, at) => readAt(handle, length, at)));
    const { track: tracks } = parsed.media;
    const general = tracks.find((each) => each['@type'] === 'General');
    const video = tracks.find((each) => each['@type'] === 'Video');
    const duration = general?.Duration;
    const title = lineFrom(general?.Title);
    return {
      info: {
        ...positive({ duration, bitrate: general?.OverallBitRate }),
        ...whole({ width: video?.Width, height: video?.Height }),
        ...(title ? { title } : {}),
        ...whole({ track: general?.Track_Position, disc: general?.Part_Position }),
        ...chaptersFrom(tracks.map(chaptersIn).findLast((chapters) => chapters.length > 0) ?? [], duration),
      },
      cover: coverFrom(general?.Cover_Data ? Buffer.from(general.Cover_Data, 'base64') : undefined),
    };
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, length: number, position: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The entries of a menu: `_00_01_02_500: en:Title` begins after 62.5 seconds. */
function chaptersIn({ '@type': type, extra = {} }: Track) {
  if (type !== 'Menu') return [];
  return Object.entries(extra).flatMap(([time, written]) => {
    const [, hours, minutes, seconds, thousandths] = /^_(\d+)_(\d\d)_(\d\d)_(\d{3})$/.exec(time) ?? [];
    if (hours === undefined || typeof written !== 'string') return [];
    const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
    return [{ start, title: written.replace(/^(?:[a-z]{2,3})?:(?=\S)/, '') }];
  });
}
