import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { groupByDate } from '../../src/articles/dates/group-by-date.js';
import { dayIn, isTimeZone, momentOf, two, wallTimeAt } from '../../src/language/zoned-time.js';
import { randomFrom } from '../support/random.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('clocks on the wall');

const zones =
  `UTC Europe/Moscow Europe/London America/New_York America/St_Johns Asia/Kolkata Asia/Kathmandu Asia/Tokyo
  Australia/Lord_Howe Pacific/Apia Pacific/Kiritimati Pacific/Chatham America/Sao_Paulo Africa/Casablanca`.split(
    /\s+/,
  );

/** What the clocks of a zone show, by the calendars that Node has. */
function byIntl(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(moment);
  const value = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${value('year')}-${value('month')}-${value('day')} ${value('hour')}:${value('minute')}:${value('second')}`;
}

test('show at every moment what other calendars say, and lead back to it', () => {
  const random = randomFrom(3);
  for (let round = 0; round < 4000; round += 1) {
    const moment = new Date(Math.floor(random() * 4_000_000_000) * 1000);
    const zone = zones[round % zones.length] ?? 'UTC';
    const wall = wallTimeAt(moment, zone);
    const { year, month, day, hour, minute, second } = wall;
    const shown = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
    assert.is(shown, byIntl(moment, zone), `${zone} ${moment.toISOString()}`);
    assert.is(dayIn(moment, zone), shown.slice(0, 10));
    const back = momentOf(wall, zone);
    // Where a time of day is shown twice, it is the first of the two.
    const apart = moment.getTime() - (back?.getTime() ?? Number.NaN);
    assert.ok(
      apart === 0 || apart === 3_600_000 || apart === 1_800_000,
      `${zone} ${moment.toISOString()} ${apart}`,
    );
    assert.is(back && byIntl(back, zone), shown);
  }
});

test('have no day, hour, minute or second that calendars and clocks have not', () => {
  const day = { year: 2021, month: 9, day: 2 };
  for (const wrong of [
    { month: 0 },
    { month: 13 },
    { day: 0 },
    { day: 31 },
    { month: 2, day: 29 },
    { hour: 24 },
    { hour: -1 },
    { minute: 60 },
    { minute: -1 },
    { second: 60 },
  ])
    assert.is(momentOf({ ...day, ...wrong }, 'Europe/Moscow'), undefined, JSON.stringify(wrong));
  assert.is(momentOf({ year: 2020, month: 2, day: 29 }, 'UTC')?.toISOString(), '2020-02-29T00:00:00.000Z');
  assert.is(
    momentOf({ ...day, hour: 23, minute: 59, second: 59, millisecond: 999 }, 'UTC')?.toISOString(),
    '2021-09-02T23:59:59.999Z',
  );
});

test('are in zones that there are', () => {
  assert.equal(
    zones.filter((zone) => !isTimeZone(zone)),
    [],
  );
  assert.equal(['Mars/Base', '', 'Moscow', 'Europe/'].filter(isTimeZone), []);
});

test('part articles by year and month, in the zone of the site and in their order', async () => {
  const files = {
    'a.md': article({ title: 'A', date: '2021-12-31T22:00:00Z' }),
    'b.md': article({ title: 'B', date: '2021-12-31T20:00:00Z' }),
    'c.md': article({ title: 'C', date: '2021-11-30T20:00:00Z' }),
  };
  const { articles } = await buildFiles(files);
  const titles = (unit: 'year' | 'month', zone: string) =>
    [...groupByDate(articles, unit, zone)].map(
      ([key, group]) => `${key} ${group.map(({ title }) => title).join('')}`,
    );
  assert.equal(titles('year', 'UTC'), ['2021 ABC']);
  assert.equal(titles('year', 'Europe/Moscow'), ['2022 A', '2021 BC']);
  assert.equal(titles('month', 'UTC'), ['12 AB', '11 C']);
  assert.equal(titles('month', 'Asia/Tokyo'), ['1 AB', '12 C']);
});

test.run();
