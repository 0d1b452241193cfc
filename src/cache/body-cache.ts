import type { PublishedArticle } from '../articles/article.js';
import type { Addresses, BodyFacts, RenderedBody } from '../body/rendered-body.js';
import { digestOf } from '../platform/digest.js';
import { FileTracker, type Fingerprint } from '../platform/fingerprints.js';
import type { ArticleCache, CacheUse } from './article-cache.js';
import type { CacheFolder } from './cache-folder.js';
import { LineStore } from './line-store.js';

/** The most bytes of HTML that are remembered; what goes beyond is rendered where it is shown anew. */
const mostBytes = 128_000_000;

/** A question about another article, and its answer when the body was rendered. */
type Asked = readonly [question: keyof Addresses, about: string, answer: string | null];

/** A rendered body, and what it was made of beside the article. */
interface Stored extends BodyFacts {
  asked: readonly Asked[];
  tracked: readonly (readonly [file: string, fingerprint: Fingerprint])[];
}

/** A body as it will be written down: its HTML as JSON, or none. */
interface Entry {
  stored: Stored;
  html: Buffer | undefined;
}

/**
 * The bodies that documents showed the last time; each holds while everything that it was made of is the same. A line of
 * the file is the key of a body, what is known of it, and its HTML, with tabs between them.
 */
export class BodyCache {
  readonly use: CacheUse = { hits: 0, misses: 0 };
  private readonly lines: LineStore;
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;

  constructor(
    folder: CacheFolder,
    private readonly articles: ArticleCache,
    private readonly files: FileTracker,
  ) {
    this.lines = new LineStore(folder, 'bodies');
  }

  /** Whether nothing was rendered before. */
  get isEmpty(): boolean {
    return this.lines.isEmpty;
  }

  /** What is known of the body of an article, where it is the same as it was. */
  facts(article: PublishedArticle, addresses: Addresses): BodyFacts | undefined {
    const key = this.keyOf(article);
    const line = key === undefined ? undefined : this.lines.get(key);
    if (key === undefined || !line) return undefined;
    const tab = line.indexOf(tabulator);
    // The folder gives only what this program wrote, byte for byte.
    const stored: Stored = JSON.parse(line.toString('utf8', 0, tab));
    if (!this.files.areUnchanged(stored.tracked) || !haveSameAnswers(stored.asked, addresses))
      return undefined;
    this.use.hits += 1;
    const html = tab + 1 < line.length ? line.subarray(tab + 1) : undefined;
    this.bytes += html?.length ?? 0;
    this.entries.set(key, { stored, html });
    this.lines.keep(key);
    return stored;
  }

  /** The HTML of a body whose facts are known; nothing where it was not remembered. */
  html(article: PublishedArticle): string | undefined {
    const entry = this.entries.get(this.keyOf(article) ?? '');
    return entry?.html && JSON.parse(entry.html.toString('utf8'));
  }

  /**
   * Renders a body, and remembers it.
   *
   * @param render is given the address book that it has to ask, and what looks at files for it
   */
  make(
    article: PublishedArticle,
    addresses: Addresses,
    render: (addresses: Addresses, files: FileTracker) => RenderedBody,
  ): { body: RenderedBody; facts: BodyFacts } {
    const key = this.keyOf(article);
    const asked: Asked[] = [];
    const files = new FileTracker(this.files);
    const body = render(listening(addresses, asked), files);
    const { html, ...rest } = body;
    if (key === undefined) return { body, facts: { ...rest, version: '', sizes: {} } };
    const version = digestOf(`${html}\n${body.summary}`);
    const made: Stored = { ...rest, version, sizes: {}, asked, tracked: [...files.tracked] };
    const known = this.entries.get(key)?.stored;
    // It may have been made before in this build: the same, for another document, or while other articles were there.
    if (known && isSame(known, made)) return { body, facts: known };
    this.use.misses += 1;
    this.enter(key, made, Buffer.from(JSON.stringify(html)));
    return { body, facts: made };
  }

  /** Writes down what is to be remembered. */
  save(): void {
    this.lines.save();
  }

  private keyOf(article: PublishedArticle): string | undefined {
    const { source, url, image, enclosures } = article;
    const ofFile = this.articles.keyOf(source);
    // What recordings say is not in the file of the article, and items are as large as what they say.
    const recorded = enclosures.length > 0 ? [article.title, enclosures, article.episode] : [];
    return (
      ofFile && digestOf([source.path, ofFile, url, JSON.stringify([image ?? null, ...recorded])].join('\n'))
    );
  }

  private enter(key: string, stored: Stored, html: Buffer): void {
    this.bytes += html.length - (this.entries.get(key)?.html?.length ?? 0);
    const entry = { stored, html: this.bytes <= mostBytes ? html : undefined };
    this.entries.set(key, entry);
    this.lines.put(key, () => [Buffer.from(`${JSON.stringify(stored)}\t`), entry.html ?? nothing]);
  }
}

function isSame(known: Stored, made: Stored): boolean {
  return JSON.stringify({ ...known, sizes: {} }) === JSON.stringify(made);
}

const tabulator = 9;
const nothing = Buffer.alloc(0);

/** An address book that writes down what it was asked. */
function listening(addresses: Addresses, asked: Asked[]): Addresses {
  const hear = (question: keyof Addresses) => (about: string) => {
    const answer = addresses[question](about);
    asked.push([question, about, answer ?? null]);
    return answer;
  };
  return { of: hear('of'), find: hear('find') };
}

function haveSameAnswers(asked: readonly Asked[], addresses: Addresses): boolean {
  return asked.every(([question, about, answer]) => (addresses[question](about) ?? null) === answer);
}
