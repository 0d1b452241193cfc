import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDate } from '../../../src/articles/dates/parse-date.js';
import { randomFrom } from '../../support/random.js';

const test = suite('dates in words');

function iso(text: string, timezone = 'UTC'): string | undefined {
  return parseDate(text, { timezone, language: 'en', dateFormats: [] })?.date.toISOString();
}

/** Zones by name, with what their clocks are ahead of UTC, as `Time.parse` of Ruby and RFC 5322 have them. */
const zones: Readonly<Record<string, string>> = {
  ...{
    Z: '+00:00',
    UT: '+00:00',
    UTC: '+00:00',
    GMT: '+00:00',
    WET: '+00:00',
    WEST: '+01:00',
    BST: '+01:00',
  },
  ...{
    CET: '+01:00',
    MEZ: '+01:00',
    CEST: '+02:00',
    MEST: '+02:00',
    MESZ: '+02:00',
    EET: '+02:00',
    EEST: '+03:00',
  },
  ...{ MSK: '+03:00', MSD: '+04:00', JST: '+09:00', KST: '+09:00', AEST: '+10:00', AEDT: '+11:00' },
  ...{ NZST: '+12:00', NZDT: '+13:00', NST: '-03:30', NDT: '-02:30', AST: '-04:00', ADT: '-03:00' },
  ...{
    EST: '-05:00',
    EDT: '-04:00',
    CST: '-06:00',
    CDT: '-05:00',
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
  },
  ...{ PDT: '-07:00', AKST: '-09:00', AKDT: '-08:00', HST: '-10:00', BRT: '-03:00', ART: '-03:00' },
};

for (const [name, offset] of Object.entries(zones)) {
  test(`${name} is ${offset}`, () => {
    const moment = new Date(`2021-09-02T14:30:15${offset}`).toISOString();
    assert.is(iso(`Thu Sep 2 14:30:15 ${name} 2021`), moment);
    assert.is(iso(`2 Sep 2021 14:30:15 ${name.toLowerCase()}`), moment);
  });
}

/** What is said in words, and the moment; nothing where it is none, or says two things at once. */
const said: [text: string, moment: string | undefined][] = [
  ['Thu, 2 Sep 2021 10:00', '2021-09-02T10:00:00.000Z'],
  ['Wed, 2 Sep 2021 10:00', undefined],
  ['Sun, 5 Sep 2021', '2021-09-05T00:00:00.000Z'],
  ['Sunday, 5 September 2021', '2021-09-05T00:00:00.000Z'],
  ['Thurs 2 Sept 2021', '2021-09-02T00:00:00.000Z'],
  ['Thur 2 Sept 2021', '2021-09-02T00:00:00.000Z'],
  ['Tues 7 Sep 2021', '2021-09-07T00:00:00.000Z'],
  ['Wednes 8 Sep 2021', '2021-09-08T00:00:00.000Z'],
  ['Wedding 8 Sep 2021', undefined],
  ['2 Septem 2021 10:00', '2021-09-02T10:00:00.000Z'],
  ['2 Septx 2021', undefined],
  ['2 Mayor 2021', undefined],
  ['2 Se 2021', undefined],
  ['2 Sep Sep 2021', undefined],
  ['2 Sep Oct 2021', undefined],
  ['2 3 Sep 2021', undefined],
  ['2 Sep 2021 10:00 11:00', undefined],
  ['2 Sep 2021 10:00 UTC EST', undefined],
  ['2 Sep 2021 10:00 2021', '2021-09-02T10:00:00.000Z'],
  ['2 Sep 2021 10:00 2022', undefined],
  ['2-Sep-2021 10:00', '2021-09-02T10:00:00.000Z'],
  ['2-Sap-2021 10:00', undefined],
  ['20210902 10:00', '2021-09-02T10:00:00.000Z'],
  ['Sep 2nd 2021 at 2:30 p.m.', '2021-09-02T14:30:00.000Z'],
  ['Sep 2nd 2021 at 2:30 a.m.', '2021-09-02T02:30:00.000Z'],
  ['Sep 3rd 2021 2:30pm', '2021-09-03T14:30:00.000Z'],
  ['Sep 1st 2021 12:00am', '2021-09-01T00:00:00.000Z'],
  ['Sep 3rd 2021 12:00 pm', '2021-09-03T12:00:00.000Z'],
  ['Sep 4th 2021 12:59:59 PM', '2021-09-04T12:59:59.000Z'],
  ['Sep 2 2021 0:30 am', undefined],
  ['Sep 2 2021 13:30 pm', undefined],
  ['Sep 2 2021 10:00:00.25 +0000', '2021-09-02T10:00:00.250Z'],
  ['Sep 2 2021 10:00 GMT+5', '2021-09-02T05:00:00.000Z'],
  ['Sep 2 2021 10:00 UTC-03:30', '2021-09-02T13:30:00.000Z'],
  ['Sep 2 2021 10:00 +24:00', undefined],
  ['Sep 2 2021 10:00 +05:60', undefined],
  ['Sep 2 2021 10:00 nowhere', undefined],
  ['Sep 2 2021 2:30 xpm', undefined],
  ['Sep 31 2021', undefined],
  ['Sep 2021', undefined],
  ['2 Sep', undefined],
  ['Thu Sep  2 14:30:00 2021', '2021-09-02T14:30:00.000Z'],
];

for (const [text, moment] of said) {
  test(`"${text}" is ${moment ?? 'no date'}`, () => assert.is(iso(text), moment));
}

test('a moment without a zone is one of the site, but that which C prints is in UTC', () => {
  assert.is(iso('2 Sep 2021 14:30:00', 'Europe/Moscow'), '2021-09-02T11:30:00.000Z');
  assert.is(iso('Thu Sep  2 14:30:00 2021', 'Europe/Moscow'), '2021-09-02T14:30:00.000Z');
  assert.is(iso('Thu Sep 2 2021 14:30:00', 'Europe/Moscow'), '2021-09-02T11:30:00.000Z');
});

test('every form that a program writes is read as the moment that it wrote', () => {
  const random = randomFrom(7);
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
  const pad = (value: number) => String(value).padStart(2, '0');
  for (let round = 0; round < 3000; round += 1) {
    const minutes = Math.floor(random() * 105) * 15 - 720;
    const wall = new Date(
      Date.UTC(1971 + Math.floor(random() * 100), 0, 1) + Math.floor(random() * 31_536_000) * 1000,
    );
    const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
    const [hour, minute, second] = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()];
    const [sign, ahead] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
    const [hours, rest] = [pad(Math.floor(ahead / 60)), pad(ahead % 60)];
    const clock = `${pad(hour)}:${pad(minute)}:${pad(second)}`;
    const moment = new Date(wall.getTime() - minutes * 60_000).toISOString();
    for (const text of [
      `${days[wall.getUTCDay()]}, ${pad(day)} ${months[month]} ${year} ${clock} ${sign}${hours}${rest}`,
      `${days[wall.getUTCDay()]} ${months[month]} ${pad(day)} ${year} ${clock} GMT${sign}${hours}${rest} (Some Time)`,
      `${year}-${pad(month + 1)}-${pad(day)}T${clock}${sign}${hours}:${rest}`,
      `${year}-${pad(month + 1)}-${pad(day)} ${clock} ${sign}${hours}${rest}`,
      `${pad(day)}.${pad(month + 1)}.${year} ${clock} ${sign}${hours}:${rest}`,
      `${months[month]} ${day}, ${year} ${hour % 12 || 12}:${pad(minute)}:${pad(second)} ${hour < 12 ? 'AM' : 'PM'} ${sign}${hours}${rest}`,
    ])
      assert.is(iso(text, 'Asia/Tokyo'), moment, text);
  }
});

test.run();
