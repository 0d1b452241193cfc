import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './site-folder.js';

/** What makes and looks at recordings. */
export const recordingPrograms = {
  ffmpeg: ['-version'],
  ffprobe: ['-version'],
  'espeak-ng': ['--version'],
} as const;

/** How each kind of recording is made from speech, and from speech with a film. */
const encoders: Readonly<Record<string, readonly string[]>> = {
  mp3: ['-b:a', '48k'],
  m4a: ['-c:a', 'aac'],
  ogg: ['-c:a', 'libvorbis'],
  opus: ['-c:a', 'libopus'],
  flac: [],
  wav: [],
  mp4: ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest'],
  webm: ['-c:v', 'libvpx', '-b:v', '60k', '-c:a', 'libvorbis', '-shortest'],
};

const metadata = `;FFMETADATA1
title=The week & more
artist=Ann Lee
track=3/12
disc=2
[CHAPTER]
TIMEBASE=1/1000
START=0
END=2000
title=Ferry
[CHAPTER]
TIMEBASE=1/1000
START=2000
END=5000
title=Библиотека
`;

/** Recordings of a few seconds of speech, with tags and chapters. */
export class Recordings {
  private readonly folder = folderWith({ 'meta.txt': metadata });

  constructor() {
    const text = 'The ferry is back. The library of Zarechny opens on Sundays, from noon to six.';
    execFileSync('espeak-ng', ['-w', join(this.folder, 'speech.wav'), text]);
  }

  /** @param more arguments of ffmpeg, after those of the format */
  make(name: string, more: readonly string[] = []): string {
    const { folder } = this;
    const ending = name.slice(name.lastIndexOf('.') + 1);
    const isFilm = ending === 'mp4' || ending === 'webm';
    const film = isFilm ? ['-f', 'lavfi', '-i', 'testsrc=s=320x180:r=5:d=20'] : [];
    const streams = isFilm ? ['-map', '0:a', '-map', '2:v'] : [];
    const input = ['-i', 'speech.wav', '-i', 'meta.txt', ...film, '-map_metadata', '1', '-map_chapters', '1'];
    const args = ['-v', 'error', '-y', ...input, ...streams, ...(encoders[ending] ?? []), ...more, name];
    execFileSync('ffmpeg', args, { cwd: folder });
    return join(folder, name);
  }

  /** An MP3 file with a cover of 600 × 600 pixels. */
  withCover(name: string): string {
    const { folder } = this;
    const colour = ['-f', 'lavfi', '-i', 'color=c=teal:s=600x600:d=1', '-frames:v', '1'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...colour, 'cover.jpg'], { cwd: folder });
    const input = ['-i', 'speech.wav', '-i', 'cover.jpg', '-map', '0:a', '-map', '1:v', '-c:v', 'copy'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...input, '-id3v2_version', '3', name], { cwd: folder });
    return join(folder, name);
  }

  bytes(file: string): Buffer {
    return readFileSync(file);
  }
}

/** How long a recording plays, in seconds, as ffprobe says. */
export function durationByFfprobe(file: string): number {
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  return Number(execFileSync('ffprobe', args, { encoding: 'utf8' }));
}

/** A JPEG of one colour. */
export function picture(width: number, height: number, name = 'art.jpg'): Buffer {
  const folder = folderWith({});
  const colour = ['-f', 'lavfi', '-i', `color=c=teal:s=${width}x${height}:d=1`, '-frames:v', '1'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...colour, name], { cwd: folder });
  return readFileSync(join(folder, name));
}
