import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { growTexts } from './grow-texts.js';

const test = suite('texts that grow');

test('take time in proportion to their length, or are refused', async () => {
  assert.equal(await growTexts(80), []);
});

test.run();
