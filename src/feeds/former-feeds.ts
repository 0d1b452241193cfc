import * as z from 'zod';
import { decodePath } from '../platform/decode-path.js';
import { outputPath } from '../platform/output-path.js';

/** A document of a feed by the address that another program gave it. */
export interface FormerFeed {
  /** Below the address of the site, percent-escapes resolved; it may end with `/`. */
  from: string;
  /** Folder of the feed that takes its place: empty for the feed of everything, else ending with `/`. */
  feed: string;
  format: 'rss' | 'atom' | 'json';
}

/** Where other tools, as they come, put the feed of a site. */
const presets: ReadonlyMap<string, readonly string[]> = new Map([
  ['jekyll-feed', ['/feed.xml']],
  ['hugo', ['/index.xml']],
  ['eleventy', ['/feed/feed.xml', '/feed/feed.json']],
  ['hexo', ['/atom.xml', '/rss2.xml']],
  ['docusaurus', ['/blog/rss.xml', '/blog/atom.xml', '/blog/feed.json']],
  ['pelican', ['/feeds/all.atom.xml', '/feeds/all.rss.xml']],
  ['mkdocs-rss', ['/feed_rss_created.xml', '/feed_rss_updated.xml', '/feed_json_created.json']],
  ['wordpress', ['/feed/', '/feed/rss/', '/feed/rss2/', '/feed/atom/']],
  ['ghost', ['/rss/']],
]);
/** The feeds of these tools that are Atom though their names do not say so. */
const atomFiles = new Set(['/feed.xml', '/feed/feed.xml']);

const path = z
  .string()
  .regex(/^\/./s, { error: 'a path such as /feed.xml, or the name of a tool' })
  .refine((written) => typeof outputPath(fileBelow(written)) === 'string', {
    error: 'a valid file path',
  });
const entry = z.strictObject({
  from: path.describe('Previous path, such as `/feed.xml`.'),
  feed: z
    .string()
    .default('')
    .describe('Folder of the current feed, such as `sections/health`. Default: the main feed.'),
  format: z
    .enum(['rss', 'atom', 'json'])
    .optional()
    .describe('Format. Default: derived from the path, otherwise RSS.'),
});

/** The setting: names of presets, paths, and groups of path, feed and format. */
export const formerFeedSettings = z
  .array(z.union([z.enum([...presets.keys()]), path, entry]))
  .default([])
  .transform((list) => list.flatMap(formerFeedsOf));

function formerFeedsOf(written: string | z.infer<typeof entry>): FormerFeed[] {
  if (typeof written === 'string')
    return (presets.get(written) ?? [written]).map((from) =>
      formerFeed({ from, feed: '' }, presets.has(written)),
    );
  return [formerFeed(written)];
}

function formerFeed({ from, feed, format }: z.infer<typeof entry>, isPreset = false): FormerFeed {
  const folder = feed.split('/').filter(Boolean).join('/');
  return {
    from: decodePath(from.slice(1)),
    feed: folder === '' ? '' : `${folder}/`,
    format: format ?? (isPreset && atomFiles.has(from) ? 'atom' : formatOf(from)),
  };
}

function formatOf(from: string): FormerFeed['format'] {
  if (/json/i.test(from)) return 'json';
  return /atom/i.test(from) ? 'atom' : 'rss';
}

/** The file that would stand at a path. */
function fileBelow(written: string): string {
  const below = decodePath(written.slice(1));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}
