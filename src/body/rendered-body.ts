import type { AddressBook } from '../articles/address-book.js';
import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import type { Conventions } from '../articles/conventions.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { OwnWords } from '../language/site-words.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { BuiltSite } from './built-site.js';
import type { HtmlAllowances } from './sanitize.js';

/** A body as the documents show it. */
export interface RenderedBody {
  /** Safe HTML; every address in it is absolute. */
  html: string;
  /** The summary of the article: its own, or the first paragraph, as plain text. */
  summary: string;
  /** The files beside the article that the body refers to. */
  assets: Asset[];
  /** Relative addresses, as written, that name neither a file nor an article. */
  dangling: string[];
  diagnostics: Diagnostic[];
  /** The text of the file is Markdown that says the same elsewhere: without templates and relative addresses. */
  isPlainMarkdown?: true;
}

/** What is known of a rendered body beside its HTML. */
export interface BodyFacts extends Omit<RenderedBody, 'html'> {
  /** Tells the HTML from every other; empty where nobody remembers it. */
  version: string;
  /** The most bytes that an item takes in any format, as far as items were made. */
  sizes: Partial<Record<'full' | 'summary' | 'source' | 'episode', number>>;
}

/** The bodies of articles, rendered when somebody wants them. */
export interface Bodies {
  of(article: PublishedArticle): RenderedBody;
  /** What is known of a body beside its HTML; it is rendered only where nothing is. */
  facts(article: PublishedArticle): BodyFacts;
}

/** The part of an address book that bodies ask. */
export type Addresses = Pick<AddressBook, 'of' | 'find'>;

/** The article of a body, as far as the body depends on it. */
export type BodySubject = Pick<
  PublishedArticle,
  | 'source'
  | 'body'
  | 'title'
  | 'titleIsFirstHeading'
  | 'summary'
  | 'date'
  | 'language'
  | 'path'
  | 'url'
  | 'slug'
  | 'frontMatter'
>;

/** What a tool means by the texts that it is given. */
export type BodyConventions = Pick<Conventions, 'syntax'> & {
  [name in 'summaryEnd' | 'templates' | 'repeatsTitle' | 'markdown' | 'isOwn']?:
    | Conventions[name]
    | undefined;
};

/** What all bodies of a site are rendered with. */
export interface BodySite {
  /** Folder of articles. */
  articles: string;
  /** What the site says about itself, and how its articles are written. */
  site: OwnWords & {
    url: string;
    title: string;
    html: HtmlAllowances;
    /** Whether files beside articles are copied, and endings that are copied beside the usual ones. */
    pages: boolean;
    assets: readonly string[];
    /** IANA name. */
    timezone: string;
    /** The site as its own tool built it, where bodies are taken from that. */
    rendered?: BuiltSite | undefined;

    conventions: BodyConventions;
  };
}

/** What a body is rendered with. */
export interface BodyContext extends BodySite {
  addresses: Addresses;
  /** Looks at the files beside the article. */
  files: FileTracker;
}
