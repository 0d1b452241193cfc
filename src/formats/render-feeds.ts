import { newestChange, type PublishedArticle, publishedAt } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type Content, type Feed, isMainFeed } from '../feeds/feed.js';
import { type SplitFeed, splitFeed } from '../feeds/split-feed.js';
import { siteWords } from '../language/site-words.js';
import type { Timestamp } from '../language/timestamp.js';
import { generator } from '../platform/generator.js';
import { outputPath, ownPath } from '../platform/output-path.js';
import { bytesIn, type Document } from '../publish/document.js';
import type { Site } from '../site/site.js';
import { newestEntry } from './entry-moments.js';
import { type DocumentKeys, type FeedPart, olderPath } from './feed-part.js';
import type { FeedFormat, FeedHead, Frame, History } from './format.js';
import { feedFormats } from './formats.js';
import type { Items } from './items.js';
import { podcastHead } from './podcast-head.js';
import { rootFrom } from './root-from.js';

/** Renders feeds, one after another. */
export class FeedRenderer {
  readonly diagnostics: Diagnostic[] = [];
  private readonly told = new Set<PublishedArticle>();

  constructor(
    private readonly items: Items,
    private readonly keys: DocumentKeys,
    private readonly site: Site,
    /** The folder of the pages in a language. */
    private readonly folderOf: (language: string) => string,
    /** Has the last word about a document. */
    private readonly finish: (document: Document, part: FeedPart, shown: Content) => Document,
  ) {}

  /** Cuts a feed into the parts of its documents. */
  split(feed: Feed): { parts: FeedPart[]; overflowed: number } {
    const frame = Math.max(
      ...feedFormats.map((format) => {
        const place = { feed, parts: [{ path: feed.path, articles: [] }], index: 0 };
        const head = this.headOf(place, undefined, format, {});
        return bytesIn(contentOf(format.renderFrame(head), []));
      }),
    );
    // The links to other documents of the feed come on top of the frame. A word more in it leaves archives as they are.
    const reserved = Math.ceil((frame + 1024) / 4096) * 4096;
    // Podcast apps read one document, and follow no archives.
    const bytes = feed.podcast ? Number.POSITIVE_INFINITY : this.site.maxBytes - reserved;
    const limits = { items: feed.limit, bytes };
    // What is in an archive was in the head before.
    const ofHead = headContent(feed, this.site);
    const isFull = feed.archives && feed.archiveContent === 'full';
    const shown = ofHead === 'summary' && isFull ? 'full' : ofHead;
    const sizeOf = (article: PublishedArticle) => this.sizeOf(article, shown, limits.bytes);
    const split = splitFeed(feed.articles, limits, sizeOf, feed.archives);
    return { parts: partsOf(feed, split), overflowed: split.overflowed };
  }

  /** The documents of a feed, part by part, one in each format. */
  *documents(feed: Feed, parts: readonly FeedPart[]): Generator<Document> {
    for (const [index, part] of parts.entries()) yield* this.documentsOf(part, { feed, parts, index });
  }

  /**
   * The newest documents of a feed at the addresses that it had before, for hosts that do not redirect. They name the
   * present address as their own, which tells readers to move.
   */
  formerDocuments(feed: Feed, parts: readonly FeedPart[]): Document[] {
    const files = this.site.formerFeeds.filter(
      ({ feed: folder, from }) => folder === feed.path && isFile(from),
    );
    if (feed.former.length === 0 && files.length === 0) return [];
    const newest = this.documentsOf(parts[0] ?? { path: feed.path, articles: [] }, { feed, parts, index: 0 });
    const inFolders = feed.former.flatMap((folder) =>
      newest.map((document) => {
        const path = ownPath(folder + document.path.slice(feed.path.length));
        return { ...document, path, key: undefined };
      }),
    );
    const alone = files.flatMap(({ from, format }) => {
      const document = newest[feedFormats.findIndex(({ name }) => name === format)];
      const path = outputPath(from);
      const isMoved = document !== undefined && typeof path === 'string' && path !== document.path;
      return isMoved ? [{ ...document, path, key: undefined, givesWay: true }] : [];
    });
    return [...inFolders, ...alone];
  }

  private documentsOf(part: FeedPart, place: PartPlace): Document[] {
    const { feed, index } = place;
    const shown = index === 0 ? headContent(feed, this.site) : feed.archiveContent;
    let items: Buffer[][] | undefined;
    let updated: Timestamp | undefined;
    const key = this.keys.part(feed, part);
    return feedFormats.map((format, number) => {
      const content = () => {
        items ??= part.articles.map((article) => this.items.of(article, shown));
        updated ??= newestChange(part.articles);
        const history = historyOf(place, format, this.site);
        const frame = format.renderFrame(this.headOf(place, updated, format, history));
        return contentOf(
          frame,
          items.flatMap((formats) => formats[number] ?? []),
        );
      };
      const path = ownPath(part.path + format.fileName);
      const document = { path, mediaType: format.mediaType, content, isFeed: true, key };
      return this.finish(document, part, shown);
    });
  }

  private headOf(place: PartPlace, updated: Timestamp | undefined, format: FeedFormat, history: History) {
    return headOf(place, updated, format, history, this.site, this.folderOf(place.feed.language));
  }

  private sizeOf(article: PublishedArticle, content: Content, limit: number): number {
    const bytes = this.items.sizeOf(article, content);
    if (bytes > limit && !this.told.has(article)) {
      this.told.add(article);
      const message = `The article takes ${bytes} bytes in a feed, more than the limit (maxBytes).`;
      this.diagnostics.push(diagnose('FW042', { file: article.source.path, message }));
    }
    return bytes;
  }
}

/** Whether the newest items of a feed have the Markdown of their texts: in those that most people subscribe to. */
function hasSource(feed: Feed, { sourceMarkdown }: Pick<Site, 'sourceMarkdown'>): boolean {
  return sourceMarkdown && feed.content === 'full' && isMainFeed(feed);
}

function headContent(feed: Feed, site: Pick<Site, 'sourceMarkdown'>): Content {
  return hasSource(feed, site) ? 'source' : feed.content;
}

/** Whether a path is that of a file, and not that of a folder. */
function isFile(path: string): boolean {
  return path !== '' && !path.endsWith('/');
}

function contentOf({ before, between, after }: Frame, items: readonly Buffer[]): Buffer[] {
  const separator = Buffer.from(between);
  const separated = items.flatMap((item, index) => (index > 0 && between ? [separator, item] : [item]));
  return [Buffer.from(before), ...separated, Buffer.from(after)];
}

/** The head, then the archive from its newest document to its oldest. */
function partsOf(feed: Feed, { head, archives }: SplitFeed): FeedPart[] {
  const last = archives.length;
  const parts: FeedPart[] = [
    { path: feed.path, articles: head, ...(last > 0 ? { older: olderPath(feed, last) } : {}) },
  ];
  for (let number = last; number > 0; number--) {
    parts.push({
      path: olderPath(feed, number),
      articles: archives[number - 1] ?? [],
      ...(number > 1 ? { older: olderPath(feed, number - 1) } : {}),
      newer: number < last ? olderPath(feed, number + 1) : feed.path,
    });
  }
  return parts;
}

/** Where a part is among all those of its feed. */
interface PartPlace {
  feed: Feed;
  parts: readonly FeedPart[];
  index: number;
}

/**
 * RFC 5005, section 4. The newest archive document names its successor before that is there, or it would change when
 * that comes.
 */
function historyOf({ feed, parts, index }: PartPlace, format: FeedFormat, site: Site): History {
  const part = parts[index];
  const at = (folder: string) => site.url + folder + format.fileName;
  const previous = part?.older === undefined ? {} : { previous: at(part.older) };
  if (index === 0) return previous;
  const number = parts.length - index;
  return { current: at(feed.path), ...previous, next: at(olderPath(feed, number + 1)) };
}

/**
 * What a document says about its feed.
 *
 * @param updated the newest change of its items, which is its moment, never that of the build
 * @param folder of the pages in its language: empty, or `ru/`
 */
function headOf(
  { feed, parts, index }: PartPlace,
  updated: Timestamp | undefined,
  format: FeedFormat,
  history: History,
  site: Site,
  folder: string,
): FeedHead {
  const part = parts[index] ?? { path: feed.path, articles: [] };
  const {
    path,
    articles: [newest],
  } = part;
  const page = site.url + feed.path;
  const words = siteWords(site, feed.language);
  const absolute = (address: string) => new URL(address, site.url).href;
  const copyright = site.languages[feed.language]?.copyright ?? site.copyright;
  return {
    id: feed.id,
    title: feed.title,
    description: feed.description,
    // Where another tool makes the pages, it need not have one for this feed.
    pageUrl: site.pages ? page : site.url,
    selfUrl: site.url + path + format.fileName,
    language: feed.language,
    ...(newest ? { published: publishedAt(newest) } : {}),
    ...(updated ? { updated } : {}),
    author: site.author ?? { name: site.title },
    ...(site.image ? { image: absolute(site.image) } : {}),
    ...(site.icon ? { icon: absolute(site.icon) } : {}),
    ...(copyright ? { copyright } : {}),
    ...(site.hub ? { hub: site.hub } : {}),
    ...(site.cloud ? { cloud: site.cloud } : {}),
    ttl: site.ttl,
    categories: site.categories,
    generator,
    history,
    isEnded: feed.isEnded === true,
    ...(updated && format.name === 'atom' ? { changed: newestEntry(part.articles) ?? updated } : {}),
    hasSource: index === 0 && hasSource(feed, site),
    ...(feed.podcast ? { podcast: podcastHead(feed, feed.podcast, site) } : {}),
    note: {
      language: feed.language,
      stylesheet: `${rootFrom(path)}feed.css`,
      script: `${rootFrom(path)}feed.js`,
      text: words.feedNote,
      links: [
        { url: site.pages ? page : site.url, text: words.feedPage },
        ...(site.pages ? [{ url: `${site.url}${folder}subscribe/`, text: words.feedHelp }] : []),
      ],
    },
  };
}
