import * as z from 'zod';
import { outputPath } from '../platform/output-path.js';

const nameSettings = z.strictObject({
  title: z.string().min(1).optional().describe('Title of the feed.'),
  description: z.string().optional().describe('Description of the feed.'),
  limit: z.int().min(1).max(10_000).optional().describe('Maximum number of items.'),
  formerly: z
    .array(z.string().min(1))
    .default([])
    .describe('Previous names. Their feeds and pages redirect to this one.'),
});

/** What all kinds of feeds have. */
const extent = {
  make: z.boolean().default(true).describe('Whether to write feeds of this kind.'),
  limit: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      'Maximum number of items in a feed of this kind. Default: `limit`, but at most 10 for tags and authors.',
    ),
  content: z
    .enum(['full', 'summary'])
    .optional()
    .describe(
      'Whether feeds of this kind contain full articles or summaries. Default: `content`, but `summary` for tags and authors.',
    ),
  archives: z
    .boolean()
    .optional()
    .describe(
      'Whether feeds of this kind have archives. Default: `archives` for languages, otherwise false.',
    ),
};
const usual = { limit: undefined, content: undefined, archives: undefined };

/** Settings of one kind of feeds that come from names; `true` and `false` are short for making them and not. */
const feedKind = (minArticles: number) =>
  z
    .union([
      z.boolean(),
      z.strictObject({
        ...extent,
        minArticles: z.int().min(1).default(minArticles).describe('Minimum number of articles for a feed.'),
        names: z
          .record(z.string(), nameSettings)
          .default({})
          .describe('Settings for individual feeds, by name.'),
      }),
    ])
    .default(true)
    .transform((kind) =>
      typeof kind === 'boolean' ? { ...usual, make: kind, minArticles, names: {} } : kind,
    );

/** The same of feeds of languages, which are named in `languages`. */
const languageFeeds = z
  .union([z.boolean(), z.strictObject(extent)])
  .default(true)
  .transform((kind) => (typeof kind === 'boolean' ? { ...usual, make: kind } : kind));

/** Folders that hold something else at the top of every site. */
const ownFolders: ReadonlySet<string> = new Set([
  ...['archive', 'authors', 'covers', 'older', 'sections', 'subscribe', 'tags'],
]);

/** The name of a folder of feeds. */
export const folderName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: 'lower case letters, digits and hyphens' })
  .refine((slug) => typeof outputPath(slug) === 'string', {
    error: 'a name that is valid on every file system',
  })
  .refine((slug) => !ownFolders.has(slug), {
    error: `a folder that the site does not use itself (${[...ownFolders].join(', ')})`,
  });

const collection = z.strictObject({
  slug: folderName.describe('Folder of the feed.'),
  title: z.string().min(1).describe('Title of the feed.'),
  description: z.string().optional().describe('Description of the feed.'),
  limit: z.int().min(1).max(10_000).optional().describe('Maximum number of items.'),
  archives: z.boolean().optional().describe('Whether the feed has archives.'),
  where: z
    .strictObject({
      sections: z.array(z.string()).optional().describe('In one of these sections.'),
      tags: z.array(z.string()).optional().describe('With one of these tags.'),
      authors: z.array(z.string()).optional().describe('By one of these authors.'),
      language: z.string().optional().describe('In this language.'),
      has: z
        .enum(['audio', 'video', 'image', 'enclosure', 'link'])
        .optional()
        .describe('With this kind of content.'),
    })
    .describe('Filter for the articles of the feed: all conditions must match, and of a list one entry.'),
});

/** Which feeds a site has, and what each is called. */
export const feedSettings = z
  .strictObject({
    sections: feedKind(1).describe('Feeds of sections.'),
    tags: feedKind(3).describe('Feeds of tags.'),
    authors: feedKind(3).describe('Feeds of authors.'),
    languages: languageFeeds.describe(
      'Feeds of languages, if there are several. Without them, the main feed and the front page are of all languages.',
    ),
    collections: z.array(collection).default([]).describe('Feeds of articles selected by a filter.'),
  })
  .prefault({});
