import type { Chapter } from '../media/media-info.js';
import type { Fingerprint } from '../platform/fingerprints.js';

/** The picture that stands for an article. */
export interface ArticleImage {
  /** Absolute address. */
  url: string;
  alt?: string;
  /** What stands below it. */
  caption?: string;
  /** Who made it. */
  credit?: string;
  /** In CSS pixels, known where the file lies beside the article. */
  width?: number;
  height?: number;
  /** Size of its file. */
  bytes?: number;
}

/** A file that comes with an article, such as a sound recording. */
export interface Enclosure {
  /** Absolute address. */
  url: string;
  /** Media type, such as `audio/mpeg`. */
  type: string;
  /** Size in bytes; 0 where it is not known (RSS 2.0 wants the attribute all the same). */
  length: number;
  title?: string;
  /** How long it plays, in seconds. */
  duration?: number;
  /** In bits per second. */
  bitrate?: number;
  /** Of a video, in pixels. */
  width?: number;
  height?: number;
  /** It is the first enclosure again, in another format or quality. */
  isAlternate?: true;
}

/** What an article is as an episode of a podcast, beyond its enclosures. */
export interface Episode extends Omit<WrittenEpisode, 'transcripts'> {
  /** Absolute addresses, and the texts where the files lie beside the article. */
  transcripts: readonly Transcript[];
  /** Absolute address of the document with the chapters, and the chapters. */
  chapters?: { url: string; list: readonly Chapter[] };
  /** The picture in the recording itself; an article's own goes before it. */
  cover?: ArticleImage;
}

/** What the fields of an article say of it as an episode. */
export interface WrittenEpisode {
  number?: number;
  season?: number;
  seasonName?: string;
  /** What an app shows instead of the number. */
  display?: string;
  type?: 'full' | 'trailer' | 'bonus';
  explicit?: boolean;
  soundbites?: readonly Soundbite[];
  transcripts?: readonly WrittenTranscript[];
}

/** A part of a recording that says what it is about; in seconds. */
export interface Soundbite {
  start: number;
  duration: number;
  title?: string;
}

/** A transcript as the author wrote its address, or as its file is called. */
export interface WrittenTranscript {
  url: string;
  /** BCP 47; that of the article where nothing says so. */
  language?: string;
}

/** A transcript of a recording. */
export interface Transcript {
  /** Absolute address. */
  url: string;
  /** `text/vtt`, `application/x-subrip`, `text/plain` or `text/html`. */
  type: string;
  language?: string;
  /** The file itself, where it lies beside the article, and what it looks like. */
  file?: string;
  fingerprint?: Fingerprint;
}

/** An enclosure as the author wrote it; what is missing is read from the file. */
export interface WrittenEnclosure {
  url: string;
  type?: string;
  length?: number;
  title?: string;
  duration?: number;
}
