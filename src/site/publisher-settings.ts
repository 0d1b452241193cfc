import * as z from 'zod';
import { address, person } from '../platform/address-schema.js';

/** What feeds and pages say of the site and of whoever publishes it. */
export const publisherSettings = {
  author: person.optional().describe('Who the site is by; the author of articles that name none.'),
  fediverse: z
    .string()
    .regex(/^@[^@\s]{1,200}@(?:[^@.\s]{1,63}\.){1,20}[^@.\s]{1,63}$/, {
      error: 'an account such as @town@social.example',
    })
    .optional()
    .describe('Account on the fediverse, which previews of links name as the author.'),
  me: z
    .array(address)
    .default([])
    .describe('Profiles elsewhere, which front pages link to with `rel=me`, so that they can be verified.'),
  copyright: z.string().optional().describe('The line about rights, for every feed.'),
  image: z
    .string()
    .optional()
    .describe('Picture of the site for feeds, as an address or a path on the site.'),
  icon: z
    .string()
    .optional()
    .describe('Small square picture of the site, as an address or a path on the site.'),
  hub: address.optional().describe('WebSub hub that tells subscribers about news.'),
  cloud: address
    .optional()
    .describe(
      'Address at which subscribers register with an rssCloud server, for the `cloud` element of RSS.',
    ),
  ttl: z
    .int()
    .min(1)
    .default(60)
    .describe('Minutes that a reader may wait before it asks again (RSS `ttl`).'),
  categories: z.array(z.string().min(1)).default([]).describe('What the site as a whole is about.'),
};
