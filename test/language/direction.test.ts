import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { directionOf } from '../../src/language/direction.js';

const test = suite('the direction of languages');

for (const language of 'ar he fa ur yi ps dv ug syr ku-Arab az-Arab ar-EG pa-PK sd'.split(' '))
  test(`${language} is written from the right`, () => assert.is(directionOf(language), 'rtl'));

for (const language of 'en ru ku az pa ar-Latn zh ja und no-tag-at-all'.split(' '))
  test(`${language} is written from the left`, () => assert.is(directionOf(language), 'ltr'));

test.run();
