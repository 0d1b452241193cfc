import type { Article } from './article.js';
import type { Source } from './discover.js';

/** Moments of an article, which JSON writes as texts. */
const moments = ['date', 'updated', 'expires', 'publishFrom'] as const;

/** What is stored of an article: two texts without tabs and line ends. */
export interface StoredText {
  article: string;
  /** Its front matter. */
  fields: string;
}

/** The articles of a cache: their front matter is read when somebody asks for a field that has no name here. */
class StoredArticle {
  #fields: Readonly<Record<string, unknown>> | undefined;
  readonly #text: () => string;

  constructor(text: () => string) {
    this.#text = text;
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
  const rest: Omit<Article, 'source' | 'fields'> = JSON.parse(text);
  const article = Object.assign(new StoredArticle(fields), rest, { source });
  for (const name of moments) {
    const moment = article[name];
    if (moment !== undefined) article[name] = new Date(moment);
  }
  return article;
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isPlain);
}
