import * as z from 'zod';
import { codeNames } from '../diagnostics/codes.js';
import { dialectNames } from '../dialects/dialects.js';
import { hostNames } from '../hosts/hosts.js';
import { languageTag } from '../language/language-tag.js';
import { isTimeZone } from '../language/zoned-time.js';
import { address } from '../platform/address-schema.js';
import { pluginSchema } from '../plugins/plugin.js';
import { documentSettings } from './document-settings.js';
import { htmlSettings } from './html-settings.js';
import { publisherSettings } from './publisher-settings.js';
import { flagSettings, words } from './setting-types.js';

/**
 * Every setting of a site. This schema is the one source of the types, of the messages about wrong settings and
 * of the flags and of the documentation: a setting is added here, or in the group that is spread here, and nowhere else.
 */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of the JSON Schema, for editors.'),
  articles: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of the articles. Default: `articles`, or the site of another tool in this folder.'),
  preset: z
    .enum(dialectNames)
    .optional()
    .describe('Tool that the articles were written for. Default: what the files tell.')
    .register(flagSettings, { group: 'Site:' }),
  out: z
    .string()
    .min(1)
    .default('dist')
    .describe('Folder that the site is published into.')
    .register(flagSettings, { group: 'Output:', alias: 'o' }),
  url: address
    .refine((value) => !/[?#"\\]|%(?:[01]|22|5c|7f)/i.test(value), {
      error: 'an address without "?", "#", quotes and control characters',
    })
    .optional()
    .describe('Address at which the site is published. Feeds need absolute links, so there is no default.')
    .register(flagSettings, { group: 'Site:' }),
  title: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the site. Default: the host of its address.')
    .register(flagSettings, { group: 'Site:' }),
  description: z
    .string()
    .optional()
    .describe('What the site is about, in a sentence.')
    .register(flagSettings, { group: 'Site:' }),
  language: z
    .string()
    .refine((value) => languageTag(value) !== undefined, { error: 'a language tag such as en, ru or pt-BR' })
    .default('en')
    .describe('Language of the site (BCP 47).')
    .register(flagSettings, { group: 'Site:' }),
  languages: z
    .record(
      z
        .string()
        .refine((value) => languageTag(value) === value, { error: 'a language tag such as ru or pt-BR' }),
      z.strictObject({
        title: z.string().min(1).optional().describe('Name of the site in this language.'),
        description: z.string().optional().describe('What the site is about, in this language.'),
        words: words.describe('Words of pages in this language, by name.'),
      }),
    )
    .default({})
    .describe(
      'Further languages of the site; articles in a folder of that name (`ru/`) are in that language.',
    ),
  timezone: z
    .string()
    .refine(isTimeZone, { error: 'an IANA time zone such as Europe/Moscow' })
    .default('UTC')
    .describe('Time zone of dates that are written without one, and by whose clocks feeds write them.')
    .register(flagSettings, { group: 'Site:' }),
  limit: z
    .int()
    .min(1)
    .max(10_000)
    .default(50)
    .describe(
      'How many items a feed has: at most, or, where older ones go to archives, at least, and less than twice as many.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  content: z
    .enum(['full', 'summary'])
    .default('full')
    .describe('Whether feeds carry whole articles or summaries.')
    .register(flagSettings, { group: 'Feeds:' }),
  permalink: z
    .string()
    .startsWith('/')
    .refine((value) => !/[\\\p{Cc}]|\/[._]/u.test(value), {
      error: 'a path without parts that begin with "." or "_", and without "\\\\"',
    })
    .optional()
    .describe(
      'Pattern of the addresses of articles, below the address of the site. Default: `/:slug/`, or what the tool that they were written for does.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  words: words.describe('Words of pages in the language of the site, by name.'),
  ...documentSettings,
  rendered: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of the site as its own tool built it: texts are taken from the pages in it.')
    .register(flagSettings, { group: 'Site:' }),
  renderedSelector: z
    .string()
    .min(1)
    .optional()
    .describe('CSS selector of the element that holds the text of an article in those pages.'),
  pages: z
    .boolean()
    .optional()
    .describe(
      'Write pages; `false` where another tool makes them, as it does with `rendered`. Default: true.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  css: z.string().min(1).optional().describe('File of your own styles, added after those of feedwright.'),
  templates: z
    .strictObject({
      header: z.string().min(1).optional().describe('Module that writes the header of pages.'),
      article: z.string().min(1).optional().describe('Module that writes the article on its page.'),
      list: z.string().min(1).optional().describe('Module that writes lists of articles.'),
    })
    .default({})
    .describe('Parts of pages that you write yourself, as modules that export a function.'),
  plugins: z
    .array(pluginSchema)
    .default([])
    .describe(
      'What you add yourself, in settings that are a program: functions for articles, feeds, documents.',
    ),
  news: z
    .strictObject({ name: z.string().min(1).describe('Name of the publication, as Google News knows it.') })
    .optional()
    .describe('Write a Google News sitemap of the last two days.'),
  assets: z
    .array(z.string().regex(/^[a-z0-9]{1,20}$/, { error: 'endings without a dot, in lower case' }))
    .default([])
    .describe(
      'Endings of further files that articles may bring along, such as `html` or `js`: they run on your site.',
    ),
  levels: z
    .partialRecord(z.enum(codeNames), z.enum(['error', 'warning', 'off']))
    .default({})
    .describe('How bad a problem is, by its code: `{ FW064: error }`.'),
  strict: z
    .boolean()
    .default(false)
    .describe('Warnings stop publishing, too.')
    .register(flagSettings, { group: 'Feeds:' }),
  hosting: z
    .enum(hostNames)
    .optional()
    .describe('Write the file by which this host or server sends the right headers.')
    .register(flagSettings, { group: 'Feeds:' }),
  precompress: z
    .boolean()
    .default(false)
    .describe('Put `.gz` and `.br` beside every text, for servers that send them as they are.')
    .register(flagSettings, { group: 'Feeds:' }),
  verify: z
    .boolean()
    .default(false)
    .describe('Read every feed back before it is published, as is done by itself under CI.')
    .register(flagSettings, { group: 'Feeds:' }),
  frozen: z
    .boolean()
    .default(false)
    .describe('Fail where feedwright.lock would change, as it does by itself under CI.')
    .register(flagSettings, { group: 'Feeds:' }),
  acceptIdentityChanges: z
    .boolean()
    .default(false)
    .describe('Let published items have other ids, and old articles be new.')
    .register(flagSettings, { group: 'Feeds:' }),
  maxOldAsNew: z
    .int()
    .min(0)
    .default(5)
    .describe('How many articles may be new to readers although they are over 30 days old.'),
  skipInvalid: z
    .boolean()
    .optional()
    .describe(
      'Publish the other articles where some have errors. Default: in the folder of another tool, unless `strict` is set.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  drafts: z
    .boolean()
    .default(false)
    .describe('Publish drafts too.')
    .register(flagSettings, { group: 'Feeds:' }),
  future: z
    .boolean()
    .default(false)
    .describe('Publish articles whose date is in the future too.')
    .register(flagSettings, { group: 'Feeds:' }),
  ...publisherSettings,
  dateFormats: z
    .array(z.string().min(1))
    .default([])
    .describe('Further forms of dates, in the letters of date-fns: `yyyyMMdd`, `d/M/yyyy`.'),
  html: htmlSettings.describe('What articles may hold beyond the HTML that is safe in every reader.'),
});

/** Settings as a file, a program or the command line gives them. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** Settings with their defaults filled in. */
export type Settings = z.output<typeof settingsSchema>;
