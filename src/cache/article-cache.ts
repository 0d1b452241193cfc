import type { Conventions } from '../articles/conventions.js';
import type { ReadArticle } from '../articles/read-article.js';
import type { Source } from '../articles/source.js';
import { readSourceText } from '../articles/source-text.js';
import { readStoredArticle, storeArticle } from '../articles/stored-article.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { type ArticleLine, ArticleLines } from './article-lines.js';
import type { CacheFolder } from './cache-folder.js';
import type { FileStats } from './file-stats.js';
import { mostWorn } from './line-store.js';

const fileName = 'articles';
const recentName = 'articles-recent';

/** How a cache was used. */
export interface CacheUse {
  hits: number;
  misses: number;
}

/**
 * What was read of the articles the last time. A file of the same size and moments is the same; one that only looks
 * different, as all do after a checkout, is known again by its hash.
 *
 * The columns of a line are the path of an article; its place, and what its folders say about it; the hash of its file;
 * what is wrong with it; and the article and its front matter, as JSON. A line tells by itself whether it holds. So where little
 * changed, what changed is written into a small file beside the large one, and goes before it.
 */
export class ArticleCache {
  readonly use: CacheUse = { hits: 0, misses: 0 };
  private readonly all: ArticleLines;
  private readonly recent: ArticleLines;
  /** Lines that hold, by the numbers of their articles: where they begin in the large file, or others. */
  private readonly kept: (Buffer | number | undefined)[] = [];
  /** How many lines of the large file hold. */
  private holding = 0;
  private isSame = true;

  constructor(
    private readonly folder: CacheFolder,
    private readonly conventions: Pick<Conventions, 'inherited'>,
    private readonly fileStats: FileStats,
    private readonly files: FileTracker,
  ) {
    this.all = new ArticleLines(folder, fileName);
    this.recent = new ArticleLines(folder, recentName);
  }

  /** Whether nothing was read before. */
  get isEmpty(): boolean {
    return this.all.count === 0;
  }

  /**
   * The article of a file that did not change; otherwise it is read, by `read`, and remembered. Articles are asked for
   * in the order of their paths.
   */
  get(source: Source, read: () => ReadArticle): ReadArticle {
    const known = this.recallFrom(this.recent, source) ?? this.recallFrom(this.all, source);
    if (known) {
      this.use.hits += 1;
      return known;
    }
    this.use.misses += 1;
    const fresh = read();
    this.remember(source, fresh);
    return fresh;
  }

  /** What tells an article, its text and its place from all others; nothing where it is not remembered. */
  keyOf(source: Source): string | undefined {
    const kept = this.kept[source.index];
    if (kept === undefined) return undefined;
    const [line, from] = typeof kept === 'number' ? [this.all.content, kept] : [kept, 0];
    const hash = line.indexOf(tabulator, line.indexOf(tabulator, from) + 1) + 1;
    return `${line.toString('latin1', hash, line.indexOf(tabulator, hash))} ${this.placeOf(source)}`;
  }

  /** Writes down what is to be remembered. */
  save(): void {
    const others = [...this.kept.keys()].filter((index) => Buffer.isBuffer(this.kept[index]));
    const worn = others.length + this.all.count - this.holding;
    if (worn <= this.all.count * mostWorn) {
      if (!this.isSame) this.write(recentName, others);
      return;
    }
    this.write(
      fileName,
      [...this.kept.keys()].filter((index) => this.kept[index] !== undefined),
    );
    this.write(recentName, []);
  }

  private write(name: string, indexes: readonly number[]): void {
    const lines = indexes.map((index) => ({ index, line: this.lineOf(index) }));
    this.folder.write(name, ArticleLines.pieces(lines, this.fileStats));
  }

  private lineOf(index: number): Buffer {
    const kept = this.kept[index] ?? 0;
    return typeof kept === 'number' ? this.all.lineAt(kept) : kept;
  }

  private recallFrom(lines: ArticleLines, source: Source): ReadArticle | undefined {
    const line = lines.find(source.path);
    return line && this.recall(lines, line, source);
  }

  private recall(lines: ArticleLines, line: ArticleLine, source: Source): ReadArticle | undefined {
    const { content } = lines;
    const { at, second, end } = line;
    const hash = lines.endOf(second) + 1;
    const told = lines.endOf(hash) + 1;
    if (content.toString('utf8', second, hash - 1) !== this.placeOf(source)) return undefined;
    const looksSame = lines.looksSame(line, source.index, this.fileStats);
    if (!looksSame) {
      const written = content.toString('latin1', hash, told - 1);
      if (readSourceText(source, 'head').hash?.() !== written) return undefined;
      this.isSame = false;
    }
    const holds = lines === this.all && looksSame;
    this.kept[source.index] = holds ? at : lines.lineAt(at);
    if (holds) this.holding += 1;
    const article = lines.endOf(told) + 1;
    const frontMatter = lines.endOf(article) + 1;
    const stored = {
      article: content.toString('utf8', article, frontMatter - 1),
      frontMatter: content.toString('utf8', frontMatter, end),
    };
    return {
      article: readStoredArticle(stored, source),
      diagnostics: article > told + 1 ? JSON.parse(content.toString('utf8', told, article - 1)) : [],
    };
  }

  private remember(source: Source, read: ReadArticle): void {
    const { article, diagnostics, hash, isFromHistory } = read;
    if (!article || !hash || isFromHistory) return;
    const stored = read.stored ?? storeArticle(article);
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : '';
    const columns = [source.path, this.placeOf(source), hash(), told, stored.article, stored.frontMatter];
    this.kept[source.index] = Buffer.from(`${columns.join('\t')}\n`);
    this.isSame = false;
  }

  /** Where an article is, and what its folders say about it; nothing in folders of no tool, where its path says all. */
  private placeOf({ path, place, sitePath, format, companions }: Source): string {
    const inherited = this.conventions.inherited?.(sitePath, this.files);
    const isPlain = path === sitePath && path === place.path && inherited === undefined && !companions;
    if (isPlain && Object.keys(place).length === 1) return '';
    return JSON.stringify([place, sitePath, format, inherited, companions]);
  }
}

const tabulator = 9;
