import * as z from 'zod';
import { outputPath } from '../platform/output-path.js';

const nameSettings = z.strictObject({
  title: z.string().min(1).optional().describe('What the feed calls it.'),
  description: z.string().optional().describe('What the feed is about.'),
  limit: z.int().min(1).max(10_000).optional().describe('Maximum number of items.'),
  formerly: z
    .array(z.string().min(1))
    .default([])
    .describe('Names that it had before: their feeds and pages lead to this one.'),
});

/** Settings of one kind of feeds; `true` and `false` are short for making them and not. */
const feedKind = (minArticles: number) =>
  z
    .union([
      z.boolean(),
      z.strictObject({
        make: z.boolean().default(true).describe('Whether there are feeds of this kind.'),
        minArticles: z
          .int()
          .min(1)
          .default(minArticles)
          .describe('From how many articles on there is a feed.'),
        limit: z
          .int()
          .min(1)
          .max(10_000)
          .optional()
          .describe(
            'Maximum number of items in a feed of this kind. Default: `limit`; for tags and authors 10 at most.',
          ),
        content: z
          .enum(['full', 'summary'])
          .optional()
          .describe(
            'Whether feeds of this kind carry whole articles or summaries. Default: `content`; for tags and authors `summary`.',
          ),
        archives: z
          .boolean()
          .optional()
          .describe(
            'Whether feeds of this kind have archives. Default: for languages `archives`; for others false.',
          ),
        names: z.record(z.string(), nameSettings).default({}).describe('Settings of single feeds, by name.'),
      }),
    ])
    .default(true)
    .transform((kind) =>
      typeof kind === 'boolean'
        ? { make: kind, minArticles, names: {}, limit: undefined, content: undefined, archives: undefined }
        : kind,
    );

/** The name of a folder of feeds. */
export const folderName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: 'lower case letters, digits and hyphens' })
  .refine((slug) => typeof outputPath(slug) === 'string', { error: 'a name that every disk takes' });

const collection = z.strictObject({
  slug: folderName.describe('Its folder.'),
  title: z.string().min(1).describe('What the feed calls it.'),
  description: z.string().optional().describe('What the feed is about.'),
  limit: z.int().min(1).max(10_000).optional().describe('Maximum number of items.'),
  archives: z.boolean().optional().describe('Whether it has archives.'),
  where: z
    .strictObject({
      sections: z.array(z.string()).optional().describe('One of these sections.'),
      tags: z.array(z.string()).optional().describe('One of these tags.'),
      authors: z.array(z.string()).optional().describe('One of these authors.'),
      language: z.string().optional().describe('This language.'),
      has: z
        .enum(['audio', 'video', 'image', 'enclosure', 'link'])
        .optional()
        .describe('Articles that have this.'),
    })
    .describe('Which articles are in it.'),
});

/** Which feeds a site has, and what each is called. */
export const feedSettings = z
  .strictObject({
    sections: feedKind(1).describe('Feeds of sections.'),
    tags: feedKind(3).describe('Feeds of tags.'),
    authors: feedKind(3).describe('Feeds of authors.'),
    languages: feedKind(1).describe('Feeds of languages, where there are several.'),
    collections: z.array(collection).default([]).describe('Feeds of articles that a filter chooses.'),
  })
  .prefault({});
