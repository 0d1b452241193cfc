import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { impossibleDate } from '../../../src/articles/dates/impossible-date.js';

const test = suite('dates that do not exist');
const reading = { timezone: 'Pacific/Auckland', language: 'en', dateFormats: [] };

for (const [text, why] of [
  ['2026-02-30', 'February 2026 has 28 days'],
  ['2024-02-30 10:00', 'February 2024 has 29 days'],
  ['2026/04/31', 'April 2026 has 30 days'],
  ['32.09.2026', 'September 2026 has 30 days'],
  ['00.09.2026 12:00', 'September 2026 has 30 days'],
  ['2026-13-01', 'there is no month 13'],
  ['01.00.2026', 'there is no month 0'],
  ['Mon, 24 Nov 2026', 'that day is a Tuesday'],
  ['Monday, 24 November 2026 00:30 +0300', 'that day is a Tuesday'],
  ['Mon, 31 Nov 2026', undefined],
  ['Mon, 24 Xyz 2026', undefined],
  ['2026-02-28', undefined],
  ['2026-02-28 25:00', undefined],
  ['Tue, 24 Nov 2026 25:00', undefined],
  ['Someday, 24 Nov 2026', undefined],
  ['yesterday', undefined],
  ['', undefined],
] as const) {
  test(`"${text}": ${why ?? 'nothing to say'}`, () => assert.is(impossibleDate(text, reading), why));
}

test.run();
