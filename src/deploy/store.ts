import { PublishError } from '../publish/publish-error.js';

/** A file of the output folder, as the manifest of the build names it. */
export interface BuiltFile {
  /** Absolute path. */
  file: string;
  /** In bytes. */
  length: number;
  /** Its SHA-256, shortened as in the manifest of a build. */
  hash: string;
}

/** Headers to be sent with an object, by their names in lower case. */
export type ObjectHeaders = Readonly<Record<string, string>>;

/** An object as a store lists it. */
export interface StoredObject {
  /** Below the address of the store. */
  path: string;
  /** In bytes. */
  length: number;
  /** When it was written, in milliseconds by the clock of the store. */
  modified: number;
  /** Changes whenever the content does (RFC 9110, 8.8.3); empty where the store has none. */
  etag: string;
}

/** A small object, read whole. */
export interface ReadObject {
  bytes: Buffer;
  etag: string;
}

/** How an object must be found for it to be replaced: with this entity tag, or not at all. */
export interface Condition {
  etag: string | undefined;
}

/**
 * Where a site is published: an object store, or a folder. Paths are below the address that the store was opened with; no
 * method reaches outside of it. Whatever fails for good is a `PublishError`.
 */
export interface Store {
  /** Its address, as people are told. */
  readonly name: string;
  /** Where it is on this machine, absolute, if it is a folder. */
  readonly folder?: string;
  /** Whether it sends headers that are given to it. */
  readonly keepsHeaders: boolean;
  /** What was asked of it up to now. */
  readonly traffic: Traffic;
  /** Reads an object; nothing where there is none. */
  read(path: string): Promise<ReadObject | undefined>;
  /**
   * Writes a small object, whole or not at all.
   *
   * @param condition kept by the stores that support conditions
   * @returns its entity tag
   * @throws ChangedMeanwhile where the condition does not hold
   */
  put(path: string, bytes: Buffer, headers: ObjectHeaders, condition?: Condition): Promise<string>;
  /**
   * Copies a file into the store, whole or not at all.
   *
   * @throws PublishError where it is not as it was built
   */
  upload(path: string, file: BuiltFile, headers: ObjectHeaders): Promise<void>;
  /** All objects whose paths begin so, in no order. */
  list(under: string): AsyncIterable<StoredObject>;
  /**
   * What stands at these paths.
   *
   * @param known how many objects of ours there are, at least
   */
  findExisting(paths: readonly string[], known: number): Promise<StoredObject[]>;
  /** Whether an object has the content of a file. */
  isSame(object: StoredObject, file: BuiltFile): Promise<boolean>;
  /**
   * Deletes objects; those that are not there do not matter.
   *
   * @param isLast done although the session has ended
   */
  remove(paths: readonly string[], isLast?: boolean): Promise<void>;
  /** Removes what a publisher that was killed left half written; only whoever has the lock may. */
  tidy(): Promise<void>;
}

/** What went over the network, or onto the disk. */
export interface Traffic {
  /** Those that were lost included; none for a folder. */
  requests?: number;
  /** Bytes that arrived. */
  bytesSent: number;
}

/** An object is not as it was read: somebody else wrote it meanwhile. */
export class ChangedMeanwhile extends PublishError {
  constructor(store: Store['name']) {
    const message = `Another publisher changed ${store} during this run; its files were kept, and this run stopped.`;
    super([{ message, hint: 'If yours is the newer build, run feedwright publish again.' }]);
  }
}

/**
 * Files are not what their manifest says.
 *
 * @param paths below the output folder
 */
export function notAsBuilt(...paths: string[]): PublishError {
  const hint = 'Run feedwright build, then publish again.';
  return new PublishError(
    paths.map((path) => ({ message: `${path} has changed since the build, or is missing.`, hint })),
  );
}
