/** A part of a recording that has a name. */
export interface Chapter {
  /** When it begins, in seconds from the beginning of the recording. */
  start: number;
  title: string;
  /** Absolute address of a page about it. */
  url?: string | undefined;
}

/** A picture inside of a media file. */
export interface Cover {
  type: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
}

/** What a media file says about itself; what it does not say is not there. */
export interface MediaInfo {
  /** In seconds. */
  duration?: number;
  /** In bits per second. */
  bitrate?: number;
  /** Of a video, in pixels. */
  width?: number;
  height?: number;
  title?: string;
  /** The numbers of the track and of the disc, which podcasts use for episodes and seasons. */
  track?: number;
  disc?: number;
  chapters?: readonly Chapter[];
}

/** Media information with the cover, which is kept apart: it is much larger than the rest. */
export interface ReadMedia {
  info: MediaInfo;
  cover?: Cover | undefined;
}

/** Whether a media type is that of sound or video. */
export function isPlayable(type: string): boolean {
  return /^(?:audio|video)\//i.test(type);
}
