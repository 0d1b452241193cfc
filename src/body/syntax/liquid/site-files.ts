import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { readFrontMatter } from '../../../articles/front-matter/front-matter.js';
import { groupOf } from '../../../articles/front-matter/groups.js';
import { readData } from '../../../dialects/config.js';
import { realPathWithin } from '../../../platform/real-path.js';
import { compareText } from '../../../text/compare-text.js';
import type { SyntaxContext, TemplateSite } from '../tag.js';

/** What stands for an include that the site does not have, such as those of its theme. */
export const missingInclude = 'feedwright_missing_include';

/** The most files of data. */
const mostFiles = 2000;

/** The files of a site that templates may read: its includes, and its data. What a link leads to lies in the same folder. */
export class SiteFiles {
  private known: Readonly<Record<string, unknown>> | undefined;
  /** Files of data, and the folders that another one may come into. */
  private watched: readonly string[] = [];
  readonly sep = '/';

  constructor(
    private readonly site: TemplateSite,
    private readonly context: () => SyntaxContext,
    private readonly onRead: (text: string) => void,
  ) {}

  /** The data of the site as a group, each file by its name; it is read once, and every body that asks depends on it. */
  get data(): Readonly<Record<string, unknown>> {
    const { root, data } = this.site;
    if (root === undefined || data === undefined) return {};
    this.known ??= this.read(root, data);
    const { files } = this.context();
    for (const path of this.watched) files.stat(join(root, path));
    return this.known;
  }

  private read(root: string, folder: string): Readonly<Record<string, unknown>> {
    const place = join(root, folder);
    if (!this.context().files.stat(place)?.isDirectory() || realPathWithin(root, place) === undefined)
      return {};
    const paths = readdirSync(place, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.split('\\').join('/'),
    );
    const wanted = paths.filter((path) => /\.(?:ya?ml|json|toml)$/.test(path)).sort(compareText);
    const data: Record<string, unknown> = {};
    // A file that comes changes the folder that it comes into.
    const used = [...new Set([folder, ...wanted.map((path) => posix.join(folder, posix.dirname(path)))])];
    for (const path of wanted.slice(0, mostFiles)) {
      const value = readData(root, posix.join(folder, path), this.context().files);
      if (value === undefined) continue;
      used.push(posix.join(folder, path));
      const parts = path.slice(0, -extname(path).length).split('/');
      put(data, parts, value);
    }
    this.watched = used;
    return data;
  }

  resolve(_folder: string, file: string): string {
    return file;
  }

  existsSync(): boolean {
    return true;
  }

  containsSync(): boolean {
    return true;
  }

  readFileSync(name: string): string {
    const text = this.include(name) ?? `{% ${missingInclude} ${name.replace(/[^\w./ -]/g, '')} %}`;
    this.onRead(text);
    return text;
  }

  /** An include may begin with front matter, which is no part of it. */
  private include(name: string): string | undefined {
    const { root, includes } = this.site;
    if (root === undefined || includes === undefined) return undefined;
    const file = join(root, includes, name);
    const folder = realPathWithin(root, join(root, includes));
    const isFile = this.context().files.stat(file)?.isFile();
    const isThere = isFile && folder !== undefined && realPathWithin(folder, file) !== undefined;
    if (!isThere) return undefined;
    const text = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n');
    const frontMatter = readFrontMatter(text, name);
    return 'code' in frontMatter ? text : text.slice(frontMatter.bodyOffset);
  }

  async exists(): Promise<boolean> {
    return true;
  }

  async readFile(name: string): Promise<string> {
    return this.readFileSync(name);
  }
}

function put(data: Record<string, unknown>, [name = '', ...below]: string[], value: unknown): void {
  if (below.length === 0) {
    data[name] = value;
    return;
  }
  const group = { ...groupOf(data[name]) };
  data[name] = group;
  put(group, below, value);
}
