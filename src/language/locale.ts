import { createRequire } from 'node:module';
import type { Locale } from 'date-fns';

const require = createRequire(import.meta.url);
const locales = new Map<string, Locale | undefined>();

/**
 * How a language writes dates, from date-fns; loaded only when it is needed.
 *
 * @param language BCP 47 tag
 * @returns nothing for English, which date-fns knows by itself, and for languages that it does not know
 */
export function localeOf(language: string): Locale | undefined {
  if (!locales.has(language)) locales.set(language, loadLocale(language));
  return locales.get(language);
}

function loadLocale(language: string): Locale | undefined {
  if (/^en$/i.test(language)) return undefined;
  for (const name of [language, language.split('-')[0] ?? '']) {
    if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(name)) continue;
    try {
      const module: Record<string, Locale> = require(`date-fns/locale/${name}`);
      return Object.values(module).find((value) => typeof value === 'object' && 'localize' in value);
    } catch {
      // There is no such locale: the next, less special name may exist.
    }
  }
  return undefined;
}
