import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { inFolder } from '../platform/make-folder.js';
import { hashOfFile } from '../platform/read-pieces.js';
import { hasCode, reasonOf } from '../platform/reason.js';
import { shortened } from '../publish/manifest.js';
import { wallAbove } from '../publish/output.js';
import { PublishError } from '../publish/publish-error.js';
import { removeIfEmpty } from '../publish/replace-files.js';
import type { Session } from './session.js';
import {
  type BuiltFile,
  ChangedMeanwhile,
  type Condition,
  notAsBuilt,
  type ObjectHeaders,
  type ReadObject,
  type Store,
  type StoredObject,
} from './store.js';

/** Files are written in here first, and then moved to their places. */
const unfinished = '.feedwright-unfinished';

/** A folder, as on a share that a web server has mounted. Links in it are neither followed nor replaced. */
export class FolderStore implements Store {
  readonly keepsHeaders = false;
  readonly traffic = { bytesSent: 0 };
  readonly folder: string;

  /** @param name absolute path, without a slash at its end */
  constructor(
    readonly name: string,
    private readonly session: Session,
  ) {
    this.folder = name;
  }

  async read(path: string): Promise<ReadObject | undefined> {
    return this.attempt(() => {
      if (!this.stats(path)?.isFile()) return undefined;
      const bytes = readFileSync(this.place(path));
      return { bytes, etag: createHash('sha256').update(bytes).digest('hex') };
    });
  }

  async put(path: string, bytes: Buffer, _headers: ObjectHeaders, condition?: Condition): Promise<string> {
    if (condition && (await this.read(path))?.etag !== condition.etag) throw new ChangedMeanwhile(this.name);
    this.attempt(() => this.putInPlace(path, bytes.length, (part) => writeFileSync(part, bytes)));
    return createHash('sha256').update(bytes).digest('hex');
  }

  async upload(path: string, { file, length, hash }: BuiltFile): Promise<void> {
    this.attempt(() =>
      this.putInPlace(path, length, (part) => {
        copyFileSync(file, part);
        if (shortened(hashOfFile(part)) !== hash) throw notAsBuilt(path);
      }),
    );
  }

  async *list(under: string): AsyncGenerator<StoredObject> {
    const top = under.slice(0, under.lastIndexOf('/') + 1);
    for (const path of this.attempt(() => this.pathsIn(top))) {
      if (!path.startsWith(under) || path.startsWith(`${unfinished}/`)) continue;
      const stats = this.attempt(() => this.stats(path));
      if (stats && !stats.isDirectory()) yield objectOf(path, stats);
    }
  }

  async findExisting(paths: readonly string[]): Promise<StoredObject[]> {
    return paths.flatMap((path) => {
      const stats = this.attempt(() => this.stats(path));
      return stats ? [objectOf(path, stats)] : [];
    });
  }

  async isSame({ path, length }: StoredObject, file: BuiltFile): Promise<boolean> {
    return this.attempt(() => {
      const isAlike = length === file.length && this.stats(path)?.isFile() === true;
      return isAlike && shortened(hashOfFile(this.place(path))) === file.hash;
    });
  }

  async remove(paths: readonly string[], isLast = false): Promise<void> {
    for (const path of paths) {
      this.attempt(() => rmSync(this.place(path), { force: true }), isLast);
      for (let up = dirname(path); up !== '.' && removeIfEmpty(join(this.name, up)); ) up = dirname(up);
    }
  }

  async tidy(): Promise<void> {
    this.attempt(() => rmSync(join(this.name, unfinished), { recursive: true, force: true }));
  }

  private putInPlace(path: string, length: number, write: (part: string) => void): void {
    const there = this.stats(path);
    if (there && !there.isFile()) throw inTheWay(join(this.name, path), 'a folder or link');
    const part = join(this.name, unfinished, randomUUID());
    try {
      inFolder(part, write);
      inFolder(this.place(path), (place) => renameSync(part, place));
    } finally {
      rmSync(part, { force: true });
      removeIfEmpty(dirname(part));
    }
    this.traffic.bytesSent += length;
  }

  private pathsIn(top: string): string[] {
    try {
      return readdirSync(join(this.name, top), { recursive: true, encoding: 'utf8' }).map(
        (path) => top + path.replaceAll(sep, '/'),
      );
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  }

  /** Of the link itself, where there is one. */
  private stats(path: string) {
    return lstatSync(this.place(path), { throwIfNoEntry: false });
  }

  /** @throws PublishError where a link, or a file, stands on the way to it */
  private place(path: string): string {
    const wall = wallAbove(path, this.name);
    if (wall === undefined) return join(this.name, path);
    throw inTheWay(wall, 'not a folder');
  }

  private attempt<T>(act: () => T, isLast = false): T {
    if (!isLast) this.session.requireActive();
    try {
      return act();
    } catch (error) {
      if (error instanceof PublishError) throw error;
      const hint = 'Check the folder, and whether you may write there.';
      throw new PublishError([{ message: `${this.name} cannot be used: ${reasonOf(error)}`, hint }]);
    }
  }
}

function objectOf(path: string, { size, mtimeMs }: Stats): StoredObject {
  return { path, length: size, modified: mtimeMs, etag: '' };
}

function inTheWay(place: string, what: string): PublishError {
  const hint = 'Move it away, or publish into another folder.';
  return new PublishError([{ message: `${place} is in the way: ${what}.`, hint }]);
}
