/** Where summaries end: the marks in a body, and what a site has instead. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markSummaryEnds } from '../../src/body/summary.js';

const test = suite('ends of summaries');

/** The text with `|0|` in the place of the first mark, and what was written there. */
function marked(body: string, own?: string): [text: string, written: readonly string[]] {
  const { text, word, written } = markSummaryEnds(body, own);
  const plain = word === '' ? text : text.replace(new RegExp(`${word}(\\d+)z`, 'g'), '|$1|');
  return [plain, written];
}

test('the usual marks', () => {
  const usual = [
    '<!--more-->',
    '<!-- more -->',
    '<!-- MORE -->',
    '<!-- truncate -->',
    '<!-- end_excerpt -->',
  ];
  for (const mark of [...usual, '<!--end of excerpt-->', '<!-- end-excerpt -->'])
    assert.equal(marked(`a ${mark} b`), ['a |0| b', [mark]]);
  assert.equal(marked('a <!-- no more --> b'), ['a <!-- no more --> b', []]);
  assert.equal(marked(''), ['', []]);
});

test('several are told apart', () => {
  assert.equal(marked('a<!--more-->b<!-- truncate -->c'), [
    'a|0|b|1|c',
    ['<!--more-->', '<!-- truncate -->'],
  ]);
});

test('one that stands alone becomes a paragraph, where that can be', () => {
  assert.equal(marked('a\n<!--more-->\nb')[0], 'a\n\n\n|0|\n\n\nb');
  assert.equal(marked('- a\n  <!--more-->  \n  b')[0], '- a\n  \n\n  |0|\n\n  \n  b');
  assert.equal(marked('<!--more-->')[0], '\n\n|0|\n\n');
  for (const beside of [
    'a\n<!--more--> b',
    'a\nb <!--more-->\n',
    'a\n    <!--more-->\nb',
    'a\n> <!--more-->\n',
  ])
    assert.equal(marked(beside)[0], beside.replace('<!--more-->', '|0|'), beside);
});

test('what the site has instead counts where it is, letter by letter', () => {
  assert.equal(marked('a\n\n[...]\n\nb <!--more--> c', '[...]')[1], ['[...]']);
  assert.equal(marked('a (x+) b xx', '(x+)'), ['a |0| b xx', ['(x+)']]);
  assert.equal(marked('a <!--more--> b', '[...]')[1], ['<!--more-->']);
  for (const nothing of ['', ' \n', undefined])
    assert.equal(marked('a <!--more--> b', nothing)[1], ['<!--more-->']);
});

test('as many as fit into an article are found before the time of a file is over', () => {
  const [text, written] = marked('<!--more-->'.repeat(300_000));
  assert.is(written.length, 300_000);
  assert.ok(text.startsWith('|0||1|') && text.endsWith('|299999|'));
});

test.run();
