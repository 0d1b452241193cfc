import { memoize } from '../platform/memoize.js';
import { type Words, wordsIn } from './words.js';

/** The words that a site has of its own, by language. */
export interface OwnWords {
  language: string;
  /** Those in the language of the site. */
  words: Partial<Words>;
  languages: Readonly<Record<string, { words?: Partial<Words> }>>;
}

/** The words of a site's pages in a language: its own where it has them, else feedwright's. */
export const siteWords = memoize((site: OwnWords, language: string): Words => {
  const own = language === site.language ? site.words : (site.languages[language]?.words ?? {});
  const given = Object.entries(own).filter(([, word]) => word !== undefined);
  return { ...wordsIn(language), ...Object.fromEntries(given) };
});
