import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { localeOf } from './locale.js';
import { dayIn, type WallTime, wallTimeAt } from './zoned-time.js';

/** English has several habits; the other languages say their own in date-fns (`PPP`). */
const longForms: Readonly<Record<string, string>> = { en: 'MMMM d, yyyy', 'en-GB': 'd MMMM yyyy' };

/** Days that were written before: several lists name each of them. */
const days = new Map<string, string>();

/**
 * A day in words, as a language writes it: `September 2, 2021`, `2 сентября 2021 г.`
 *
 * @param date the moment
 * @param language BCP 47 tag
 * @param timezone IANA zone whose calendar counts
 */
export function writeDate(date: Date, language: string, timezone: string): string {
  const key = `${language} ${dayIn(date, timezone)}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const locale = localeOf(language);
  const form = longForms[language] ?? (locale ? 'PPP' : (longForms.en ?? 'PPP'));
  const noon = noonHere(wallTimeAt(date, timezone));
  const options = { ...(noon ? {} : { in: tz(timezone) }), ...(locale ? { locale } : {}) };
  const written = format(noon ?? date, form, options);
  days.set(key, written);
  return written;
}

/**
 * The noon of a day by the clocks of this machine, which is written several times as fast; nothing where that is not the
 * same day, as it is for days that a zone once left out.
 */
function noonHere({ year, month, day }: Required<WallTime>): Date | undefined {
  const noon = new Date(year, month - 1, day, 12);
  const isSame = noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day;
  return isSame ? noon : undefined;
}

/** The month of a moment in words, as a heading: `September`, `Сентябрь`. */
export function writeMonth(date: Date, language: string): string {
  const locale = localeOf(language);
  const text = format(date, 'LLLL', { in: tz('UTC'), ...(locale ? { locale } : {}) });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
