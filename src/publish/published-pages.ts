import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const schema = z.looseObject({
  title: z.string(),
  next_url: z.string().optional(),
  items: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string().optional(),
      url: z.string().optional(),
      date_published: z.string().optional(),
    }),
  ),
});

/** A document of a JSON Feed, as it was published. */
export type PublishedPage = z.infer<typeof schema>;

/**
 * The documents of a JSON Feed in an output folder: the head, then the archive that its links lead to, newest first.
 * Nothing where there is no such feed.
 *
 * @param path of the head, below the folder
 */
export function* publishedPages(out: string, siteUrl: string, path: string): Generator<PublishedPage> {
  const seen = new Set<string>();
  let next: string | undefined = path;
  while (next && !seen.has(next)) {
    seen.add(next);
    const page = read(join(out, next));
    if (page) yield page;
    next = page?.next_url?.startsWith(siteUrl) ? page.next_url.slice(siteUrl.length) : undefined;
  }
}

/** Nothing where there is no such file, or it is none of ours. */
function read(file: string): PublishedPage | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
