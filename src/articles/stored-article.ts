import type { Article } from './article.js';
import type { Source } from './discover.js';

/** What is stored of an article: two texts without tabs and line ends. */
export interface StoredText {
  article: string;
  /** Its front matter. */
  fields: string;
}

type Rest = Omit<Article, 'source' | 'fields'>;

/**
 * An article that was a text. Its front matter is read when somebody asks for a field that has no name here. The
 * properties are written one by one, since that is many times as fast as copying them.
 */
class StoredArticle implements Article {
  readonly source: Source;
  readonly body: Article['body'];
  readonly title: string;
  readonly titleIsFirstHeading: boolean;
  readonly authors: Article['authors'];
  readonly sections: string[];
  readonly tags: string[];
  readonly enclosures: Article['enclosures'];
  readonly language: string;
  readonly inLanguageFolder: boolean;
  readonly translationKey: string;
  readonly folders: string[];
  readonly draft: boolean;
  readonly hidden: boolean;
  readonly slug: string;
  readonly fileName: string;
  readonly places: Article['places'];
  declare readonly date?: Date;
  declare readonly updated?: Date;
  declare readonly expires?: Date;
  declare readonly publishFrom?: Date;
  declare readonly summary?: string;
  declare readonly image?: NonNullable<Article['image']>;
  declare readonly permalink?: string;
  declare readonly link?: string;
  declare readonly id?: string;
  #fields: Readonly<Record<string, unknown>> | undefined;
  readonly #text: () => string;

  constructor(rest: Rest, text: () => string, source: Source) {
    this.#text = text;
    this.source = source;
    this.body = rest.body;
    this.title = rest.title;
    this.titleIsFirstHeading = rest.titleIsFirstHeading;
    this.authors = rest.authors;
    this.sections = rest.sections;
    this.tags = rest.tags;
    this.enclosures = rest.enclosures;
    this.language = rest.language;
    this.inLanguageFolder = rest.inLanguageFolder;
    this.translationKey = rest.translationKey;
    this.folders = rest.folders;
    this.draft = rest.draft;
    this.hidden = rest.hidden;
    this.slug = rest.slug;
    this.fileName = rest.fileName;
    this.places = rest.places;
    if (rest.date !== undefined) this.date = new Date(rest.date);
    if (rest.updated !== undefined) this.updated = new Date(rest.updated);
    if (rest.expires !== undefined) this.expires = new Date(rest.expires);
    if (rest.publishFrom !== undefined) this.publishFrom = new Date(rest.publishFrom);
    if (rest.summary !== undefined) this.summary = rest.summary;
    if (rest.image !== undefined) this.image = rest.image;
    if (rest.permalink !== undefined) this.permalink = rest.permalink;
    if (rest.link !== undefined) this.link = rest.link;
    if (rest.id !== undefined) this.id = rest.id;
  }

  get fields(): Readonly<Record<string, unknown>> {
    this.#fields ??= JSON.parse(this.#text());
    return this.#fields ?? {};
  }
}

/**
 * An article as text.
 *
 * @returns nothing where a field has a value that JSON does not know, such as a number that is none
 */
export function articleText(article: Article): StoredText | undefined {
  const { fields, source: _, ...rest } = article;
  return isPlain(fields) ? { article: JSON.stringify(rest), fields: JSON.stringify(fields) } : undefined;
}

/**
 * The article of a text that {@link articleText} wrote.
 *
 * @param fields gives the text of its front matter
 */
export function storedArticle(text: string, fields: () => string, source: Source): Article {
  // Moments are texts in it; nobody but the constructor sees them so.
  const rest: Rest = JSON.parse(text);
  return new StoredArticle(rest, fields, source);
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isPlain);
}
