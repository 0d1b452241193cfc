import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { combineAttacks } from './combine.js';

const test = suite('attacks together');

test('do no more harm than each alone', async () => {
  assert.equal(await combineAttacks(40), []);
});

test.run();
