import type { AddressBook } from '../articles/address-book.js';
import type { PublishedArticle } from '../articles/article.js';
import type { RenderedBody } from '../articles/body/render-body.js';
import type { ArticleCache, CacheUse } from './article-cache.js';
import { type CacheFolder, digestOf } from './cache-folder.js';
import { areSame, noting, type Signature } from './looks.js';

const fileName = 'bodies';
/** The most bytes that are remembered; what goes beyond is rendered each time. */
const mostBytes = 128_000_000;

/** The part of an address book that bodies ask. */
export type Addresses = Pick<AddressBook, 'of' | 'find'>;

/** A question about another article, and its answer when the body was rendered. */
type Asked = readonly [question: keyof Addresses, about: string, answer: string | null];

/** A rendered body, and what it was made of beside the article. */
interface Stored {
  body: RenderedBody;
  asked: readonly Asked[];
  looks: readonly (readonly [file: string, signature: Signature])[];
}

/** The bodies that documents showed the last time; each holds while everything that it was made of is the same. */
export class BodyCache {
  readonly use: CacheUse = { hits: 0, misses: 0 };
  private readonly lines = new Map<string, Buffer>();
  private readonly kept = new Map<string, Buffer>();
  private bytes = 0;

  constructor(
    private readonly folder: CacheFolder,
    private readonly articles: ArticleCache,
  ) {
    const content = folder.read(fileName) ?? Buffer.alloc(0);
    for (let from = 0; from < content.length; ) {
      const end = content.indexOf(10, from);
      const tab = content.indexOf(9, from);
      this.lines.set(content.toString('latin1', from, tab), content.subarray(tab + 1, end));
      from = end + 1;
    }
  }

  /**
   * The body of an article, as it was rendered, or as `render` renders it now.
   *
   * @param render is given the address book that it has to ask
   */
  get(
    article: PublishedArticle,
    addresses: Addresses,
    render: (addresses: Addresses) => RenderedBody,
  ): RenderedBody {
    const ofFile = this.articles.keyOf(article.source);
    if (ofFile === undefined) return render(addresses);
    const key = digestOf([article.source.path, ofFile, article.url].join('\n'));
    const line = this.lines.get(key);
    const stored: Stored | undefined = line && JSON.parse(line.toString('utf8'));
    if (line && stored && areSame(stored.looks) && haveSameAnswers(stored.asked, addresses)) {
      this.use.hits += 1;
      this.keep(key, line);
      return stored.body;
    }
    this.use.misses += 1;
    const asked: Asked[] = [];
    const { result: body, looks } = noting(() => render(listening(addresses, asked)));
    this.keep(key, Buffer.from(JSON.stringify({ body, asked, looks: [...looks] } satisfies Stored)));
    return body;
  }

  /** Writes down what is to be remembered. */
  save(): void {
    if (this.use.misses === 0 && this.kept.size === this.lines.size) return;
    this.folder.write(fileName, this.texts());
  }

  private *texts(): Generator<Buffer> {
    for (const [key, line] of this.kept) yield* [Buffer.from(`${key}\t`), line, newline];
  }

  private keep(key: string, line: Buffer): void {
    this.bytes += line.length;
    if (this.bytes <= mostBytes) this.kept.set(key, line);
  }
}

const newline = Buffer.from('\n');

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
