import * as z from 'zod';
import { address } from '../platform/address-schema.js';

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}

const entry = z
  .strictObject({
    feed: z
      .string()
      .transform((folder) => folder.split('/').filter(Boolean).join('/'))
      .transform((folder) => (folder === '' ? '' : `${folder}/`))
      .describe('Folder of the feed, such as `sections/health`. Empty for the main feed.'),
    on: z
      .string()
      .refine((day) => isDay(day), {
        error: 'a day such as 2026-11-01',
      })
      .describe('Date on which the feed ended. It is the date of the final item.'),
    text: z
      .string()
      .min(1)
      .optional()
      .describe('Text of the final item. Default: a sentence saying that there will be no more articles.'),
    see: address.optional().describe('Page or feed to read instead.'),
    gone: z.boolean().default(false).describe('Remove the feed. nginx and Apache then answer 410 (Gone).'),
  })
  .refine(({ feed, gone }) => feed !== '' || !gone, { error: 'the main feed cannot be removed' });

/** The setting: feeds that ended. */
export const endedFeedSettings = z.array(entry).default([]);

/** A feed that ended, as the settings describe it. */
export type EndedFeed = z.output<typeof entry>;
