import type { Article } from './article.js';
import type { Source } from './source.js';

/** What is stored of an article: three texts without tabs and line ends. */
export interface StoredText {
  /** What every build asks of every article: when, where and in which feeds it is published. */
  plan: string;
  /** What only documents ask that show it. */
  rest: string;
  /** Its front matter. */
  fields: string;
}

/** Gives a stored text that was not needed at first. */
export type Later = (part: 'rest' | 'fields') => string;

type Moment = 'date' | 'updated' | 'expires' | 'publishFrom';
type Flag = 'draft' | 'hidden' | 'inLanguageFolder';
type List = 'sections' | 'tags' | 'authors' | 'enclosures';
type Text = 'permalink' | 'id' | 'image';

/** What is there to plan with: what says nothing is left out, and moments are milliseconds, as both read faster. */
type Plan = Pick<Article, 'language' | 'slug' | Text> &
  Partial<Record<Moment, number>> &
  Partial<Pick<Article, Flag | List>>;
type Rest = Omit<Article, 'source' | 'fields' | keyof Plan>;

/**
 * An article from the cache, or from another thread. Most articles of a large site are planned, and shown in no document
 * that has to be made: what only documents ask for is parsed when they ask.
 */
class StoredArticle implements Article {
  readonly date: Date | undefined;
  readonly updated: Date | undefined;
  readonly expires: Date | undefined;
  readonly publishFrom: Date | undefined;
  readonly draft: boolean;
  readonly hidden: boolean;
  readonly language: string;
  readonly inLanguageFolder: boolean;
  readonly slug: string;
  readonly sections: string[];
  readonly tags: string[];
  readonly authors: Article['authors'];
  readonly enclosures: Article['enclosures'];
  readonly image: Article['image'];
  readonly permalink: string | undefined;
  readonly id: string | undefined;
  readonly #later: Later;
  #rest: Rest | undefined;
  #fields: Article['fields'] | undefined;

  constructor(
    plan: Plan,
    later: Later,
    readonly source: Source,
  ) {
    this.date = momentOf(plan.date);
    this.updated = momentOf(plan.updated);
    this.expires = momentOf(plan.expires);
    this.publishFrom = momentOf(plan.publishFrom);
    this.draft = plan.draft ?? false;
    this.hidden = plan.hidden ?? false;
    this.language = plan.language;
    this.inLanguageFolder = plan.inLanguageFolder ?? false;
    this.slug = plan.slug;
    this.sections = plan.sections ?? [];
    this.tags = plan.tags ?? [];
    this.authors = plan.authors ?? [];
    this.enclosures = plan.enclosures ?? [];
    this.image = plan.image;
    this.permalink = plan.permalink;
    this.id = plan.id;
    this.#later = later;
  }

  get body(): Article['body'] {
    return this.rest.body;
  }

  get title(): string {
    return this.rest.title;
  }

  get titleIsFirstHeading(): boolean {
    return this.rest.titleIsFirstHeading;
  }

  get summary(): string | undefined {
    return this.rest.summary;
  }

  get translationKey(): string {
    return this.rest.translationKey;
  }

  get folders(): string[] {
    return this.rest.folders;
  }

  get fileName(): string {
    return this.rest.fileName;
  }

  get link(): string | undefined {
    return this.rest.link;
  }

  get places(): Article['places'] {
    return this.rest.places;
  }

  get fields(): Article['fields'] {
    this.#fields ??= JSON.parse(this.#later('fields'));
    return this.#fields ?? {};
  }

  copy(): Article {
    return { ...this, ...this.rest, fields: this.fields };
  }

  private get rest(): Rest {
    const rest: Rest = this.#rest ?? JSON.parse(this.#later('rest'));
    this.#rest = rest;
    return rest;
  }
}

function momentOf(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds);
}

/**
 * An article as text.
 *
 * @returns nothing where a field has a value that JSON does not know, such as a number that is none
 */
export function articleText(article: Article): StoredText | undefined {
  const { source: _, fields, date, updated, expires, publishFrom, ...others } = article;
  const { draft, hidden, inLanguageFolder, sections, tags, authors, enclosures, ...more } = others;
  const { language, slug, permalink, id, image, ...rest } = more;
  if (!isPlain(fields)) return undefined;
  const plan = {
    ...{ date: date?.getTime(), updated: updated?.getTime() },
    ...{ expires: expires?.getTime(), publishFrom: publishFrom?.getTime() },
    ...{ draft: draft || undefined, hidden: hidden || undefined },
    ...{ inLanguageFolder: inLanguageFolder || undefined, language, slug, permalink, id, image },
    ...{ sections: unlessEmpty(sections), tags: unlessEmpty(tags) },
    ...{ authors: unlessEmpty(authors), enclosures: unlessEmpty(enclosures) },
  } satisfies { [Name in keyof Plan]-?: Plan[Name] | undefined };
  return { plan: JSON.stringify(plan), rest: JSON.stringify(rest), fields: JSON.stringify(fields) };
}

function unlessEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/**
 * The article of a text that {@link articleText} wrote.
 *
 * @param plan the first part of the text
 * @param later gives the others
 */
export function storedArticle(plan: string, later: Later, source: Source): Article {
  return new StoredArticle(JSON.parse(plan), later, source);
}

/** A plain copy of an article, to which properties can be added. */
export function copyOf(article: Article): Article {
  return article instanceof StoredArticle ? article.copy() : { ...article };
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isPlain);
}
