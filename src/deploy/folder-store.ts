import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasCode, reasonOf } from '../platform/reason.js';
import { shortened } from '../publish/manifest.js';
import { wallAbove } from '../publish/output.js';
import { PublishError } from '../publish/publish-error.js';
import { removeIfEmpty } from '../publish/replace-files.js';
import {
  ChangedMeanwhile,
  type Condition,
  type Content,
  type FileContent,
  notAsBuilt,
  type ObjectHeaders,
  type ReadObject,
  type Store,
  type StoredObject,
} from './store.js';

/** Files that are being written, beside their places. */
const unfinished = /^\.feedwright-part-/;

/** A folder, as on a share that a web server has mounted. Links in it are not followed. */
export class FolderStore implements Store {
  readonly keepsHeaders = false;
  readonly traffic = { requests: 0, bytesSent: 0 };

  /** @param name absolute path */
  constructor(readonly name: string) {}

  async read(path: string): Promise<ReadObject | undefined> {
    this.traffic.requests += 1;
    const bytes = await readFile(this.place(path)).catch((error: unknown) => this.unlessAbsent(error));
    return bytes && { bytes, etag: tagOf(bytes) };
  }

  /** An entity tag would take reading the file; {@link isSame} reads it. */
  async look(path: string): Promise<StoredObject | undefined> {
    this.traffic.requests += 1;
    const stats = await stat(this.place(path)).catch((error: unknown) => this.unlessAbsent(error));
    return stats?.isFile()
      ? { path, length: stats.size, modified: stats.mtimeMs, etag: `${stats.mtimeMs}-${stats.size}` }
      : undefined;
  }

  async write(
    path: string,
    content: Content,
    _headers: ObjectHeaders,
    { condition, step }: { condition?: Condition; step?: () => void } = {},
  ): Promise<string> {
    if (condition && (await this.read(path))?.etag !== condition.etag) throw new ChangedMeanwhile(this.name);
    const place = this.place(path);
    const part = join(dirname(place), `.feedwright-part-${randomUUID()}`);
    this.traffic.requests += 1;
    try {
      await mkdir(dirname(place), { recursive: true });
      if ('bytes' in content) await writeFile(part, content.bytes);
      else await copyChecked(content, part, path);
      await rename(part, place);
    } catch (error) {
      await rm(part, { force: true });
      throw this.cannot(error);
    }
    this.traffic.bytesSent += 'bytes' in content ? content.bytes.length : content.length;
    step?.();
    return 'bytes' in content ? tagOf(content.bytes) : '';
  }

  async *list(under: string): AsyncGenerator<StoredObject> {
    this.traffic.requests += 1;
    const entries = await readdir(this.name, { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => this.unlessAbsent(error),
    );
    for (const entry of entries ?? []) {
      if (!entry.isFile() || unfinished.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name)
        .slice(this.name.length + 1)
        .replaceAll('\\', '/');
      const object = path.startsWith(under) ? await this.look(path) : undefined;
      if (object) yield object;
    }
  }

  async isSame({ path, length }: StoredObject, content: FileContent): Promise<boolean> {
    return length === content.length && (await hashOf(this.place(path))) === content.hash;
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      this.traffic.requests += 1;
      await rm(this.place(path), { force: true }).catch((error: unknown) => {
        throw this.cannot(error);
      });
      for (let up = dirname(path); up !== '.' && removeIfEmpty(join(this.name, up)); ) up = dirname(up);
    }
  }

  /** @throws PublishError where a link, or a file, stands on the way to it */
  private place(path: string): string {
    const wall = wallAbove(path, this.name);
    if (wall === undefined) return join(this.name, path);
    throw new PublishError([{ message: `${wall} is in the way: not a folder.`, hint: 'Move it away.' }]);
  }

  private unlessAbsent(error: unknown): undefined {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return undefined;
    throw this.cannot(error);
  }

  private cannot(error: unknown): PublishError {
    if (error instanceof PublishError) return error;
    const hint = 'Check the folder, and whether you may write there.';
    return new PublishError([{ message: `${this.name} cannot be used: ${reasonOf(error)}`, hint }]);
  }
}

/** @throws PublishError where the file is not as it was built */
async function copyChecked({ file, hash }: FileContent, to: string, path: string): Promise<void> {
  await copyFile(file, to).catch((error: unknown) => {
    throw hasCode(error, 'ENOENT') ? notAsBuilt(path) : error;
  });
  if ((await hashOf(to)) !== hash) throw notAsBuilt(path);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return shortened(hash.digest('base64url'));
}

function tagOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
