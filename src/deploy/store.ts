import { PublishError } from '../publish/publish-error.js';

/** What is put into a store: bytes, or a file of the output folder. */
export type Content = { bytes: Buffer } | FileContent;

/** A file of the output folder, as the manifest of the build names it. */
export interface FileContent {
  /** Absolute path. */
  file: string;
  /** In bytes. */
  length: number;
  /** Its SHA-256, shortened. */
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
  /** Changes whenever the content does (RFC 9110, 8.8.3). */
  etag: string;
}

/** A small object, read whole. */
export interface ReadObject {
  bytes: Buffer;
  etag: string;
}

/** How an object must be found for it to be replaced: with this entity tag, or not at all. */
export type Condition = { etag: string | undefined };

/**
 * Where a site is published: an object store, or a folder. Paths are below the address that the store was opened with; no
 * method reaches outside of it. Everything that fails for good is a `PublishError`.
 */
export interface Store {
  /** Its address, as people are told. */
  readonly name: string;
  /** Whether it sends headers that are given to it. */
  readonly keepsHeaders: boolean;
  /** What was asked of it up to now. */
  readonly traffic: Traffic;
  /** Reads an object; nothing where there is none. */
  read(path: string): Promise<ReadObject | undefined>;
  /** Looks at an object without reading it; nothing where there is none. */
  look(path: string): Promise<StoredObject | undefined>;
  /**
   * Writes an object, whole or not at all.
   *
   * @param condition kept by the stores that know conditions
   * @param step told after each part of a large file
   * @returns its entity tag; an empty text for a large file
   * @throws ChangedMeanwhile where the condition does not hold
   */
  write(
    path: string,
    content: Content,
    headers: ObjectHeaders,
    more?: { condition?: Condition; step?: () => void },
  ): Promise<string>;
  /** All objects whose paths begin so, in no order. */
  list(under: string): AsyncIterable<StoredObject>;
  /** Whether an object has the content of a file. */
  isSame(object: StoredObject, content: FileContent): Promise<boolean>;
  /** Deletes objects; those that are not there do not matter. */
  remove(paths: readonly string[]): Promise<void>;
}

/** Requests that were sent, and the bytes of objects in them; for a folder, files and their bytes. */
export interface Traffic {
  requests: number;
  bytesSent: number;
}

/** An object is not as it was read: somebody else wrote it meanwhile. */
export class ChangedMeanwhile extends PublishError {
  constructor(store: Store['name']) {
    const hint = 'If yours is the newer one, run feedwright publish again.';
    super([{ message: `Somebody else published to ${store} meanwhile; they stay, this one stopped.`, hint }]);
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
    paths.map((path) => ({ message: `${path} is not as it was built: it was changed or deleted.`, hint })),
  );
}
