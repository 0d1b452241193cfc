import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Author } from '../articles/article.js';
import { authorFromText } from '../articles/front-matter/authors.js';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import type { Artwork, SitePodcast } from '../feeds/podcasts/podcast.js';
import type { PodcastSettings } from '../feeds/podcasts/podcast-settings.js';
import { pictureType } from '../media/cleaned.js';
import { readHead } from '../platform/read-pieces.js';
import { realPathWithin } from '../platform/real-path.js';
import { withoutGaps } from './package-settings.js';

/**
 * The podcasts of a site, with the files of their artwork.
 *
 * @param root folder of the settings, which the files are relative to and lie in
 * @param collections slugs of the collections in the settings
 * @throws UsageError where a file or a collection is not there, or two podcasts have one folder
 */
export function sitePodcasts(
  podcasts: readonly PodcastSettings[],
  root: string,
  collections: readonly string[],
): SitePodcast[] {
  const problems: UsageProblem[] = [];
  const folders = new Set(collections);
  const found = podcasts.map(({ artwork, owner, ...podcast }): SitePodcast => {
    const { slug, collection } = podcast;
    if (folders.has(slug)) problems.push(taken(slug));
    folders.add(slug);
    if (collection !== undefined && !collections.includes(collection)) problems.push(unknown(collection));
    return {
      ...podcast,
      artwork: artworkOf(artwork, root, problems),
      owner: owner ? personOf(owner) : undefined,
    };
  });
  if (problems.length > 0) throw new UsageError(problems);
  return found;
}

function taken(slug: string): UsageProblem {
  const message = `podcast: the folder "${slug}" is that of another podcast or collection.`;
  return { message, hint: 'Give each of them a `slug` of its own.' };
}

function unknown(collection: string): UsageProblem {
  const message = `podcast: there is no collection "${collection}".`;
  return { message, hint: 'Write the `slug` of one of `feeds.collections`.' };
}

function artworkOf(artwork: string | undefined, root: string, problems: UsageProblem[]): Artwork | undefined {
  if (artwork === undefined) return undefined;
  if (/^https?:\/\//i.test(artwork)) return { address: artwork };
  const file = resolve(root, artwork);
  const real = realPathWithin(root, file);
  const refuse = (why: string, hint: string) => {
    problems.push({ message: `podcast.artwork: ${file} ${why}.`, hint });
    return undefined;
  };
  if (real === undefined)
    return existsSync(file)
      ? refuse('is outside of the folder of the settings', `Put the picture below ${root}.`)
      : refuse('does not exist', `Put the picture below ${root}.`);
  if (!statSync(real).isFile()) return refuse('is not a file', 'Name the picture itself.');
  // Whatever the file is called: nothing but a picture is published under the name of one.
  const type = pictureType(readHead(real, 16));
  return type
    ? { file: real, type }
    : refuse('is neither a JPEG nor a PNG picture', 'Save it as one of the two.');
}

function personOf(owner: NonNullable<PodcastSettings['owner']>): Author {
  if (typeof owner === 'string' && /^[^\s@<>]+@[^\s@<>]+$/.test(owner)) return { name: owner, email: owner };
  return typeof owner === 'string' ? authorFromText(owner) : withoutGaps(owner);
}
