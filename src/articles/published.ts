import type { Article, PublishedArticle } from './article.js';
import { copyOf } from './stored-article.js';

/** What publishing adds to an article, or says in another way. */
export type Publishing = Pick<
  PublishedArticle,
  'date' | 'authors' | 'enclosures' | 'path' | 'url' | 'id' | 'assets'
> &
  Pick<PublishedArticle, 'image'>;

/**
 * An article that is published: what its article says, where publishing says nothing else. Nothing is copied, since
 * an article from the cache reads what it is not asked for only later.
 */
export class Published implements PublishedArticle {
  readonly date: PublishedArticle['date'];
  readonly authors: PublishedArticle['authors'];
  readonly enclosures: PublishedArticle['enclosures'];
  readonly path: PublishedArticle['path'];
  readonly url: PublishedArticle['url'];
  readonly id: PublishedArticle['id'];
  readonly assets: PublishedArticle['assets'];
  readonly image: PublishedArticle['image'];
  readonly #article: Article;

  constructor(article: Article, publishing: Publishing) {
    this.#article = article;
    this.date = publishing.date;
    this.authors = publishing.authors;
    this.enclosures = publishing.enclosures;
    this.path = publishing.path;
    this.url = publishing.url;
    this.id = publishing.id;
    this.assets = publishing.assets;
    this.image = publishing.image;
  }

  get source(): Article['source'] {
    return this.#article.source;
  }

  get body(): Article['body'] {
    return this.#article.body;
  }

  get title(): Article['title'] {
    return this.#article.title;
  }

  get titleIsFirstHeading(): Article['titleIsFirstHeading'] {
    return this.#article.titleIsFirstHeading;
  }

  get updated(): Article['updated'] {
    return this.#article.updated;
  }

  get summary(): Article['summary'] {
    return this.#article.summary;
  }

  get sections(): Article['sections'] {
    return this.#article.sections;
  }

  get tags(): Article['tags'] {
    return this.#article.tags;
  }

  get language(): Article['language'] {
    return this.#article.language;
  }

  get inLanguageFolder(): Article['inLanguageFolder'] {
    return this.#article.inLanguageFolder;
  }

  get translationKey(): Article['translationKey'] {
    return this.#article.translationKey;
  }

  get folders(): Article['folders'] {
    return this.#article.folders;
  }

  get draft(): Article['draft'] {
    return this.#article.draft;
  }

  get hidden(): Article['hidden'] {
    return this.#article.hidden;
  }

  get expires(): Article['expires'] {
    return this.#article.expires;
  }

  get publishFrom(): Article['publishFrom'] {
    return this.#article.publishFrom;
  }

  get slug(): Article['slug'] {
    return this.#article.slug;
  }

  get fileName(): Article['fileName'] {
    return this.#article.fileName;
  }

  get permalink(): Article['permalink'] {
    return this.#article.permalink;
  }

  get link(): Article['link'] {
    return this.#article.link;
  }

  get places(): Article['places'] {
    return this.#article.places;
  }

  get fields(): Article['fields'] {
    return this.#article.fields;
  }

  /** The same as plain data, for programs of others, which copy articles and write them down. */
  toPlain(): PublishedArticle {
    return { ...copyOf(this.#article), ...this };
  }

  /** The same article under another id. */
  withId(id: string): Published {
    return new Published(this.#article, { ...this, id });
  }
}
