import * as z from 'zod';
import { address, person } from '../../platform/address-schema.js';
import { folderName } from '../feed-settings.js';
import { podcastCategory, podcastCategoryNames } from './apple-categories.js';

const category = z.string().refine((written) => podcastCategory(written) !== undefined, {
  error: `one of Apple's categories, such as "News > Politics": ${podcastCategoryNames.join(', ')}`,
});

const funding = z.strictObject({
  url: address.describe('Page on which listeners support the podcast.'),
  text: z.string().min(1).max(128).describe('What the link says.'),
});

const podcast = z.strictObject({
  slug: folderName.default('podcast').describe('Folder of its feed.'),
  section: z.string().min(1).optional().describe('Only episodes of this section.'),
  tag: z.string().min(1).optional().describe('Only episodes with this tag.'),
  collection: z.string().min(1).optional().describe('Only episodes of the collection with this `slug`.'),
  language: z.string().min(2).optional().describe('Only episodes in this language.'),
  title: z.string().min(1).optional().describe('Name of the podcast. Default: that of the site.'),
  description: z.string().min(1).optional().describe('What it is about. Default: that of the site.'),
  artwork: z
    .string()
    .min(1)
    .optional()
    .describe('Square picture of 1400 to 3000 pixels: a file, relative to the settings, or an address.'),
  category: z
    .union([category, z.array(category).min(1)])
    .transform((one) => [one].flat())
    .default([])
    .describe('Category of Apple Podcasts, `News > Politics`, or several.'),
  author: z.string().min(1).optional().describe('Who it is by. Default: the author of the site.'),
  owner: person
    .optional()
    .describe('Whom directories write to: `Name <mail>`. Default: the author of the site.'),
  explicit: z.boolean().optional().describe('Whether it is not for children. Directories require it.'),
  type: z
    .enum(['episodic', 'serial'])
    .default('episodic')
    .describe('`serial`: to be heard from the first episode on.'),
  medium: z
    .enum(['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'course'])
    .default('podcast')
    .describe('What it is (Podcasting 2.0).'),
  locked: z.boolean().default(true).describe('Whether other hosts may not import it (Podcasting 2.0).'),
  funding: z
    .union([funding, z.array(funding)])
    .transform((one) => [one].flat())
    .default([])
    .describe('Where listeners support it.'),
  license: z
    .union([z.string().min(1), z.strictObject({ name: z.string().min(1), url: address })])
    .optional()
    .describe('Licence: an SPDX identifier such as `cc-by-4.0`, or a group of `name` and `url`.'),
  txt: z
    .array(z.strictObject({ purpose: z.string().min(1).max(128).optional(), value: z.string().min(1) }))
    .default([])
    .describe('Texts by which a directory proves who owns it (`podcast:txt`).'),
  guid: z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: 'a UUID in lower case' })
    .optional()
    .describe('Its lasting id, where it had one elsewhere. Default: made of its first address.'),
  limit: z.int().min(1).max(10_000).default(10_000).describe('Maximum number of episodes in the feed.'),
  complete: z.boolean().default(false).describe('There will be no further episodes.'),
});

/** The setting: one podcast, or several. */
export const podcastSettings = z
  .union([podcast, z.array(podcast)])
  .default([])
  .transform((one) => [one].flat());

/** A podcast as the settings describe it. */
export type PodcastSettings = z.output<typeof podcast>;
