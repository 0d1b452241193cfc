import * as z from 'zod';
import { address, person } from '../platform/address-schema.js';

/** What feeds and pages say of the site and of whoever publishes it. */
export const publisherSettings = {
  author: person.optional().describe('Author of the site, and of articles that name none.'),
  fediverse: z
    .string()
    .regex(/^@[^@\s]{1,200}@(?:[^@.\s]{1,63}\.){1,20}[^@.\s]{1,63}$/, {
      error: 'an account such as @town@social.example',
    })
    .optional()
    .describe('Fediverse account that link previews name as the author.'),
  me: z
    .array(address)
    .default([])
    .describe('Profiles on other sites. Front pages link to them with `rel=me` for verification.'),
  copyright: z.string().optional().describe('Copyright notice of feeds and pages.'),
  image: z.string().optional().describe('Logo of the site for feeds, as a URL or a path on the site.'),
  icon: z
    .string()
    .optional()
    .describe('Icon of the site: a small square picture, as a URL or a path on the site.'),
  hub: address.optional().describe('WebSub hub that notifies subscribers.'),
  cloud: address.optional().describe('Registration URL of an rssCloud server, for the RSS `cloud` element.'),
  ttl: z.int().min(1).default(60).describe('Minutes for which readers may cache a feed (RSS `ttl`).'),
  categories: z.array(z.string().min(1)).default([]).describe('Categories of the site as a whole.'),
};
