import * as z from 'zod';
import { address } from '../platform/address-schema.js';

const entry = z
  .strictObject({
    feed: z
      .string()
      .transform((folder) => folder.split('/').filter(Boolean).join('/'))
      .transform((folder) => (folder === '' ? '' : `${folder}/`))
      .describe('Its folder, such as `sections/health`; empty for the feed of everything.'),
    on: z
      .string()
      .refine((day) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)), {
        error: 'a day such as 2026-11-01',
      })
      .describe('The day on which it ended, which is the date of its last item.'),
    text: z
      .string()
      .min(1)
      .optional()
      .describe('What the last item says. Default: that there will be no more.'),
    see: address.optional().describe('Page or feed to follow instead.'),
    gone: z
      .boolean()
      .default(false)
      .describe('It is no longer published; nginx and Apache answer that it is gone (410).'),
  })
  .refine(({ feed, gone }) => feed !== '' || !gone, { error: 'the feed of everything cannot be gone' });

/** The setting: feeds that ended. */
export const endedFeedSettings = z.array(entry).default([]);

/** A feed that ended, as the settings describe it. */
export type EndedFeed = z.output<typeof entry>;
