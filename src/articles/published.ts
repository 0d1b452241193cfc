import type { Article, PublishedArticle } from './article.js';

/** What publishing adds to an article, or says in another way. */
export type Publishing = Pick<
  PublishedArticle,
  'date' | 'authors' | 'enclosures' | 'path' | 'url' | 'id' | 'assets'
> &
  Partial<Pick<PublishedArticle, 'image'>>;

/**
 * An article that is published. Its front matter stays with the article that it is made of, which may not have been
 * asked for it yet. The properties are written one by one, since copies of a hundred thousand articles take long.
 */
export class Published implements PublishedArticle {
  readonly source: PublishedArticle['source'];
  readonly body: PublishedArticle['body'];
  readonly title: PublishedArticle['title'];
  readonly titleIsFirstHeading: PublishedArticle['titleIsFirstHeading'];
  readonly sections: PublishedArticle['sections'];
  readonly tags: PublishedArticle['tags'];
  readonly language: PublishedArticle['language'];
  readonly inLanguageFolder: PublishedArticle['inLanguageFolder'];
  readonly translationKey: PublishedArticle['translationKey'];
  readonly folders: PublishedArticle['folders'];
  readonly draft: PublishedArticle['draft'];
  readonly hidden: PublishedArticle['hidden'];
  readonly slug: PublishedArticle['slug'];
  readonly fileName: PublishedArticle['fileName'];
  readonly places: PublishedArticle['places'];
  readonly date: PublishedArticle['date'];
  readonly authors: PublishedArticle['authors'];
  readonly enclosures: PublishedArticle['enclosures'];
  readonly path: PublishedArticle['path'];
  readonly url: PublishedArticle['url'];
  readonly id: PublishedArticle['id'];
  readonly assets: PublishedArticle['assets'];
  declare readonly updated?: NonNullable<PublishedArticle['updated']>;
  declare readonly summary?: NonNullable<PublishedArticle['summary']>;
  declare readonly expires?: NonNullable<PublishedArticle['expires']>;
  declare readonly publishFrom?: NonNullable<PublishedArticle['publishFrom']>;
  declare readonly permalink?: NonNullable<PublishedArticle['permalink']>;
  declare readonly link?: NonNullable<PublishedArticle['link']>;
  declare readonly image?: NonNullable<PublishedArticle['image']>;
  readonly #article: Article;

  constructor(article: Article, publishing: Publishing) {
    this.#article = article;
    this.source = article.source;
    this.body = article.body;
    this.title = article.title;
    this.titleIsFirstHeading = article.titleIsFirstHeading;
    this.sections = article.sections;
    this.tags = article.tags;
    this.language = article.language;
    this.inLanguageFolder = article.inLanguageFolder;
    this.translationKey = article.translationKey;
    this.folders = article.folders;
    this.draft = article.draft;
    this.hidden = article.hidden;
    this.slug = article.slug;
    this.fileName = article.fileName;
    this.places = article.places;
    this.date = publishing.date;
    this.authors = publishing.authors;
    this.enclosures = publishing.enclosures;
    this.path = publishing.path;
    this.url = publishing.url;
    this.id = publishing.id;
    this.assets = publishing.assets;
    if (article.updated !== undefined) this.updated = article.updated;
    if (article.summary !== undefined) this.summary = article.summary;
    if (article.expires !== undefined) this.expires = article.expires;
    if (article.publishFrom !== undefined) this.publishFrom = article.publishFrom;
    if (article.permalink !== undefined) this.permalink = article.permalink;
    if (article.link !== undefined) this.link = article.link;
    if (publishing.image !== undefined) this.image = publishing.image;
  }

  /** All front matter, as it was read. */
  get fields(): Readonly<Record<string, unknown>> {
    return this.#article.fields;
  }

  /** The same article under another id. */
  withId(id: string): Published {
    return new Published(this.#article, { ...this, id });
  }
}
