import type { Source } from '../articles/discover.js';
import { isFromHistory } from '../articles/git-date.js';
import type { ReadArticle } from '../articles/read-article.js';
import { readSourceText } from '../articles/source-text.js';
import { articleText, storedArticle } from '../articles/stored-article.js';
import type { Conventions } from '../dialects/dialect.js';
import type { CacheFolder } from './cache-folder.js';
import { type Sightings, untrusted } from './sightings.js';

const fileName = 'articles';

/** How a cache was used. */
export interface CacheUse {
  hits: number;
  misses: number;
}

/**
 * What was read of the articles the last time. A file of the same size and moments is the same; one that only looks
 * different, as all do after a checkout, is known again by its hash.
 *
 * Each article is a line of columns with tabs between them: its path; its signature; its place, and what its folders
 * say about it; the hash of its file; the article and its front matter, as JSON; what is wrong with it.
 */
export class ArticleCache {
  readonly use: CacheUse = { hits: 0, misses: 0 };
  private readonly content: Buffer;
  /** Where the line of each path begins, behind its path. */
  private readonly lines = new Map<string, number>();
  /** Lines to be written, in their order: new ones, or where old ones begin. */
  private readonly kept = new Map<string, Buffer | number>();
  private isSame = true;

  constructor(
    private readonly folder: CacheFolder,
    private readonly conventions: Pick<Conventions, 'inherited'>,
    private readonly sightings: Sightings,
  ) {
    this.content = folder.read(fileName) ?? Buffer.alloc(0);
    for (let from = 0; from < this.content.length; from = this.endOf(from, newLine) + 1) {
      const tab = this.endOf(from, tabulator);
      this.lines.set(this.content.toString('utf8', from, tab), from);
    }
  }

  /** Whether nothing was read before. */
  get isEmpty(): boolean {
    return this.lines.size === 0;
  }

  /** The article of a file that did not change; otherwise it is read, by `read`, and remembered. */
  get(source: Source, read: () => ReadArticle): ReadArticle {
    const start = this.lines.get(source.path);
    const known = start === undefined ? undefined : this.recall(start, source);
    if (known) {
      this.use.hits += 1;
      return known;
    }
    this.use.misses += 1;
    this.isSame = false;
    const fresh = read();
    this.remember(source, fresh);
    return fresh;
  }

  /** What tells an article, its text and its place from all others; nothing where it is not remembered. */
  keyOf(source: Source): string | undefined {
    const kept = this.kept.get(source.path);
    if (kept === undefined) return undefined;
    const [, , , hash] = columnsOf(this.lineOf(kept), 4);
    return `${hash} ${this.placeOf(source)}`;
  }

  /** Writes down what is to be remembered. */
  save(): void {
    if (this.isSame && this.kept.size === this.lines.size) return;
    this.folder.write(fileName, this.newLines());
  }

  private *newLines(): Generator<Buffer> {
    for (const kept of this.kept.values()) yield this.lineOf(kept);
  }

  private lineOf(kept: Buffer | number): Buffer {
    return typeof kept === 'number' ? this.content.subarray(kept, this.endOf(kept, newLine) + 1) : kept;
  }

  private recall(start: number, source: Source): ReadArticle | undefined {
    const { content } = this;
    const path = this.endOf(start, tabulator) + 1;
    const signature = this.endOf(path, tabulator) + 1;
    const place = this.endOf(signature, tabulator) + 1;
    const hash = this.endOf(place, tabulator) + 1;
    if (content.toString('utf8', signature, place - 1) !== this.placeOf(source)) return undefined;
    const written = content.toString('latin1', place, hash - 1);
    const now = this.sightings.get(source.path) ?? untrusted;
    const end = this.endOf(hash, newLine);
    if (now !== untrusted && content.toString('latin1', path, signature - 1) === now) {
      this.kept.set(source.path, start);
    } else {
      this.isSame = false;
      if (readSourceText(source, 'head').hash?.() !== written) return undefined;
      const columns = Buffer.from(this.headOf(source, written));
      this.kept.set(source.path, Buffer.concat([columns, content.subarray(hash, end + 1)]));
    }
    return this.articleAt(hash, end, source);
  }

  private articleAt(start: number, end: number, source: Source): ReadArticle {
    const { content } = this;
    const article = this.endOf(start, tabulator);
    const fields = this.endOf(article + 1, tabulator);
    return {
      article: storedArticle(
        content.toString('utf8', start, article),
        () => content.toString('utf8', article + 1, fields),
        source,
      ),
      diagnostics: fields + 1 < end ? JSON.parse(content.toString('utf8', fields + 1, end)) : [],
    };
  }

  private remember(source: Source, read: ReadArticle): void {
    const { article, diagnostics, hash } = read;
    const text = read.text ?? (article && articleText(article));
    if (!article || !text || !hash || Object.values(article.fields).some(isFromHistory)) return;
    const written = hash();
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : '';
    const line = `${this.headOf(source, written)}${text.article}\t${text.fields}\t${told}\n`;
    this.kept.set(source.path, Buffer.from(line));
  }

  /** The columns before the article itself. */
  private headOf(source: Source, hash: string): string {
    const signature = this.sightings.get(source.path) ?? untrusted;
    return `${[source.path, signature, this.placeOf(source), hash].join('\t')}\t`;
  }

  /** Where an article is, and what its folders say about it; nothing in folders of no tool, where its path says all. */
  private placeOf({ path, place, sitePath, format }: Source): string {
    const inherited = this.conventions.inherited?.(sitePath);
    const isPlain = path === sitePath && path === place.path && inherited === undefined;
    if (isPlain && Object.keys(place).length === 1) return '';
    return JSON.stringify([place, sitePath, format, inherited]);
  }

  private endOf(from: number, mark: number): number {
    return this.content.indexOf(mark, from);
  }
}

/** The first columns of a line, as text of one byte a character. */
function columnsOf(line: Buffer, count: number): string[] {
  const columns: string[] = [];
  for (let from = 0; columns.length < count; ) {
    const tab = line.indexOf(tabulator, from);
    columns.push(line.toString('latin1', from, tab));
    from = tab + 1;
  }
  return columns;
}

const tabulator = 9;
const newLine = 10;
