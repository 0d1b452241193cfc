import type { CacheFolder } from './cache-folder.js';

/** The large file is written anew where more than this part of it is gone, or goes after the small one. */
export const mostWorn = 1 / 16;

/**
 * Lines of the cache by their keys, which are their first columns. What comes new is written into a small file beside
 * the large one, and goes before it, as long as it is little.
 */
export class LineStore {
  private readonly all: Lines;
  private readonly recent: Lines;
  /** Keys whose line in the large file is to be kept. */
  private readonly kept = new Set<string>();
  /** What else is to be remembered: new lines, and those of the small file. */
  private readonly others = new Map<string, () => Iterable<Buffer>>();
  private isSame = true;

  constructor(
    private readonly folder: CacheFolder,
    private readonly name: string,
  ) {
    this.all = new Lines(folder, name);
    this.recent = new Lines(folder, this.recentName);
  }

  /** Whether nothing was remembered before. */
  get isEmpty(): boolean {
    return this.all.count === 0;
  }

  /** What follows the key in the line of a key that was remembered before. */
  get(key: string): Buffer | undefined {
    return this.recent.get(key) ?? this.all.get(key);
  }

  /** Remembers a line as it was. */
  keep(key: string): void {
    const recent = this.recent.get(key);
    if (recent) this.others.set(key, () => [recent]);
    else this.kept.add(key);
  }

  /**
   * Remembers a line.
   *
   * @param line what follows the key, without tabs in front and line ends; asked for when it is written
   */
  put(key: string, line: () => Iterable<Buffer>): void {
    this.isSame = false;
    this.kept.delete(key);
    this.others.set(key, line);
  }

  /** Writes down what is to be remembered. */
  save(): void {
    const worn = this.others.size + this.all.count - this.kept.size;
    if (worn > this.all.count * mostWorn) {
      this.folder.write(this.name, this.lines(this.kept));
      this.folder.write(this.recentName, []);
    } else if (!this.isSame) {
      this.folder.write(this.recentName, this.lines([]));
    }
  }

  private get recentName(): string {
    return `${this.name}-recent`;
  }

  private *lines(kept: Iterable<string>): Generator<Buffer> {
    for (const key of kept) yield* lineOf(key, [this.all.get(key) ?? nothing]);
    for (const [key, line] of this.others) yield* lineOf(key, line());
  }
}

function* lineOf(key: string, rest: Iterable<Buffer>): Generator<Buffer> {
  yield Buffer.from(`${key}\t`);
  yield* rest;
  yield lineEnd;
}

/** A file of lines. */
class Lines {
  private readonly content: Buffer;
  /** Where the lines go on behind their keys. */
  private readonly places = new Map<string, number>();

  constructor(folder: CacheFolder, name: string) {
    this.content = folder.read(name) ?? nothing;
    for (let from = 0; from < this.content.length; from = this.content.indexOf(newLine, from) + 1) {
      const tab = this.content.indexOf(tabulator, from);
      this.places.set(this.content.toString('utf8', from, tab), tab + 1);
    }
  }

  get count(): number {
    return this.places.size;
  }

  get(key: string): Buffer | undefined {
    const at = this.places.get(key);
    return at === undefined ? undefined : this.content.subarray(at, this.content.indexOf(newLine, at));
  }
}

const tabulator = 9;
const newLine = 10;
const nothing = Buffer.alloc(0);
const lineEnd = Buffer.from('\n');
