import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { evaluate } from '../../src/dialects/expression.js';

const test = suite('expressions of Liquid and Nunjucks');
const variables = {
  title: 'A Title',
  'page.url': '/a/',
  'page.date': new Date('2021-09-02T03:04:05Z'),
  nothing: undefined,
};

const cases: [expression: string, value: string | undefined][] = [
  ['title', 'A Title'],
  ['page.url', '/a/'],
  ['page.date', '2021-09-02T03:04:05.000Z'],
  ['"a b"', 'a b'],
  ['\'a "b"\'', 'a "b"'],
  ['""', ''],
  ['"a" b', undefined],
  ['"a', undefined],
  ['42', '42'],
  ['4.2', undefined],
  ['nothing', undefined],
  ['unknown', undefined],
  ['constructor', undefined],
  ['', undefined],
  ['title | upcase', 'A TITLE'],
  ['title | upper', 'A TITLE'],
  ['title | downcase', 'a title'],
  ['title | lower', 'a title'],
  ['title | slug', 'a-title'],
  ['title | slugify', 'a-title'],
  ['"  a " | strip', 'a'],
  ['"  a " | trim', 'a'],
  ['title | append: "!"', 'A Title!'],
  ["title | prepend: '> '", '> A Title'],
  ['title | append("!")', 'A Title!'],
  ['title | append: 7', 'A Title7'],
  ['title | append: other', 'A Title'],
  ['"/x/" | url', '/x/'],
  ['"/x/" | relative_url', '/x/'],
  ['"/x/" | absolute_url', '/x/'],
  ['"/x/" | htmlBaseUrl', '/x/'],
  ['"<b>" | safe | raw | escape', '<b>'],
  ['page.date | date: "%Y/%m/%d %H:%M:%S %q %-d"', '2021/09/02 03:04:05 %q 02'],
  ['title | date: "%Y"', 'A Title'],
  ['page.date | upcase', '2021-09-02T03:04:05.000Z'],
  ['title | unknown', undefined],
  ['title | toString', undefined],
  ['title | upcase) x', undefined],
  ['title | upcase | append: "x"', 'A TITLEx'],
  ['unknown | upcase', undefined],
  ['title||upcase', undefined],
];

for (const [expression, value] of cases) {
  test(`{{ ${expression} }} is ${value ?? 'not known'}`, () =>
    assert.is(evaluate(expression, variables), value));
}

test.run();
