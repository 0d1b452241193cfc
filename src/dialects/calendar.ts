import { getDayOfYear } from 'date-fns/getDayOfYear';
import { getISOWeek } from 'date-fns/getISOWeek';
import type { WallTime } from '../language/zoned-time.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = `January February March April May June July August September October November December`.split(
  ' ',
);

/** The day as date-fns counts it, at noon, so that no change of clocks moves it. */
function noon({ year, month, day }: WallTime): Date {
  return new Date(year, month - 1, day, 12);
}

/** From 1 on. */
export function dayOfYear(wall: WallTime): number {
  return getDayOfYear(noon(wall));
}

/** Number of the week (ISO 8601). */
export function isoWeek(wall: WallTime): number {
  return getISOWeek(noon(wall));
}

/** From 0, Sunday, to 6. */
export function weekdayNumber(wall: WallTime): number {
  return noon(wall).getDay();
}

/** `Sunday`; addresses have it in English. */
export function weekday(wall: WallTime): string {
  return weekdays[weekdayNumber(wall)] ?? '';
}

/** `January` */
export function monthName({ month }: WallTime): string {
  return months[month - 1] ?? '';
}
