import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type DateReading, parseDate } from '../../../src/articles/dates/parse-date.js';

const test = suite('dates');
const moscow: DateReading = { timezone: 'Europe/Moscow', language: 'ru', dateFormats: [] };
const newYork: DateReading = { timezone: 'America/New_York', language: 'en', dateFormats: [] };

function iso(text: string, reading: DateReading = moscow): string | undefined {
  return parseDate(text, reading)?.date.toISOString();
}

test('every form of the same moment', () => {
  for (const text of [
    '2021-09-02T11:30:00Z',
    '2021-09-02T11:30Z',
    '2021-09-02T14:30:00+03:00',
    '2021-09-02t14:30:00.000+0300',
    '2021-09-02 14:30 +0300',
    '2021-09-02 14:30:00 +03',
    '2021-09-02 14:30',
    '2021-09-02T14:30:00',
    '2021/09/02 14:30',
    '2021-9-2 14:30',
    '02.09.2021 14:30',
    '2.9.2021, 14:30',
    '2 сентября 2021 14:30',
    '2 сентября 2021 г., 14:30',
    '2 September 2021 14:30',
    'Thu, 02 Sep 2021 14:30:00 +0300',
    'Thu, 2 Sep 2021 11:30:00 GMT',
    '2 Sep 2021 07:30 EDT',
    '2021-09-02 07:30:00 EDT',
    '2021-09-02 2:30 PM',
    '2021-09-02 2:30pm +0300',
    '2021-09-02 11:30:00 +0000 UTC',
    '2021-09-02 14:30:00 +0300 MSK',
    'Sep 2, 2021 14:30',
    'September 2nd, 2021, 2:30 PM',
    'Thu Sep 02 2021 14:30:00 GMT+0300 (Moscow Standard Time)',
    'Thu Sep 2 11:30:00 2021',
    'Thu Sep  2 07:30:00 EDT 2021',
    'Thu Sep  2 13:30:00 CEST 2021',
    'Sep 2 2021 2:30:00 PM +03:00',
    '02-Sep-2021 14:30 MSK',
    '20210902 14:30 +0300',
    '2021-09-02 14:30:00 2021 +0300',
    '14:30 +0300, 2 September 2021',
  ]) {
    assert.is(iso(text), '2021-09-02T11:30:00.000Z', text);
  }
});

test('a day without time begins at midnight of the site', () => {
  for (const text of [
    '2021-09-02',
    '02.09.2021',
    '2 сентября 2021',
    '2 сентября 2021 г.',
    'September 2, 2021',
    'Sep 2, 2021',
    'Sep 02 2021',
    'September 2nd, 2021',
    '2nd September 2021',
  ]) {
    assert.is(iso(text), '2021-09-01T21:00:00.000Z', text);
  }
});

test('what is no date, or no such day or hour, is refused', () => {
  for (const text of [
    '',
    'soon',
    'git Last Modified',
    '12345',
    '31.02.2021',
    '2021-02-29',
    '2021-09-02 13:30 PM',
    '2021-09-02 0:30 am',
    '2021-13-01',
    '2021-09-02T24:01',
    '2021-02-29T24:00',
    '2021-09-02 24:00:01',
    '2021-09-02T10:60',
    '2021-06-30T23:58:60Z',
    '2021-06-30T23:59:61Z',
    '02.09.21',
    'Fri, 02 Sep 2021 10:00:00 GMT',
    '2021-09-02T10:00+25:00',
    '2021-09-02T10:00+03:99',
    '0021-01-01',
    '99999-01-01',
    '2021-09-02T10:00 XYZ',
  ]) {
    assert.is(iso(text), undefined, text);
  }
});

test('the end of a day is the beginning of the next one, and a leap second the last one of its minute', () => {
  for (const text of ['2021-08-31T24:00', '2021-08-31 24:00:00', '31.08.2021 24:00', '31 August 2021 24:00'])
    assert.is(iso(text), iso('2021-09-01'), text);
  assert.is(iso('2021-12-31T24:00:00Z'), '2022-01-01T00:00:00.000Z');
  assert.is(iso('2016-12-31T23:59:60Z'), '2016-12-31T23:59:59.000Z');
  assert.is(iso('2017-01-01 05:59:60 +06:00'), '2016-12-31T23:59:59.000Z');
  assert.is(iso('2017-01-01 05:29:60 +05:30'), '2016-12-31T23:59:59.000Z');
});

test('an offset that was written is kept, and none is made up', () => {
  for (const [text, offset] of Object.entries({
    '2021-09-02T14:30:00+03:00': 180,
    '2021-09-02 14:30 -0930': -570,
    '2021-09-02 14:30 Z': 0,
    '02.09.2021 14:30 EDT': -240,
    'Thu, 02 Sep 2021 14:30:00 +0545': 345,
    'Thu Sep  2 14:30:00 2021': 0,
    '2021-09-02': undefined,
    '02.09.2021 14:30': undefined,
    '2 September 2021 14:30': undefined,
  })) {
    assert.is(parseDate(text, moscow)?.offset, offset, text);
  }
  const own = (form: string) => ({ ...moscow, dateFormats: [form] });
  assert.is(parseDate('14:30 2/9/2021 +05:00', own('HH:mm d/M/yyyy xxx'))?.offset, 300);
  assert.is(parseDate('14:30 2/9/2021', own('HH:mm d/M/yyyy'))?.offset, undefined);
});

test('years before 1970 and after 2038', () => {
  assert.is(iso('1969-12-31', { ...moscow, timezone: 'UTC' }), '1969-12-31T00:00:00.000Z');
  assert.is(iso('1838-01-02T00:00Z'), '1838-01-02T00:00:00.000Z');
  assert.is(iso('2040-02-29', { ...moscow, timezone: 'UTC' }), '2040-02-29T00:00:00.000Z');
});

test('an hour that clocks skip moves forward by what they skip', () => {
  assert.is(iso('2021-03-14 02:30', newYork), '2021-03-14T07:30:00.000Z');
  assert.is(iso('2021-03-14 01:59', newYork), '2021-03-14T06:59:00.000Z');
  assert.is(iso('2021-03-14 03:00', newYork), '2021-03-14T07:00:00.000Z');
});

test('an hour that clocks show twice is the first of the two', () => {
  assert.is(iso('2021-11-07 01:30', newYork), '2021-11-07T05:30:00.000Z');
  assert.is(iso('2021-11-07 02:00', newYork), '2021-11-07T07:00:00.000Z');
  assert.is(
    iso('2021-04-04 01:45', { ...newYork, timezone: 'Australia/Lord_Howe' }),
    '2021-04-03T14:45:00.000Z',
  );
});

test('a day that a zone skipped, and zones with odd offsets', () => {
  assert.is(iso('2011-12-30', { ...newYork, timezone: 'Pacific/Apia' }), '2011-12-30T10:00:00.000Z');
  assert.is(iso('2021-01-01', { ...newYork, timezone: 'Asia/Kathmandu' }), '2020-12-31T18:15:00.000Z');
  assert.is(iso('2021-07-01', { ...newYork, timezone: 'America/St_Johns' }), '2021-07-01T02:30:00.000Z');
});

test("the site's own forms come first", () => {
  const reading = { ...newYork, timezone: 'UTC', dateFormats: ['d/M/yyyy', 'yyyyMMdd HHmm'] };
  assert.is(iso('3/2/2021', reading), '2021-02-03T00:00:00.000Z');
  assert.is(iso('20210203 1405', reading), '2021-02-03T14:05:00.000Z');
  assert.is(iso('2021-02-03', reading), '2021-02-03T00:00:00.000Z');
});

test('months in other languages', () => {
  assert.is(
    iso('2. September 2021', { ...moscow, timezone: 'UTC', language: 'de', dateFormats: ['d. MMMM yyyy'] }),
    '2021-09-02T00:00:00.000Z',
  );
  assert.is(
    iso('2 septembre 2021', { ...moscow, timezone: 'UTC', language: 'fr-CA' }),
    '2021-09-02T00:00:00.000Z',
  );
});

/** Edges of what a date may be, each with the moment that it is; nothing where it is none. */
const edges: [text: string, moment: string | undefined][] = [
  ['2021-09-02T14:30:00+05:30', '2021-09-02T09:00:00.000Z'],
  ['2021-09-02T14:30:00-03:30', '2021-09-02T18:00:00.000Z'],
  ['2021-09-02T14:30:00+0545', '2021-09-02T08:45:00.000Z'],
  ['2021-09-02T14:30:00+14:00', '2021-09-02T00:30:00.000Z'],
  ['2021-09-02T14:30:00-12', '2021-09-03T02:30:00.000Z'],
  ['2021-09-02T11:30:00.5Z', '2021-09-02T11:30:00.500Z'],
  ['2021-09-02T11:30:00.05Z', '2021-09-02T11:30:00.050Z'],
  ['2021-09-02T11:30:00.005Z', '2021-09-02T11:30:00.005Z'],
  ['2021-09-02T11:30:00.123456789Z', '2021-09-02T11:30:00.123Z'],
  ['Thu Sep  2 14:30:00 2021', '2021-09-02T14:30:00.000Z'],
  ['at Thu Sep  2 14:30:00 2021', '2021-09-02T11:30:00.000Z'],
  ['2021-07-02 10:00:00 PDT', '2021-07-02T17:00:00.000Z'],
  ['2021-01-02 10:00:00 PST', '2021-01-02T18:00:00.000Z'],
  ['2021-07-02 10:00:00 EDT', '2021-07-02T14:00:00.000Z'],
  ['2021-01-02 10:00:00 EST', '2021-01-02T15:00:00.000Z'],
  ['2021-07-02 10:00:00 CEST', '2021-07-02T08:00:00.000Z'],
  ['2021-01-02 10:00:00 CET', '2021-01-02T09:00:00.000Z'],
  ['2021-01-02 10:00:00 JST', '2021-01-02T01:00:00.000Z'],
  ['2021-09-02 12:00 AM', '2021-09-01T21:00:00.000Z'],
  ['2021-09-02 12:59 am', '2021-09-01T21:59:00.000Z'],
  ['2021-09-02 12:00 PM', '2021-09-02T09:00:00.000Z'],
  ['2021-09-02 11:59 pm', '2021-09-02T20:59:00.000Z'],
  ['2021-09-02 0:30 PM', undefined],
  ['2021-09-02 13:00 AM', undefined],
  ['2020-02-29', '2020-02-28T21:00:00.000Z'],
  ['2021-02-29', undefined],
  ['2000-02-29', '2000-02-28T21:00:00.000Z'],
  ['1900-02-29', undefined],
  ['2021-04-31', undefined],
  ['2021-00-10', undefined],
  ['2021-13-10', undefined],
  ['2021-09-00', undefined],
  ['2021-09-02 23:59:59', '2021-09-02T20:59:59.000Z'],
  ['2021-09-02 24:01', undefined],
  ['2021-09-02 10:60', undefined],
  ['2021-09-02 10:00:61', undefined],
  ['01.01.2021', '2020-12-31T21:00:00.000Z'],
  ['31.12.2021 23:59', '2021-12-31T20:59:00.000Z'],
  ['31.11.2021', undefined],
  ['1.2.2021', '2021-01-31T21:00:00.000Z'],
  ['12.31.2021', undefined],
  ['', undefined],
  ['2021', undefined],
  ['02.09.21', undefined],
];

for (const [text, moment] of edges) {
  test(`"${text}" is ${moment ?? 'no date'}`, () => assert.is(iso(text), moment));
}

test('where clocks change, each time of day is one moment, and what is skipped is the one after', () => {
  const at = (text: string) => iso(text, newYork);
  assert.is(at('2021-03-14 01:59'), '2021-03-14T06:59:00.000Z');
  assert.is(at('2021-03-14 03:00'), '2021-03-14T07:00:00.000Z');
  assert.is(at('2021-11-07 00:59'), '2021-11-07T04:59:00.000Z');
  assert.is(at('2021-11-07 02:00'), '2021-11-07T07:00:00.000Z');
});

test.run();
