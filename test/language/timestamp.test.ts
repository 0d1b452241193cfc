import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rfc822, rfc3339, wallTimeAtOffset } from '../../src/language/timestamp.js';

const test = suite('timestamps');

for (const [iso, offset, in3339, in822] of [
  ['2021-09-01T21:00:00Z', 180, '2021-09-02T00:00:00+03:00', 'Thu, 02 Sep 2021 00:00:00 +0300'],
  ['2021-09-01T21:00:00Z', 0, '2021-09-01T21:00:00Z', 'Wed, 01 Sep 2021 21:00:00 GMT'],
  ['2021-01-01T02:15:00Z', -210, '2020-12-31T22:45:00-03:30', 'Thu, 31 Dec 2020 22:45:00 -0330'],
  ['2021-09-01T21:00:00.250Z', 345, '2021-09-02T02:45:00.250+05:45', 'Thu, 02 Sep 2021 02:45:00 +0545'],
  ['2021-09-01T21:00:00.250Z', 0, '2021-09-01T21:00:00.250Z', 'Wed, 01 Sep 2021 21:00:00 GMT'],
  ['1838-01-02T23:59:59Z', 600, '1838-01-03T09:59:59+10:00', 'Wed, 03 Jan 1838 09:59:59 +1000'],
] as const) {
  test(`${iso} by a clock that is ${offset} minutes ahead`, () => {
    const timestamp = { date: new Date(iso), offset };
    assert.is(rfc3339(timestamp), in3339);
    assert.is(rfc822(timestamp), in822);
    assert.is(Date.parse(in3339), Date.parse(iso));
    assert.is(Date.parse(in822), Math.floor(Date.parse(iso) / 1000) * 1000);
    const { year, month, day, hour, minute } = wallTimeAtOffset(timestamp);
    const shown = [year, month, day, hour, minute].map((part) => String(part).padStart(2, '0'));
    assert.is(`${shown.slice(0, 3).join('-')}T${shown.slice(3).join(':')}`, in3339.slice(0, 16));
  });
}

test.run();
