/**
 * What each field of an article is called, in feedwright and in the tools that articles come from. The first name
 * that is present and not empty counts.
 */
export const fieldNames = {
  title: ['title'],
  date: ['date', 'published', 'publishDate', 'pubDate'],
  updated: ['updated', 'lastmod', 'modified', 'last_modified_at', 'updatedDate'],
  summary: ['summary', 'description', 'excerpt', 'abstract', 'deck'],
  authors: ['authors', 'author'],
  sections: ['section', 'category', 'categories'],
  tags: ['tags', 'keywords', 'topics'],
  image: ['image', 'cover', 'heroImage', 'featured_image'],
  language: ['language', 'lang', 'locale'],
  draft: ['draft'],
  published: ['published'],
  expires: ['expires', 'expiryDate'],
  slug: ['slug'],
  permalink: ['permalink', 'url', 'path'],
  link: ['link', 'external_url'],
  id: ['id', 'guid'],
  enclosures: ['enclosure', 'enclosures', 'attachments'],
} as const satisfies Record<string, readonly string[]>;

/** The name of a field as the rest of the program calls it. */
export type FieldName = keyof typeof fieldNames;
