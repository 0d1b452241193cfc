import type { MarkedPlace } from '../diagnostics/diagnostic.js';
import type { Timestamp } from '../language/timestamp.js';
import type { Asset } from './assets.js';
import type { ArticleImage, Enclosure, Episode, WrittenEnclosure, WrittenEpisode } from './enclosure.js';
import type { Source } from './source.js';

/** Somebody who wrote an article. */
export interface Author {
  name: string;
  email?: string;
  /** Absolute address of the author's page. */
  url?: string;
  /** Absolute address of the author's picture. */
  avatar?: string;
}

/** What the front matter and the name of a file say, before it is known whether it will be published. */
export interface Article {
  source: Source;
  /** Character at which the body begins in the text of the file, the line of that character, and the file's bytes. */
  body: { offset: number; line: number; bytes: number };
  /** What lists and pages call it; of a note, the beginning of its text. */
  title: string;
  /** Nothing in the file says the title: it is made of the name of the file. */
  isTitleFromName?: true | undefined;
  /** A note: items of it have no title. */
  isNote?: true | undefined;
  /** The title was taken from the first heading of the body, which then does not repeat it. */
  titleIsFirstHeading: boolean;
  date?: Date | undefined;
  updated?: Date | undefined;
  /** Minutes ahead of UTC that the dates were written with; without, the clocks of the site's zone show them. */
  offsets: { date?: number | undefined; updated?: number | undefined };
  summary?: string | undefined;
  authors: Author[];
  /** Those who took part without being its authors, such as the guests of an episode. */
  contributors?: Author[] | undefined;
  sections: string[];
  tags: string[];
  /** Addresses as written; they become absolute when the article has an address itself. */
  image?: ArticleImage | undefined;
  enclosures: WrittenEnclosure[];
  /** What files replaced when the article was published, for another try without others. */
  asWritten?: Pick<Article, 'title' | 'image' | 'enclosures' | 'episode'> | undefined;
  episode?: WrittenEpisode | undefined;
  /** BCP 47 tag of the language that the article is written in. */
  language: string;
  /** The file lies in the folder of its language, which then is a part of its address. */
  inLanguageFolder: boolean;
  /** Articles of different languages with the same key are translations of each other. */
  translationKey: string;
  /** Folders above the file, below that of the language. */
  folders: string[];
  draft: boolean;
  /** How feeds show it, whatever their settings say: not at all, its summary, or all of it. */
  inFeeds?: 'none' | 'summary' | 'full' | undefined;
  /** Its tool shows it to nobody, or in no list. */
  hidden: boolean;
  expires?: Date | undefined;
  /** From when on it is shown, where that is not its date. */
  publishFrom?: Date | undefined;
  slug: string;
  /** Name of the file without its ending, or of its folder, as addresses of other tools are made from it. */
  fileName: string;
  /** The permalink as the author wrote it. */
  permalink?: string | undefined;
  /** The page elsewhere that a link post is about. */
  link?: string | undefined;
  /** The lasting id, where the author gives one. */
  id?: string | undefined;
  /** Where the fields stand that can turn out wrong only beside other articles. */
  places: Partial<Record<'permalink' | 'id' | 'enclosures' | 'transcripts' | 'updated', MarkedPlace>>;
  /** All front matter as JSON, with what the article inherits from its folders; {@link fieldsOf} reads it. */
  frontMatter: string;
}

/**
 * All fields of an article's front matter as they were written, those that mean nothing here among them.
 *
 * @returns what JSON knows: texts, numbers, truth values, lists and groups
 */
export function fieldsOf({ frontMatter }: Pick<Article, 'frontMatter'>): Readonly<Record<string, unknown>> {
  return JSON.parse(frontMatter);
}

/** An article that will be in the feeds: it has a date, an address and an id. */
export interface PublishedArticle extends Omit<Article, 'enclosures' | 'episode'> {
  date: Date;
  /** Minutes ahead of UTC of the clocks that its dates are written by. */
  offsets: { date: number; updated: number };
  /** Absolute address of the article's page. */
  url: string;
  /** The part of the address below the site's own, without a leading slash: `health/innomed/`. */
  path: string;
  /** The lasting id: the same characters in every format. */
  id: string;
  enclosures: Enclosure[];
  /** There where one of the enclosures is sound or video. */
  episode?: Episode | undefined;
  /** The files beside the article that its front matter names; those in the body come with the body. */
  assets: Asset[];
}

/** An id as Atom can carry it (RFC 4287, 4.2.6): itself where it is an IRI, else as a part of one. */
export function iriOf(id: string): string {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(id) ? id : `urn:feedwright:${encodeURIComponent(id)}`;
}

/** What is asked of an article for its moments. */
type Moments = Pick<PublishedArticle, 'date' | 'updated' | 'offsets'>;

/** When an article was published, by its clock. */
export function publishedAt({ date, offsets }: Moments): Timestamp {
  return { date, offset: offsets.date };
}

/** When an article was changed after it was published, by its clock. */
export function updatedAt({ date, updated, offsets }: Moments): Timestamp | undefined {
  return updated && updated > date ? { date: updated, offset: offsets.updated } : undefined;
}

/** When an article last changed, by its clock. */
export function lastChange(article: Moments): Timestamp {
  return updatedAt(article) ?? publishedAt(article);
}

/** The last change of all of these; none where there are none. */
export function newestChange(articles: readonly Moments[]): Timestamp | undefined {
  let [newest, latest]: [Moments | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
  for (const article of articles) {
    const time = Math.max(article.date.getTime(), article.updated?.getTime() ?? latest);
    if (time > latest) [newest, latest] = [article, time];
  }
  return newest && lastChange(newest);
}
