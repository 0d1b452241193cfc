import { type Words, wordsIn } from '../language/words.js';
import { remembering } from '../remembering.js';
import type { Site } from './site.js';

/** The words of a site's pages in a language: its own where it has them, else feedwright's. */
export const siteWords = remembering((site: Site, language: string): Words => {
  const own = language === site.language ? site.words : (site.languages[language]?.words ?? {});
  const given = Object.entries(own).filter(([, word]) => word !== undefined);
  return { ...wordsIn(language), ...Object.fromEntries(given) };
});
