import type { CacheFolder } from './cache-folder.js';
import { type FileStats, fileStatBytes } from './file-stats.js';

/** A line of an article: its number, where its second column begins, and where it ends. */
export interface ArticleLine {
  number: number;
  at: number;
  second: number;
  end: number;
}

/** A line to be written, and the number of its article among all of them. */
export interface KeptLine {
  index: number;
  line: Buffer;
}

/**
 * A file of the cache with a line for each article, in the order of their paths, which are the first column. Before the
 * lines stand their count, and what each file looked like.
 */
export class ArticleLines {
  readonly content: Buffer;
  readonly count: number;
  private readonly statsStart: number;
  /** The line that comes next: its number, and where it begins. */
  private next: { number: number; at: number };

  constructor(folder: CacheFolder, name: string) {
    this.content = folder.read(name) ?? Buffer.from('0\n');
    this.statsStart = this.content.indexOf(newLine) + 1;
    this.count = Number(this.content.toString('latin1', 0, this.statsStart - 1));
    this.next = { number: 0, at: this.statsStart + this.count * fileStatBytes };
  }

  /** Goes on to the line of a path, past those of paths that are gone; paths are asked for in their order. */
  find(path: string): ArticleLine | undefined {
    while (this.next.number < this.count) {
      const { number, at } = this.next;
      const tab = this.endOf(at);
      const there = this.content.toString('utf8', at, tab);
      if (there > path) return undefined;
      const end = this.content.indexOf(newLine, tab);
      this.next = { number: number + 1, at: end + 1 };
      if (there === path) return { number, at, second: tab + 1, end };
    }
    return undefined;
  }

  /** Where the column that begins here ends, but for the last one of a line. */
  endOf(from: number): number {
    return this.content.indexOf(tabulator, from);
  }

  /** Whether the file of a line looks as it did then. */
  looksSame({ number }: ArticleLine, index: number, fileStats: FileStats): boolean {
    return fileStats.isSame(index, this.content, this.statsStart + number * fileStatBytes);
  }

  /** The whole line that begins here. */
  lineAt(at: number): Buffer {
    return this.content.subarray(at, this.content.indexOf(newLine, at) + 1);
  }

  /** What a file with these lines has in it. */
  static *pieces(lines: Iterable<KeptLine>, fileStats: FileStats): Generator<Buffer> {
    const all = [...lines];
    yield Buffer.from(`${all.length}\n`);
    for (const { index } of all) yield fileStats.of(index);
    for (const { line } of all) yield line;
  }
}

const tabulator = 9;
const newLine = 10;
