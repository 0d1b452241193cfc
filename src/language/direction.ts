import { languageTag } from './language-tag.js';

/** Scripts that are written from right to left (Unicode, DerivedBidiClass). */
const fromTheRight: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Syre Syrj Syrn Thaa Yezi'.split(' '),
);

const known = new Map<string, 'ltr' | 'rtl'>();

/**
 * The direction that a language is written in, by its most likely script (UTS 35, "Likely Subtags").
 *
 * @param language BCP 47 tag
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const before = known.get(language);
  if (before) return before;
  const tag = languageTag(language);
  const script = tag && new Intl.Locale(tag).maximize().script;
  const direction = script && fromTheRight.has(script) ? 'rtl' : 'ltr';
  known.set(language, direction);
  return direction;
}
