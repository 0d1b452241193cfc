import * as z from 'zod';
import type { Article } from '../articles/article.js';
import type { Feed } from '../feeds/feed.js';

const line = z.string().min(1);
const author = z.strictObject({
  name: line,
  email: line.optional(),
  url: line.optional(),
  avatar: line.optional(),
});

/** What a plugin may change of an article. */
export const articleChanges = z.strictObject({
  title: line.optional(),
  summary: line.optional(),
  date: z.date().optional(),
  updated: z.date().optional(),
  authors: z.array(author).optional(),
  sections: z.array(line).optional(),
  tags: z.array(line).optional(),
  language: line.optional(),
  draft: z.boolean().optional(),
  slug: line.optional(),
  permalink: line.optional(),
  link: line.optional(),
  id: line.optional(),
  image: z.strictObject({ url: line, alt: z.string().optional() }).optional(),
});

/** What a plugin may change of a feed; `articles` are some of those that it has. */
export const feedChanges = z.strictObject({
  title: line.optional(),
  description: z.string().optional(),
  limit: z.int().min(1).optional(),
  content: z.enum(['full', 'summary']).optional(),
  archives: z.boolean().optional(),
  articles: z.custom<Feed['articles']>(Array.isArray, { error: 'a list of its articles' }).optional(),
});

/** What a plugin may change of an article. */
export type ArticleChanges = z.input<typeof articleChanges>;

/** What a plugin may change of a feed. */
export type FeedChanges = z.input<typeof feedChanges>;

/** A document as a plugin sees it, before it is published. */
export interface TextDocument {
  /** Below the output folder, such as `sections/health/rss.xml`. */
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What `article` is asked: the article as it was read, with all of its front matter in `fields`. */
export type ArticleHook = (
  article: Readonly<Article> & { fields: Readonly<Record<string, unknown>> },
) => ArticleChanges | undefined;

/** What `feed` is asked: a feed as it was planned. */
export type FeedHook = (feed: Readonly<Feed>) => FeedChanges | undefined;

/** What `document` is asked: a finished text; gives the one to publish instead, or nothing. */
export type DocumentHook = (document: TextDocument) => string | undefined;

function hook<Hook>() {
  return z.custom<Hook>((value) => typeof value === 'function', { error: 'a function' }).optional();
}

/** A plugin, as settings that are a program name it. */
export const pluginSchema = z.strictObject({
  name: line.describe('Name of the plugin in problem reports.'),
  article: hook<ArticleHook>().describe('Changes an article after it was read.'),
  feed: hook<FeedHook>().describe('Changes a feed after its articles were chosen.'),
  document: hook<DocumentHook>().describe('Changes a text before it is published.'),
});

/**
 * What a site adds that feedwright does not do: functions that are asked about each article, feed and document, one
 * plugin after another. They are not asynchronous, and must give the same for the same, as builds do.
 */
export type Plugin = z.input<typeof pluginSchema>;
