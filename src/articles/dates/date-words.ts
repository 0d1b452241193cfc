import { momentOf, type WallTime, wallTimeAt } from '../../language/zoned-time.js';

/** Months and days of the week as programs write them, in English and in three letters. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');

/** Zones that programs name, in minutes from UTC, as Ruby knows them; some of the names stand for others elsewhere. */
const namedZones: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    mez: 60,
    cest: 120,
    mest: 120,
    mesz: 120,
  },
  ...{
    eet: 120,
    eest: 180,
    msk: 180,
    msd: 240,
    jst: 540,
    kst: 540,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
  },
  ...{ nst: -210, ndt: -150, ast: -240, adt: -180, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420 },
  ...{ mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600, brt: -180, art: -180 },
};

/**
 * Minutes that a zone is ahead of UTC: `+05:30`, `-8`, `GMT+0300`, `CEST`.
 *
 * @returns nothing where it is none, or none that there could be
 */
export function offsetOf(zone: string): number | undefined {
  const name = zone.toLowerCase();
  if (Object.hasOwn(namedZones, name)) return namedZones[name];
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
  if (!sign || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** A date as it was written. */
export interface WrittenDate {
  date: Date;
  /** Minutes ahead of UTC, where the author wrote a zone. */
  offset?: number;
}

/**
 * The moment at which clocks show a wall time. `24:00` is the end of the day (ISO 8601), and a leap second the last one
 * of its minute.
 *
 * @param offset minutes that they are ahead of UTC; without it they are those of the zone
 * @returns nothing where there is no such time
 */
export function momentAt(wall: WallTime, offset: number | undefined, zone: string): WrittenDate | undefined {
  const isEnd = wall.hour === 24 && !wall.minute && !wall.second && !wall.millisecond;
  // Some zones are ahead of UTC by quarters of an hour.
  const isLeap = wall.second === 60 && (wall.minute ?? 0) % 15 === 14;
  const meant = isEnd ? nextDay(wall) : isLeap ? { ...wall, second: 59 } : wall;
  const date = momentOf(meant, offset === undefined ? zone : 'UTC');
  if (!date || offset === undefined) return date && { date };
  return { date: new Date(date.getTime() - offset * 60_000), offset };
}

/** Midnight of the day after; the same where there is no such day. */
function nextDay(wall: WallTime): WallTime {
  const day = momentOf({ ...wall, hour: 0 }, 'UTC');
  return day ? wallTimeAt(new Date(day.getTime() + 86_400_000), 'UTC') : wall;
}

/** What the words of a date say, as far as they were read. */
interface Said {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  half?: 'a' | 'p';
  offset?: number;
}

/** How a word of a date is recognised, and what it says; in this order. */
const kinds: readonly { pattern: RegExp; read: (parts: readonly string[]) => Said | undefined }[] = [
  {
    pattern: /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/,
    read: ([year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /^(\d{4})(\d{2})(\d{2})$/,
    read: ([year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /^(\d{1,2})-([a-z]{3,9})-(\d{4})$/,
    read: ([day, name = '', year]) => {
      const month = monthOf(name);
      return month === undefined ? undefined : { day: Number(day), month, year: Number(year) };
    },
  },
  {
    pattern: /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:([ap])\.?m\.?)?$/,
    read: ([hour, minute, second = '0', fraction = '', half]) => ({
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
      ...(half === 'a' || half === 'p' ? { half } : {}),
    }),
  },
  { pattern: /^([ap])\.?m\.?$/, read: ([half]) => (half === 'a' || half === 'p' ? { half } : undefined) },
  { pattern: /^(\d{4})$/, read: ([year]) => ({ year: Number(year) }) },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)?$/, read: ([day]) => ({ day: Number(day) }) },
  {
    pattern: /^([a-z]{3,9})$/,
    read: ([name = '']) => {
      const [month, weekday] = [monthOf(name), weekdayOf(name)];
      if (month !== undefined) return { month };
      return weekday === undefined ? undefined : { weekday };
    },
  },
  {
    pattern: /^(\S+)$/,
    read: ([zone = '']) => {
      const offset = offsetOf(zone);
      return offset === undefined ? undefined : { offset };
    },
  },
];

/**
 * Reads a date whose parts stand in any order, as programs and Ruby's `Time.parse` take it:
 * `Thu Sep 02 2021 14:30:00 GMT+0300 (MSK)`, `Fri Sep  3 11:21:31 CEST 2021`, `2023-01-29 18:30:22 2023 -0800`.
 *
 * @param timezone IANA name of the zone of a date that names none
 * @returns nothing where a word is not understood, says something twice, or the weekday is not that of the day
 */
export function readDateWords(text: string, timezone: string): WrittenDate | undefined {
  const said: Said = {};
  const words = text
    .replace(/\([^()]*\)$/, '')
    .toLowerCase()
    .split(/[\s,]+/);
  for (const word of words) {
    if (word === '' || word === 'at') continue;
    const more = meaningOf(word);
    if (!more || disagrees(said, more)) return undefined;
    Object.assign(said, more);
  }
  const { year, month, day, weekday, hour = 0, half, minute = 0, second = 0, millisecond = 0, offset } = said;
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (half && (hour < 1 || hour > 12)) return undefined;
  const wall = {
    year,
    month,
    day,
    minute,
    second,
    millisecond,
    hour: half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour,
  };
  const real = momentOf({ year, month, day }, 'UTC');
  if (weekday !== undefined && real?.getUTCDay() !== weekday) return undefined;
  // What C prints of a moment has no zone in it, and is in UTC wherever programs publish it.
  return momentAt(wall, offset ?? (ofC.test(text) ? 0 : undefined), timezone);
}

/** `Thu Sep  2 14:30:00 2021` (C, `asctime`). */
const ofC = /^[a-z]{3} [a-z]{3} +\d{1,2} \d\d:\d\d:\d\d \d{4}$/i;

function meaningOf(word: string): Said | undefined {
  for (const { pattern, read } of kinds) {
    const match = pattern.exec(word);
    const said = match && read(match.slice(1));
    if (said) return said;
  }
  return undefined;
}

/** Whether two words say the same thing differently; a year may be there twice. */
function disagrees(said: Said, more: Said): boolean {
  return Object.entries(more).some(
    ([name, value]) => name in said && !(name === 'year' && said.year === value),
  );
}

/** `Sep`, `Sept` and `September`. */
function monthOf(name: string): number | undefined {
  const full = 'january february march april may june july august september october november december'.split(
    ' ',
  );
  const month = months.indexOf(name.slice(0, 3)) + 1;
  return month > 0 && (name === 'sept' || full[month - 1]?.startsWith(name)) ? month : undefined;
}

function weekdayOf(name: string): number | undefined {
  const full = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
  const weekday = weekdays.indexOf(name.slice(0, 3));
  const isName = /^(tues|wednes|thur|thurs)$/.test(name) || full[weekday]?.startsWith(name);
  return weekday >= 0 && isName ? weekday : undefined;
}
