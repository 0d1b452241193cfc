import { createRequire } from 'node:module';
import { tz } from '@date-fns/tz';
import { localeOf } from '../../language/locale.js';
import type { WallTime } from '../../language/zoned-time.js';
import { lazyImport } from '../../platform/lazy-import.js';
import { momentAt, offsetOf, readDateWords, type WrittenDate } from './date-words.js';

const require = createRequire(import.meta.url);
/** Dates in numbers need no parser of words. */
const parser = lazyImport<typeof import('date-fns/parse')>(() => require('date-fns/parse'));

/** How dates without a zone, and dates in words, are to be read. */
export interface DateReading {
  /** IANA time zone of the site. */
  timezone: string;
  /** Language of the names of months. */
  language: string;
  /** Forms of the site's own, in the letters of date-fns (Unicode TR 35); tried first. */
  dateFormats: readonly string[];
}

const clock = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|UT|[ECMP][SD]T|[+-]\d{1,2}(?::?\d{2})?)?(?:(?<=[+-][\d:]{2,5}) [A-Z]{3,5})?)?`;
const isoShape = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})${clock}$`, 'i');
const dottedShape = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?${clock})?$`, 'i');
const wordForms = [
  'd MMMM yyyy',
  'd MMMM yyyy HH:mm',
  'd MMM yyyy',
  'd MMM yyyy HH:mm',
  'MMMM do yyyy h:mm a',
  'MMMM d yyyy',
  'MMM d yyyy',
  'MMMM do yyyy',
  'MMM do yyyy',
  'do MMMM yyyy',
  'MMMM d yyyy HH:mm',
  'MMM d yyyy HH:mm',
  'MMMM d yyyy h:mm a',
  'MMM d yyyy h:mm a',
];

/**
 * Reads a date as people and tools write it: ISO 8601, `2021-09-02 14:30 +0300`, RFC 2822 (section 3.3),
 * `02.09.2021 14:30`,
 * `2 September 2021` in the site's language or in English, and the site's own forms. A date without a zone is in
 * the site's zone; the zone of the machine never matters. Years are 1000 to 9999.
 *
 * @returns the moment with the offset that was written, or nothing where the text is not understood, or names a day or an hour that does not exist
 */
export function parseDate(text: string, reading: DateReading): WrittenDate | undefined {
  const written = text.trim().replace(/\s+/g, ' ');
  const read =
    inOwnForms(written, reading) ??
    fromShape(written, isoShape, ([year, , month, day, ...time]) => [[year, month, day], time], reading) ??
    fromShape(written, dottedShape, ([day, month, year, ...time]) => [[year, month, day], time], reading) ??
    readDateWords(written, reading.timezone) ??
    inWords(written, reading);
  const year = read?.date.getUTCFullYear() ?? 0;
  return year >= 1000 && year <= 9999 ? read : undefined;
}

type Parts = (string | undefined)[];

function fromShape(
  text: string,
  shape: RegExp,
  order: (groups: Parts) => [ymd: Parts, time: Parts],
  { timezone }: DateReading,
): WrittenDate | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [[year, month, day], [clockHour, minute, second, fraction, meridiem, zone]] = order(match.slice(1));
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hourOf(clockHour, meridiem),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
  };
  const offset = zone ? offsetOf(zone) : undefined;
  return zone && offset === undefined ? undefined : momentAt(wall, offset, timezone);
}

/** 12 a.m. is midnight and 12 p.m. is noon; an hour that no clock of twelve shows is none. */
function hourOf(hour: string | undefined, meridiem: string | undefined): number {
  if (!meridiem) return Number(hour ?? 0);
  const [shown, half] = [Number(hour), /^p/i.test(meridiem) ? 12 : 0];
  return shown >= 1 && shown <= 12 ? (shown % 12) + half : Number.NaN;
}

function inOwnForms(text: string, { dateFormats, language, timezone }: DateReading): WrittenDate | undefined {
  return dateFormats.length === 0 ? undefined : withForms(text, dateFormats, [language], timezone);
}

function inWords(text: string, { language, timezone }: DateReading): WrittenDate | undefined {
  if (!/\p{L}/u.test(text) || !/\d{4}/.test(text)) return undefined;
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:г\.?|года|р\.)(?=$|[\s,])/u, '')
    .replace(/(\d(?:st|nd|rd|th)?),(?= )/g, '$1');
  return withForms(bare, wordForms, [language, 'en'], timezone);
}

function withForms(
  text: string,
  forms: readonly string[],
  languages: string[],
  zone: string,
): WrittenDate | undefined {
  const context = tz(zone);
  const reference = context(0);
  for (const locale of languages.map(localeOf)) {
    for (const form of forms) {
      const parsed = parser().parse(text, form, reference, { in: context, ...(locale ? { locale } : {}) });
      if (
        !Number.isNaN(parsed.getTime()) &&
        (form.includes('yy') || form.includes('u') || form.includes('t'))
      ) {
        const [written] = (/[xX]/.test(form) && /(?:[+-]\d{2}:?\d{2}|Z)$/.exec(text)) || [];
        const offset = written === undefined ? undefined : offsetOf(written);
        return { date: new Date(parsed.getTime()), ...(offset === undefined ? {} : { offset }) };
      }
    }
  }
  return undefined;
}
