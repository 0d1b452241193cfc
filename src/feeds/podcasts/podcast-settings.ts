import * as z from 'zod';
import { languageTag } from '../../language/language-tag.js';
import { address, person } from '../../platform/address-schema.js';
import { folderName } from '../feed-settings.js';
import { podcastCategory, podcastCategoryNames } from './apple-categories.js';

const category = z.string().transform((written, context) => {
  const found = podcastCategory(written);
  if (found) return found;
  const message = `one of Apple's categories, such as "News > Politics": ${podcastCategoryNames.join(', ')}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const funding = z.strictObject({
  url: address.describe('Page where listeners can support the podcast.'),
  text: z.string().min(1).max(128).describe('Text of the link.'),
});

const podcast = z.strictObject({
  slug: folderName.default('podcast').describe('Folder of its feed.'),
  formerly: z
    .array(folderName)
    .default([])
    .describe('Previous folders. They redirect to this one, and the id stays.'),
  section: z.string().min(1).optional().describe('Only episodes of this section.'),
  tag: z.string().min(1).optional().describe('Only episodes with this tag.'),
  collection: z.string().min(1).optional().describe('Only episodes of the collection with this `slug`.'),
  language: z
    .string()
    .refine((tag) => languageTag(tag) !== undefined, { error: 'a language tag such as en, ru or pt-BR' })
    .transform((tag) => languageTag(tag))
    .optional()
    .describe('Only episodes in this language.'),
  title: z.string().min(1).optional().describe('Title of the podcast. Default: the title of the site.'),
  description: z
    .string()
    .min(1)
    .optional()
    .describe('Description of the podcast. Default: the description of the site.'),
  artwork: z
    .string()
    .min(1)
    .optional()
    .describe('Square picture of 1400 to 3000 pixels: a file, relative to the settings, or a URL.'),
  category: z
    .union([category, z.array(category).min(1)])
    .transform((one) => [one].flat())
    .default([])
    .describe('Apple Podcasts category such as `News > Politics`, or several.'),
  author: z.string().min(1).optional().describe('Author of the podcast. Default: the author of the site.'),
  owner: person
    .optional()
    .describe('Contact for directories: `Name <mail>`. Default: the author of the site.'),
  explicit: z
    .boolean()
    .optional()
    .describe('Whether the podcast has explicit content. Required by directories.'),
  type: z
    .enum(['episodic', 'serial'])
    .default('episodic')
    .describe('`serial` if episodes are meant to be played in order.'),
  medium: z
    .enum(['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'course'])
    .default('podcast')
    .describe('Kind of medium (Podcasting 2.0).'),
  locked: z
    .boolean()
    .default(true)
    .describe('Forbid other podcast hosts to import the podcast (Podcasting 2.0).'),
  funding: z
    .union([funding, z.array(funding)])
    .transform((one) => [one].flat())
    .default([])
    .describe('Where listeners can support the podcast.'),
  license: z
    .union([z.string().min(1), z.strictObject({ name: z.string().min(1), url: address })])
    .optional()
    .describe('License: an SPDX identifier such as `cc-by-4.0`, or a group of `name` and `url`.'),
  txt: z
    .array(z.strictObject({ purpose: z.string().min(1).max(128).optional(), value: z.string().min(1) }))
    .default([])
    .describe('Texts for proving ownership to directories (`podcast:txt`).'),
  guid: z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: 'a UUID in lower case' })
    .optional()
    .describe(
      'Permanent id, if the podcast has one from another host. Default: derived from its first address.',
    ),
  limit: z.int().min(1).max(10_000).default(10_000).describe('Maximum number of episodes in the feed.'),
  complete: z.boolean().default(false).describe('The podcast is complete: there will be no more episodes.'),
});

/** The setting: one podcast, or several. */
export const podcastSettings = z
  .union([podcast, z.array(podcast)])
  .default([])
  .transform((one) => [one].flat());

/** A podcast as the settings describe it. */
export type PodcastSettings = z.output<typeof podcast>;
