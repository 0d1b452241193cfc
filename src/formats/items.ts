import type { PublishedArticle } from '../articles/article.js';
import type { Bodies } from './bodies.js';
import { feedFormats } from './formats.js';
import { type Piece, Spool } from './spool.js';

/** How much of an article an item shows. */
export type Content = 'full' | 'summary';

/** An item in every format, one after another, and where each of them ends. */
interface Kept {
  piece: Piece;
  ends: readonly number[];
}

/** The items of articles: each is made once in every format, and put into every feed that holds the article. */
export class Items {
  private readonly kept: Readonly<Record<Content, Map<PublishedArticle, Kept>>> = {
    full: new Map(),
    summary: new Map(),
  };
  private readonly spool = new Spool();

  /** @param siteLanguage items in another language say so */
  constructor(
    private readonly bodies: Bodies,
    private readonly siteLanguage: string,
  ) {}

  /** The item in every format, in the order of the formats. */
  of(article: PublishedArticle, content: Content): Buffer[] {
    const { piece, ends } = this.keep(article, content);
    const bytes = this.spool.read(piece);
    return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
  }

  /** The most bytes that an item takes in any format, with what separates it from the next; it is made if need be. */
  sizeOf(article: PublishedArticle, content: Content): number {
    const { sizes } = this.bodies.facts(article);
    if (sizes[content] === undefined) this.keep(article, content);
    return sizes[content] ?? 0;
  }

  private keep(article: PublishedArticle, content: Content): Kept {
    const known = this.kept[content].get(article);
    if (known) return known;
    const { html, summary } = this.bodies.of(article);
    const { siteLanguage } = this;
    const item = { article, summary, siteLanguage, ...(content === 'full' ? { html } : {}) };
    const texts = feedFormats.map((format) => format.renderItem(item));
    let end = 0;
    const ends = texts.map((text) => {
      end += Buffer.byteLength(text);
      return end;
    });
    const largest = Math.max(...ends.map((each, index) => each - (ends[index - 1] ?? 0)));
    this.bodies.facts(article).sizes[content] = largest + 1;
    const made = { piece: this.spool.add(Buffer.from(texts.join(''))), ends };
    this.kept[content].set(article, made);
    return made;
  }

  /** Forgets every item. */
  close(): void {
    this.spool.close();
  }
}
