import type { PublishedArticle } from '../articles/article.js';
import { readSourceText } from '../articles/source-text.js';
import type { Bodies } from '../body/rendered-body.js';
import type { Content } from '../feeds/feed.js';
import { decodePath } from '../platform/decode-path.js';
import { feedFormats } from './formats.js';
import { type ItemSite, itemContent, itemLinks } from './item-content.js';
import { picturesIn } from './pictures.js';
import { type Piece, Spool } from './spool.js';

/** How much of an article an item shows: what the article says, else what the feed does. */
export function contentFor({ inFeeds }: PublishedArticle, ofFeed: Content): Content {
  if (ofFeed === 'episode' || (ofFeed === 'source' && inFeeds === 'full')) return ofFeed;
  return inFeeds === 'full' || inFeeds === 'summary' ? inFeeds : ofFeed;
}

/** The items of articles: each is made once in every format, and put into every feed that holds the article. */
export class Items {
  private readonly kept: Readonly<Record<Content, Map<PublishedArticle, Piece>>> = {
    full: new Map(),
    summary: new Map(),
    source: new Map(),
    episode: new Map(),
  };
  private readonly spool = new Spool();

  constructor(
    private readonly bodies: Bodies,
    private readonly site: ItemSite,
  ) {}

  /** The item in every format, in the order of the formats. */
  of(article: PublishedArticle, ofFeed: Content): Buffer[] {
    const content = this.contentOf(article, ofFeed);
    return this.spool.read(this.keep(article, content));
  }

  /** The most bytes that an item takes in any format, with what separates it from the next; it is made if need be. */
  sizeOf(article: PublishedArticle, ofFeed: Content): number {
    const content = this.contentOf(article, ofFeed);
    const { sizes } = this.bodies.facts(article);
    if (sizes[content] === undefined) this.keep(article, content);
    return sizes[content] ?? 0;
  }

  /** What an item shows: of a text that is no plain Markdown there is no source. */
  private contentOf(article: PublishedArticle, ofFeed: Content): Content {
    const content = contentFor(article, ofFeed);
    return content === 'source' && !this.bodies.facts(article).isPlainMarkdown ? 'full' : content;
  }

  private keep(article: PublishedArticle, content: Content): Piece {
    const known = this.kept[content].get(article);
    if (known) return known;
    const { html, summary, assets } = this.bodies.of(article);
    const text = content === 'summary' ? {} : { html: itemContent(article, html, this.site) };
    const bytesOf = (url: string) => {
      if (assets.length === 0 || !url.startsWith(this.site.url)) return undefined;
      const below = decodePath(url.slice(this.site.url.length));
      return assets.find(({ path }) => path === below)?.bytes;
    };
    const pictures = picturesIn(text.html ?? '', article, bytesOf);
    const isEpisode = content === 'episode';
    const source = content === 'source' ? { markdown: markdownOf(article) } : {};
    const links = itemLinks(article, this.site);
    const item = {
      article,
      summary,
      ...links,
      siteLanguage: this.site.language,
      ...text,
      ...source,
      pictures,
      isEpisode,
    };
    const piece = this.spool.add(feedFormats.map((format) => format.renderItem(item)));
    const largest = Math.max(...piece.ends.map((end, index) => end - (piece.ends[index - 1] ?? 0)));
    this.bodies.facts(article).sizes[content] = largest + 1;
    this.kept[content].set(article, piece);
    return piece;
  }

  /** Forgets every item. */
  close(): void {
    this.spool.close();
  }
}

/** The Markdown of an article, as its author wrote it. */
function markdownOf({ source, body }: PublishedArticle): string {
  return readSourceText(source).text?.slice(body.offset).trim() ?? '';
}
