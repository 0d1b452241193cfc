import type { PublishedArticle } from '../articles/article.js';
import type { BodySubject } from '../body/rendered-body.js';
import type { BackgroundWorker } from '../workers/background-worker.js';
import { type BodyAhead, claim } from '../workers/jobs.js';

/** How many chunks are asked for before the first of them is wanted. */
const lead = 16;

/**
 * Bodies that a second thread renders in the order in which they will be wanted, some time before. What it has not begun
 * when it is wanted is rendered here.
 */
export class BodiesAhead {
  private readonly positions: ReadonlyMap<PublishedArticle, number>;
  private readonly count: number;
  private readonly claims: SharedArrayBuffer;
  /** The numbers of the chunks that were asked for. */
  private readonly asked: number[] = [];
  private current: { chunk: number; bodies: (BodyAhead | undefined)[] } = { chunk: -1, bodies: [] };

  /**
   * @param articles in the order in which their bodies will be wanted
   * @param batch how many bodies are asked for at a time
   */
  constructor(
    private readonly articles: readonly PublishedArticle[],
    private readonly worker: BackgroundWorker,
    private readonly batch: number,
  ) {
    this.positions = new Map(articles.map((article, index) => [article, index]));
    this.count = Math.ceil(articles.length / batch);
    this.claims = new SharedArrayBuffer(this.count * Int32Array.BYTES_PER_ELEMENT);
    this.ask(lead);
  }

  /** The body of an article, once; nothing where it is to be rendered here. */
  take(article: PublishedArticle): BodyAhead | undefined {
    const index = this.positions.get(article) ?? -1;
    const chunk = Math.floor(index / this.batch);
    if (index < 0 || chunk < this.current.chunk) return undefined;
    while (this.current.chunk < chunk) this.goOn();
    const body = this.current.bodies[index % this.batch];
    this.current.bodies[index % this.batch] = undefined;
    return body;
  }

  private goOn(): void {
    const chunk = this.current.chunk + 1;
    this.ask(chunk + lead);
    const isOurs = claim({ claims: this.claims, cell: chunk });
    const bodies = isOurs ? [] : this.worker.takeBodies(this.asked[chunk] ?? -1);
    this.current = { chunk, bodies: [...bodies] };
  }

  private ask(end: number): void {
    while (this.asked.length < Math.min(end, this.count)) {
      const cell = this.asked.length;
      const from = cell * this.batch;
      const render = this.articles.slice(from, from + this.batch).map(subjectOf);
      this.asked.push(this.worker.askForBodies({ render, claims: this.claims, cell }));
    }
  }
}

/** What can cross to another thread. */
function subjectOf(article: PublishedArticle): BodySubject {
  const { source, body, title, titleIsFirstHeading, summary, date, language, path, url, slug, frontMatter } =
    article;
  return {
    ...{ source, body, title, titleIsFirstHeading, summary, date, language, path, url },
    ...{ slug, frontMatter },
  };
}
