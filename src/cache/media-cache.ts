import type { MediaInfo } from '../media/media-info.js';
import type { FileTracker, Fingerprint } from '../platform/fingerprints.js';
import type { CacheFolder } from './cache-folder.js';

const fileName = 'media';

/** What is remembered of a media file. */
export interface StoredMedia {
  info: MediaInfo;
  /** Hash of its cover, under which that is kept. */
  cover?: string;
}

type Entry = StoredMedia & { fingerprint: Fingerprint };

/** What recordings said about themselves the last time, and their covers, each of which is kept once. */
export class MediaCache {
  private readonly known: ReadonlyMap<string, Entry>;
  private readonly kept = new Map<string, Entry>();
  private isSame = true;

  constructor(private readonly folder: CacheFolder) {
    // The folder gives only what this program wrote, byte for byte.
    const content = folder.read(fileName);
    const entries: [string, Entry][] = content ? JSON.parse(content.toString('utf8')) : [];
    this.known = new Map(entries);
  }

  /** What was read of a file, where it is the same as it was, and its cover is still there. */
  get(file: string, files: FileTracker): StoredMedia | undefined {
    const entry = this.known.get(file);
    if (!entry || !files.areUnchanged([[file, entry.fingerprint]])) return undefined;
    if (entry.cover !== undefined && !this.cover(entry.cover)) return undefined;
    this.kept.set(file, entry);
    return entry;
  }

  /** A cover by its hash. */
  cover(hash: string): Buffer | undefined {
    return this.folder.read(coverName(hash));
  }

  put(file: string, fingerprint: Fingerprint, stored: StoredMedia, cover: Uint8Array | undefined): void {
    this.isSame = false;
    this.kept.set(file, { ...stored, fingerprint });
    if (cover && stored.cover !== undefined) this.folder.write(coverName(stored.cover), [Buffer.from(cover)]);
  }

  /** Writes down what is to be remembered. */
  save(): void {
    if (this.isSame && this.kept.size === this.known.size) return;
    this.folder.write(fileName, [Buffer.from(JSON.stringify([...this.kept]))]);
  }
}

function coverName(hash: string): string {
  return `cover-${hash}`;
}
