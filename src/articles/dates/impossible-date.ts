import { type DateReading, parseDate } from './parse-date.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/**
 * Why a date that is written in a usual form is none: its month or day does not exist, or is another day of the week.
 *
 * @returns a clause such as `February 2026 has 28 days`; nothing for other texts
 */
export function impossibleDate(text: string, reading: DateReading): string | undefined {
  const written = text.trim();
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(written) ?? [];
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(written) ?? [];
  if (isoYear ?? year)
    return impossibleDay(Number(isoYear ?? year), Number(isoMonth ?? month), Number(isoDay ?? day));
  return wrongWeekday(written, reading);
}

function impossibleDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const name = months.format(Date.UTC(year, month - 1, 15));
  return day < 1 || day > days ? `${name} ${year} has ${days} days` : undefined;
}

function wrongWeekday(text: string, reading: DateReading): string | undefined {
  const [, said = '', rest = ''] = /^([a-z]{3,9})\.?,? +(\d{1,2} [a-z]{3,9} \d{4})(?!\d)/i.exec(text) ?? [];
  const named = weekdays.find(
    (weekday) => weekday.slice(0, 3).toLowerCase() === said.slice(0, 3).toLowerCase(),
  );
  const date = named && parseDate(rest, { ...reading, timezone: 'UTC' })?.date;
  const actual = date && weekdays[date.getUTCDay()];
  return actual && actual !== named ? `that day is a ${actual}` : undefined;
}
