import { readdirSync } from 'node:fs';
import type { UsageProblem } from '../diagnostics/usage-error.js';
import { type OutputPath, ownPath } from '../platform/output-path.js';
import { type Destination, FileList, type Published, type Rest } from './destination.js';
import { type Document, textDocument } from './document.js';
import { leftovers } from './leftovers.js';
import { type Hashes, type Manifest, manifestName, manifestText, readManifest } from './manifest.js';
import {
  compare,
  copiesOf,
  type FileComparison,
  findClashes,
  isOurs,
  type Output,
  outputsOf,
} from './output.js';
import { cannotWrite, PublishError } from './publish-error.js';
import { FolderLock } from './publish-lock.js';
import { deleteFiles, type FileWriter, Staging } from './replace-files.js';

/** What the documents of the last build were made of. */
export interface MadeDocuments {
  /** The size of a document that was made of the same, and whose file nobody touched; nothing where it has to be made. */
  sizeOfSame(path: string, key: string): number | undefined;
  /** Remembers documents that were published just now. */
  remember(keys: ReadonlyMap<string, string>): void;
}

const fresh: FileComparison = { change: 'new' };

/**
 * Publishes a site: all of it or nothing. Every file is written beside its place as soon as it is made, and renamed into
 * it when all are there, feeds last, so that no feed names a page that is not there yet. A file whose bytes are the same
 * is not touched; files of an earlier build that are no longer part of the site are deleted; files of others never are.
 * A build that was killed leaves whole files, and the next one puts everything right. Another build of the same folder
 * waits meanwhile.
 */
export class Publisher implements Destination {
  private readonly lock: FolderLock;
  private readonly owned: Manifest['files'];
  /** Nothing is in the folder yet that could be the same, or in the way. */
  private readonly isNew: boolean;
  private readonly staging: Staging;
  private readonly files = new FileList();
  private readonly problems: UsageProblem[] = [];
  private readonly keys = new Map<OutputPath, string>();
  private readonly hashes = new Map<OutputPath, Hashes>();
  private hasChanged = false;

  /**
   * @param out the output folder
   * @param precompress whether texts get `.gz` and `.br` beside them
   * @param writer writes files besides
   * @param made which documents of the last build are the ones that would be made
   * @throws PublishError where the folder can't be written, or another build does not end
   */
  constructor(
    private readonly out: string,
    private readonly precompress: boolean,
    writer: FileWriter,
    private readonly made?: MadeDocuments,
  ) {
    this.lock = new FolderLock(out);
    try {
      this.owned = readManifest(out).files;
      this.isNew = readdirSync(out).every((name) => leftovers.includes(name));
      this.staging = new Staging(out, this.isNew, writer, this.lock.token);
    } catch (error) {
      this.lock.release();
      throw cannotWrite(error);
    }
  }

  /** @throws PublishError where it cannot be written */
  add(document: Document): void {
    const { path, mediaType, key, isFeed = false } = document;
    const hashes = this.owned.get(path) ?? [];
    const bytes = key === undefined || hashes.length !== 1 ? undefined : this.made?.sizeOfSame(path, key);
    this.lock.beat();
    if (bytes !== undefined) {
      this.hashes.set(path, hashes);
      this.files.add({ path, mediaType, bytes, isFeed }, 'unchanged');
      return;
    }
    if (key !== undefined) this.keys.set(path, key);
    for (const output of outputsOf(document, this.precompress)) this.take(output);
  }

  /** @throws PublishError where something is in the way, or cannot be written; the folder is then as it was */
  finish({ assets, feeds }: Rest): Published {
    try {
      for (const copy of copiesOf(assets)) this.take(copy);
      const files = this.files.all();
      this.problems.push(...findClashes(files));
      if (this.problems.length > 0) throw new PublishError(this.problems);
      const left = this.replace(feeds);
      this.made?.remember(this.keys);
      return { files, left };
    } catch (error) {
      throw isFromDisk(error) ? cannotWrite(error) : error;
    } finally {
      this.abandon();
    }
  }

  abandon(): void {
    this.staging.clear();
    this.lock.release();
  }

  private take(output: Output): void {
    if (!this.isNew && !isOurs(output, this.out, this.owned)) return;
    const { blocked, change } = this.isNew ? fresh : compare(output, this.out, this.owned);
    this.files.add(output, change);
    this.hashes.set(output.path, [output.hash()]);
    this.lock.beat();
    if (blocked) this.problems.push(blocked);
    else if (change !== 'unchanged') {
      this.hasChanged = true;
      this.staging.write(output, output.isFeed ? 'feeds' : 'files');
    }
  }

  /** @returns files of earlier builds that stay */
  private replace(feeds: Rest['feeds']): OutputPath[] {
    const { out, owned, staging, hashes: after } = this;
    const stale = [...owned].filter(([path]) => !after.has(path));
    const manifest = (files: Manifest['files']): Output[] =>
      outputsOf(textDocument(ownPath(manifestName), 'application/json', manifestText(files, feeds)), false);
    const last = manifest(after);
    const isSame = last.every((output) => compare(output, out, owned).change === 'unchanged');
    if (!this.hasChanged && stale.length === 0 && isSame) return [];
    // First what may be there from now on: a build that is killed between two files must know them as its own.
    for (const output of manifest(eitherOf(owned, after))) staging.write(output, 'manifest before');
    for (const output of last) staging.write(output, 'manifest after');
    staging.settle();
    this.lock.requireHeld();
    for (const stage of ['manifest before', 'files', 'feeds'] as const) staging.putInPlace(stage);
    const left = deleteFiles(stale, out);
    staging.putInPlace('manifest after');
    return left;
  }
}

/** Files that may be there while new ones are put in the places of old ones, with all contents that each may have. */
function eitherOf(before: Manifest['files'], after: Manifest['files']): Map<OutputPath, Hashes> {
  const either = new Map(before);
  for (const [path, hashes] of after) {
    either.set(path, [...new Set([...(before.get(path) ?? []), ...hashes])]);
  }
  return either;
}

/** Whether an error is one of the file system. */
function isFromDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
