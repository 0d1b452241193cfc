import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeDate, writeMonth } from '../../src/language/write-date.js';

const test = suite('dates that people read');

test('every day of a year is what English calendars write, in both their habits', () => {
  for (const [language, timeZone] of [
    ['en', 'America/New_York'],
    ['en-GB', 'Europe/London'],
  ] as const) {
    const intl = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
      dateStyle: 'long',
      timeZone,
    });
    for (let day = 0; day < 366; day += 1) {
      const moment = new Date(Date.UTC(2020, 0, 1, 3, 30) + day * 86_400_000);
      assert.is(writeDate(moment, language, timeZone), intl.format(moment));
    }
  }
});

test('other languages write as they do, whatever the clocks of this machine', () => {
  const moment = new Date('2021-09-01T21:30:00Z');
  const zone = process.env.TZ;
  try {
    for (const machine of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = machine;
      assert.is(writeDate(moment, 'ru', 'Europe/Moscow'), '2 сентября 2021 г.');
      assert.is(writeDate(moment, 'de', 'UTC'), '1. September 2021');
      assert.is(writeDate(moment, 'fr', 'Asia/Tokyo'), '2 septembre 2021');
      assert.is(writeDate(moment, 'xx', 'UTC'), 'September 1, 2021');
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('a day that a zone left out is written all the same', () => {
  const zone = process.env.TZ;
  try {
    process.env.TZ = 'Pacific/Apia';
    assert.is(writeDate(new Date('2011-12-30T12:00:00Z'), 'en', 'UTC'), 'December 30, 2011');
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('months are headings', () => {
  const at = (month: number) => new Date(Date.UTC(2021, month, 15));
  const intl = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
  for (let month = 0; month < 12; month += 1) assert.is(writeMonth(at(month), 'en'), intl.format(at(month)));
  assert.is(writeMonth(at(8), 'ru'), 'Сентябрь');
});

test.run();
