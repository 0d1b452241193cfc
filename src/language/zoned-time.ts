import { tzOffset } from '@date-fns/tz';

/** A reading of the calendar and the clock on the wall; `month` counts from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
}

/** Whether the name is an IANA time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds of a wall time as if it were in UTC, or nothing where there is no such day or hour. */
function asUtc(wall: WallTime): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = wall;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  // A day that there is not is one of another month.
  const same =
    date.getUTCMonth() === month - 1 &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? date.getTime() : undefined;
}

/**
 * The moment at which the clocks of a zone show a wall time.
 *
 * Where clocks go forward and skip it, the moment is as long after the change as it was meant to be
 * (02:30 becomes 03:30); where they go back and show it twice, it is the first of the two.
 *
 * @param zone IANA name, checked before with {@link isTimeZone}
 * @returns nothing where the day or the hour does not exist in any calendar, such as 31 February or 24:30
 */
export function momentOf(wall: WallTime, zone: string): Date | undefined {
  const utc = asUtc(wall);
  if (utc === undefined) return undefined;
  if (zone === 'UTC') return new Date(utc);
  const minutes = (at: number) => offsetAt(at, zone);
  const [before, after] = [minutes(utc - 86_400_000), minutes(utc + 86_400_000)];
  const candidates = [before, after].map((offset) => utc - offset * 60_000);
  const real = candidates.filter((at) => at + minutes(at) * 60_000 === utc);
  return new Date(real.length > 0 ? Math.min(...real) : utc - before * 60_000);
}

const dayLength = 86_400_000;
/** Offsets in minutes at the beginnings of days, by zone; articles have few days and many moments. */
const offsets = new Map<string, Map<number, number>>();

/** Minutes that a zone is ahead of UTC at a moment. No zone changes its clocks twice in a day. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const day = Math.floor(at / dayLength);
  const before = offsetAtStartOf(day, zone);
  return before === offsetAtStartOf(day + 1, zone) ? before : tzOffset(zone, new Date(at));
}

function offsetAtStartOf(day: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const offset = known.get(day) ?? tzOffset(zone, new Date(day * dayLength));
  known.set(day, offset);
  return offset;
}

/** Whole minutes that the clocks of a zone are ahead of UTC; before there were zones, they were so by seconds, too. */
export function offsetIn(moment: Date, zone: string): number {
  return Math.round(offsetAt(moment.getTime(), zone));
}

/** What the clocks of a zone show at a moment. */
export function wallTimeAt(moment: Date, zone: string): Required<WallTime> {
  const shifted = new Date(moment.getTime() + offsetAt(moment.getTime(), zone) * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
  };
}

/** A number of a calendar or a clock, with two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2021-09-02`, as the calendars of a zone show a moment. */
export function dayIn(moment: Date, zone: string): string {
  const { year, month, day } = wallTimeAt(moment, zone);
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
}
