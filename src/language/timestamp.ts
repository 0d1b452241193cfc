import { two, type WallTime, wallTimeAt } from './zoned-time.js';

/** A moment, and the clock that it is written by. */
export interface Timestamp {
  date: Date;
  /** Minutes that the clock is ahead of UTC. */
  offset: number;
}

/** `2021-09-02T00:00:00+03:00` (RFC 3339); parts of a second only where there are some. */
export function rfc3339({ date, offset }: Timestamp): string {
  const iso = shown(date, offset).toISOString();
  const written = iso.slice(0, iso.endsWith('.000Z') ? -5 : -1);
  return written + (offset === 0 ? 'Z' : signed(offset, ':'));
}

/** `Thu, 02 Sep 2021 00:00:00 +0300` (RFC 822 with a year of four digits, as RSS 2.0 wants it). */
export function rfc822({ date, offset }: Timestamp): string {
  const written = shown(date, offset).toUTCString();
  return offset === 0 ? written : written.replace('GMT', signed(offset, ''));
}

/** What the clocks of a timestamp show. */
export function wallTimeAtOffset({ date, offset }: Timestamp): Required<WallTime> {
  return wallTimeAt(shown(date, offset), 'UTC');
}

/** A moment at which clocks in UTC show what these show now. */
function shown(date: Date, offset: number): Date {
  return offset === 0 ? date : new Date(date.getTime() + offset * 60_000);
}

function signed(offset: number, separator: string): string {
  const minutes = Math.abs(offset);
  return [(offset < 0 ? '-' : '+') + two(Math.floor(minutes / 60)), two(minutes % 60)].join(separator);
}
