import type { FeedSite } from './feed-site.js';
import { feedSlug } from './feed-slug.js';

type KindSettings = FeedSite['feeds']['tags'];

/** What settings say of single feeds of a kind, by the folders of their names. */
export type SettingsBySlug = ReadonlyMap<string, KindSettings['names'][string]>;

/** The settings of single feeds, however articles write their names. */
export function bySlug({ names }: Pick<KindSettings, 'names'>): SettingsBySlug {
  return new Map(Object.entries(names).map(([name, settings]) => [feedSlug(name), settings]));
}

/** The folders of the names that settings mention: feeds that are wanted, and what they were called before. */
export function mentionedSlugs(settings: SettingsBySlug): Set<string> {
  return new Set([...settings].flatMap(([slug, { formerly }]) => [slug, ...formerly.map(feedSlug)]));
}

/** The names that a feed had before, those before them, and so on, the newest first. */
export function formerNames(name: string, settings: SettingsBySlug): string[] {
  const former = new Set<string>();
  const follow = (each: string) => {
    for (const before of settings.get(feedSlug(each))?.formerly ?? []) {
      if (former.has(before)) continue;
      former.add(before);
      follow(before);
    }
  };
  follow(name);
  return [...former];
}

/** The folder that a feed had under another name: beside the one that it has. */
export function formerPath(path: string, name: string): string {
  return `${path.split('/').slice(0, -2).join('/')}/${feedSlug(name)}/`;
}
