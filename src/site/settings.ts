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
  $schema: z.string().optional().describe('URL of the JSON Schema, for editors.'),
  articles: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of the articles. Default: `articles`, or the site of another tool in this folder.'),
  preset: z
    .enum(dialectNames)
    .optional()
    .describe('Tool that the articles were written for. Default: detected from the files.')
    .register(flagSettings, { group: 'Site:' }),
  out: z
    .string()
    .min(1)
    .default('dist')
    .describe('Output folder.')
    .register(flagSettings, { group: 'Output:', alias: 'o' }),
  url: address
    .refine((value) => !/[?#"\\]|%(?:[01]|22|5c|7f)/i.test(value), {
      error: 'an address without "?", "#", quotes and control characters',
    })
    .optional()
    .describe('URL at which the site is published. Feeds need absolute links, so there is no default.')
    .register(flagSettings, { group: 'Site:' }),
  title: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the site. Default: the host of its URL.')
    .register(flagSettings, { group: 'Site:' }),
  description: z
    .string()
    .optional()
    .describe('One-sentence description of the site.')
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
        description: z.string().optional().describe('Description of the site in this language.'),
        copyright: z.string().optional().describe('Copyright notice in this language.'),
        words: words.describe('Interface texts of pages in this language, by name.'),
      }),
    )
    .default({})
    .describe(
      'Additional languages of the site. Articles in a folder with that name (`ru/`) are in that language.',
    ),
  timezone: z
    .string()
    .refine(isTimeZone, { error: 'an IANA time zone such as Europe/Moscow' })
    .default('UTC')
    .describe('Time zone (IANA) of dates that are written without an offset.')
    .register(flagSettings, { group: 'Site:' }),
  limit: z
    .int()
    .min(1)
    .max(10_000)
    .default(50)
    .describe(
      'Number of items in a feed. With archives, a feed has at least this many, and fewer than twice as many.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  content: z
    .enum(['full', 'summary'])
    .default('full')
    .describe('Whether feeds contain full articles or summaries.')
    .register(flagSettings, { group: 'Feeds:' }),
  permalink: z
    .string()
    .startsWith('/')
    .refine((value) => !/[\\\p{Cc}]|\/[._]/u.test(value), {
      error: 'a path without parts that begin with "." or "_", and without "\\\\"',
    })
    .optional()
    .describe(
      'Pattern for the URLs of articles, relative to the URL of the site. Default: `/:slug/`, or the pattern of the tool that they were written for.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  words: words.describe('Interface texts of pages in the language of the site, by name.'),
  ...documentSettings,
  rendered: z
    .string()
    .min(1)
    .optional()
    .describe('Folder that another tool built the site into; article texts are taken from its pages.')
    .register(flagSettings, { group: 'Site:' }),
  renderedSelector: z
    .string()
    .min(1)
    .optional()
    .describe('CSS selector for the article text in those pages.'),
  pages: z
    .boolean()
    .optional()
    .describe(
      'Write HTML pages. Use `false` if another tool writes them. Default: true, or false with `rendered`.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  css: z.string().min(1).optional().describe('CSS file with your own styles, added after the built-in ones.'),
  templates: z
    .strictObject({
      header: z.string().min(1).optional().describe('Module that renders the header of pages.'),
      article: z.string().min(1).optional().describe('Module that renders an article on its page.'),
      list: z.string().min(1).optional().describe('Module that renders lists of articles.'),
    })
    .default({})
    .describe('Your own templates for parts of pages: modules that export a function.'),
  plugins: z
    .array(pluginSchema)
    .default([])
    .describe(
      'Plugins: functions that change articles, feeds and documents. Only in settings that are a program.',
    ),
  news: z
    .strictObject({ name: z.string().min(1).describe('Name of the publication in Google News.') })
    .optional()
    .describe('Write a Google News sitemap with the articles of the last two days.'),
  assets: z
    .array(z.string().regex(/^[a-z0-9]{1,20}$/, { error: 'file extensions in lower case, without a dot' }))
    .default([])
    .describe(
      'Additional file extensions that are copied with articles, such as `html` or `js`. Such files can run code on your site.',
    ),
  levels: z
    .partialRecord(z.enum(codeNames), z.enum(['error', 'warning', 'off']))
    .default({})
    .describe('Severity of problems by code: `{ FW064: error }`.'),
  strict: z
    .boolean()
    .default(false)
    .describe('Treat warnings as errors.')
    .register(flagSettings, { group: 'Feeds:' }),
  hosting: z
    .enum(hostNames)
    .optional()
    .describe('Write the configuration file that makes this host or server send the right headers.')
    .register(flagSettings, { group: 'Feeds:' }),
  precompress: z
    .boolean()
    .default(false)
    .describe('Write `.gz` and `.br` copies of every text file, for servers that serve precompressed files.')
    .register(flagSettings, { group: 'Feeds:' }),
  verify: z
    .boolean()
    .default(false)
    .describe('Read every feed back before publishing. Default: only in CI, on the command line.')
    .register(flagSettings, { group: 'Feeds:' }),
  frozen: z
    .boolean()
    .default(false)
    .describe('Fail if feedwright.lock would change. Default: only in CI, on the command line.')
    .register(flagSettings, { group: 'Feeds:' }),
  acceptIdentityChanges: z
    .boolean()
    .default(false)
    .describe('Accept changed ids of published items, and old articles that appear as new.')
    .register(flagSettings, { group: 'Feeds:' }),
  maxOldAsNew: z
    .int()
    .min(0)
    .default(5)
    .describe(
      'Maximum number of new articles that may be over 30 days older than the newest published item.',
    ),
  skipInvalid: z
    .boolean()
    .optional()
    .describe(
      'Leave out articles with errors and publish the rest. Default: in the folder of another tool, unless `strict` is set.',
    )
    .register(flagSettings, { group: 'Feeds:' }),
  drafts: z.boolean().default(false).describe('Publish drafts.').register(flagSettings, { group: 'Feeds:' }),
  future: z
    .boolean()
    .default(false)
    .describe('Publish articles dated in the future.')
    .register(flagSettings, { group: 'Feeds:' }),
  ...publisherSettings,
  dateFormats: z
    .array(z.string().min(1))
    .default([])
    .describe('Additional date formats, in date-fns notation: `yyyyMMdd`, `d/M/yyyy`.'),
  html: htmlSettings.describe('HTML allowed in articles in addition to what is safe in every reader.'),
});

/** Settings as a file, a program or the command line gives them. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** Settings with their defaults filled in. */
export type Settings = z.output<typeof settingsSchema>;
