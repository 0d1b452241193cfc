import type { Source } from '../articles/discover.js';
import { isFromHistory } from '../articles/git-date.js';
import type { ReadArticle } from '../articles/read-article.js';
import { readSourceText } from '../articles/source-text.js';
import { articleText, type Later, storedArticle } from '../articles/stored-article.js';
import type { Conventions } from '../dialects/dialect.js';
import type { CacheFolder } from './cache-folder.js';
import { type Sightings, sightingBytes } from './sightings.js';

const fileName = 'articles';

/** How a cache was used. */
export interface CacheUse {
  hits: number;
  misses: number;
}

/** A line of an article: its number, and where it, its second column and its end are. */
interface Found {
  number: number;
  at: number;
  place: number;
  end: number;
}

/**
 * What was read of the articles the last time. A file of the same size and moments is the same; one that only looks
 * different, as all do after a checkout, is known again by its hash.
 *
 * Each article is a line of columns with tabs between them: its path; its place, and what its folders say about it; the
 * hash of its file; what is wrong with it; the article, in three texts. The lines are in the order of the paths. Before
 * them stand their count, and what each file looked like.
 */
export class ArticleCache {
  readonly use: CacheUse = { hits: 0, misses: 0 };
  private readonly content: Buffer;
  private readonly count: number;
  /** Where it is kept what the files looked like. */
  private readonly sighted: number;
  /** The line that comes next: its number, and where it begins. */
  private next: { number: number; at: number };
  /** Lines to be written, by the numbers of their articles: new ones, or where old ones begin. */
  private readonly kept: (Buffer | number | undefined)[] = [];
  private isSame = true;

  constructor(
    private readonly folder: CacheFolder,
    private readonly conventions: Pick<Conventions, 'inherited'>,
    private readonly sightings: Sightings,
  ) {
    this.content = folder.read(fileName) ?? Buffer.from('0\n');
    this.sighted = this.endOf(0, newLine) + 1;
    this.count = Number(this.content.toString('latin1', 0, this.sighted - 1));
    this.next = { number: 0, at: this.sighted + this.count * sightingBytes };
  }

  /** Whether nothing was read before. */
  get isEmpty(): boolean {
    return this.count === 0;
  }

  /**
   * The article of a file that did not change; otherwise it is read, by `read`, and remembered. Articles are asked for
   * in the order of their paths.
   */
  get(source: Source, read: () => ReadArticle): ReadArticle {
    const known = this.find(source);
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
    const kept = this.kept[source.index];
    if (kept === undefined) return undefined;
    const [line, from] = typeof kept === 'number' ? [this.content, kept] : [kept, 0];
    const hash = line.indexOf(tabulator, line.indexOf(tabulator, from) + 1) + 1;
    return `${line.toString('latin1', hash, line.indexOf(tabulator, hash))} ${this.placeOf(source)}`;
  }

  /** Writes down what is to be remembered. */
  save(): void {
    const numbers = [...this.kept.keys()].filter((number) => this.kept[number] !== undefined);
    if (this.isSame && numbers.length === this.count) return;
    this.folder.write(fileName, this.pieces(numbers));
  }

  private *pieces(numbers: readonly number[]): Generator<Buffer> {
    yield Buffer.from(`${numbers.length}\n`);
    for (const number of numbers) yield this.sightings.of(number);
    for (const number of numbers) {
      const kept = this.kept[number] ?? 0;
      yield typeof kept === 'number' ? this.content.subarray(kept, this.endOf(kept, newLine) + 1) : kept;
    }
  }

  /** Goes on to the line of an article, past those of files that are gone. */
  private find(source: Source): ReadArticle | undefined {
    while (this.next.number < this.count) {
      const { number, at } = this.next;
      const tab = this.endOf(at, tabulator);
      const path = this.content.toString('utf8', at, tab);
      if (path > source.path) return undefined;
      const end = this.endOf(tab, newLine);
      this.next = { number: number + 1, at: end + 1 };
      if (path === source.path) return this.recall(source, { number, at, place: tab + 1, end });
    }
    return undefined;
  }

  private recall(source: Source, { number, at, place, end }: Found): ReadArticle | undefined {
    const { content, sightings } = this;
    const hash = this.endOf(place, tabulator) + 1;
    const told = this.endOf(hash, tabulator) + 1;
    if (content.toString('utf8', place, hash - 1) !== this.placeOf(source)) return undefined;
    if (!sightings.isSame(source.index, content, this.sighted + number * sightingBytes)) {
      this.isSame = false;
      const written = content.toString('latin1', hash, told - 1);
      if (readSourceText(source, 'head').hash?.() !== written) return undefined;
    }
    this.kept[source.index] = at;
    const plan = this.endOf(told, tabulator) + 1;
    const rest = this.endOf(plan, tabulator) + 1;
    const later: Later = (part) => {
      const fields = this.endOf(rest, tabulator) + 1;
      return part === 'rest'
        ? content.toString('utf8', rest, fields - 1)
        : content.toString('utf8', fields, end);
    };
    return {
      article: storedArticle(content.toString('utf8', plan, rest - 1), later, source),
      diagnostics: plan > told + 1 ? JSON.parse(content.toString('utf8', told, plan - 1)) : [],
    };
  }

  private remember(source: Source, read: ReadArticle): void {
    const { article, diagnostics, hash } = read;
    const text = read.text ?? (article && articleText(article));
    if (!article || !text || !hash || Object.values(article.fields).some(isFromHistory)) return;
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : '';
    const columns = [source.path, this.placeOf(source), hash(), told, text.plan, text.rest, text.fields];
    this.kept[source.index] = Buffer.from(`${columns.join('\t')}\n`);
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

const tabulator = 9;
const newLine = 10;
