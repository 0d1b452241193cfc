import type { Article } from '../articles/article.js';
import { fileBeside, isRelative } from '../articles/assets.js';
import { isRecording } from '../articles/companions.js';
import type { KnownMedia } from '../articles/files-beside.js';
import { measurePicture } from '../articles/measure-image.js';
import type { MediaCache } from '../cache/media-cache.js';
import type { Cover, ReadMedia } from '../media/media-info.js';
import { digestOf } from '../platform/digest.js';
import { type FileTracker, fingerprintOf, isFresh } from '../platform/fingerprints.js';
import { ownPath } from '../platform/output-path.js';
import { realPathWithin } from '../platform/real-path.js';
import { reasonOf } from '../platform/reason.js';
import type { Document } from '../publish/document.js';
import { MediaReader } from '../workers/media-reader.js';

/** What the recordings beside articles say about themselves, and the covers in them. */
export class MediaFiles {
  private readonly known = new Map<string, KnownMedia>();
  /** Covers by the addresses at which they are published. */
  private readonly covers = new Map<
    string,
    { type: Cover['type']; hash: string; held: Buffer | undefined }
  >();

  /**
   * Reads the recordings that articles name, or remembers them.
   *
   * @param folder of the articles: files outside of it are never published, and not read
   * @param siteUrl address of the site, ending in `/`
   * @param files looks at the files
   */
  static async read(
    articles: readonly Article[],
    { articles: folder, url: siteUrl }: { articles: string; url: string },
    files: FileTracker,
    cache: MediaCache | undefined,
  ): Promise<MediaFiles> {
    const media = new MediaFiles(siteUrl, files, cache);
    const reader = new MediaReader();
    for (const file of recordingsOf(articles, folder)) await media.readFile(file, reader);
    await reader.end();
    return media;
  }

  private constructor(
    private readonly siteUrl: string,
    private readonly files: FileTracker,
    private readonly cache: MediaCache | undefined,
  ) {}

  /** @param file as it really is: no part of the path is a link */
  of(file: string): KnownMedia | undefined {
    return this.known.get(file);
  }

  /** The document of a cover that is published at an address; nothing where there is none. */
  coverAt(address: string): Document | undefined {
    const cover = this.covers.get(address);
    if (!cover) return undefined;
    const path = ownPath(address.slice(this.siteUrl.length));
    return { path, mediaType: cover.type, content: () => [this.bytesOf(cover)] };
  }

  private async readFile(file: string, reader: MediaReader): Promise<void> {
    const stats = this.files.stat(file);
    if (!stats?.isFile()) return;
    const stored = this.cache?.get(file, this.files);
    const cover = stored?.cover === undefined ? undefined : this.cache?.cover(stored.cover);
    if (stored) {
      const image =
        cover && stored.cover !== undefined ? this.publish(stored.cover, cover, false) : undefined;
      this.known.set(file, { info: stored.info, ...(image ? { cover: image } : {}) });
      return;
    }
    try {
      const read = await reader.read(file);
      this.known.set(file, this.knownFrom(read));
      const isFinal = !isFresh(stats, Date.now());
      if (isFinal) this.remember(file, fingerprintOf(stats), read);
    } catch (error) {
      this.known.set(file, { info: {}, failed: reasonOf(error) });
    }
  }

  private knownFrom({ info, cover }: ReadMedia): KnownMedia {
    const bytes = cover && Buffer.from(cover.bytes);
    const image = bytes && this.publish(digestOf(bytes), bytes, true);
    return { info, ...(image ? { cover: image } : {}) };
  }

  private remember(file: string, fingerprint: string, { info, cover }: ReadMedia): void {
    const stored = { info, ...(cover ? { cover: digestOf(Buffer.from(cover.bytes)) } : {}) };
    this.cache?.put(file, fingerprint, stored, cover?.bytes);
  }

  /** Where a cover is published; the same picture in many recordings is published once. */
  private publish(hash: string, bytes: Buffer, isHeld: boolean): KnownMedia['cover'] {
    const type = bytes[0] === 0xff ? 'image/jpeg' : 'image/png';
    const url = `${this.siteUrl}covers/${hash.slice(0, 16)}.${type === 'image/png' ? 'png' : 'jpg'}`;
    if (!this.covers.has(url)) this.covers.set(url, { type, hash, held: isHeld ? bytes : undefined });
    return { url, ...measurePicture(bytes) };
  }

  private bytesOf({ hash, held }: { hash: string; held: Buffer | undefined }): Buffer {
    const bytes = held ?? this.cache?.cover(hash);
    if (!bytes) throw new Error('A cover was taken out of the cache during the build.');
    return bytes;
  }
}

/** The files, as they really are, that articles name as sound or video. */
function recordingsOf(articles: readonly Article[], folder: string): string[] {
  const found = new Set<string>();
  for (const { source, enclosures } of articles) {
    for (const { url } of enclosures) {
      if (!isRelative(url) || !isRecording(url.replace(/[?#].*$/s, ''))) continue;
      const real = realPathWithin(folder, fileBeside(url, source.file));
      if (real !== undefined) found.add(real);
    }
  }
  return [...found].sort();
}
