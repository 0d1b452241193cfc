/** What is taken over of the numbers, texts and pictures in media files. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chaptersFrom, coverFrom, lineFrom, pictureType, positive, whole } from '../../src/media/cleaned.js';

const test = suite('what media files say');

test('a text is one line without characters that XML cannot hold', () => {
  assert.is(lineFrom(' One\n\u0000\u0008two \ud800'), 'One two');
  for (const nothing of ['', ' \n', '\u0000', null, undefined]) assert.is(lineFrom(nothing), undefined);
});

test('numbers are more than nothing, with three decimals', () => {
  const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
  assert.equal(positive({ a: 1.23456, b: 0, c: -1, d: none, e: infinite, f: undefined, g: 0.5 }), {
    a: 1.235,
    g: 0.5,
  });
  assert.equal(whole({ a: 1, b: 0, c: -1, d: 1.5, e: infinite, f: null, g: undefined, h: 2 ** 53 }), {
    a: 1,
  });
});

test('chapters have a title and begin while it plays, in their order', () => {
  const chapters = [
    { start: 20.00049, title: ' Third\n' },
    { start: 0, title: 'First', url: 'https://example.org/a b' },
    { start: 10, title: 'Second', url: 'javascript:alert(1)' },
    { start: -1, title: 'Before' },
    { start: 30, title: 'At the end' },
    { start: 5, title: '' },
    { start: 6 },
    { start: Number.NaN, title: 'Nowhere' },
  ];
  assert.equal(chaptersFrom(chapters, 30), {
    chapters: [
      { start: 0, title: 'First', url: 'https://example.org/a%20b' },
      { start: 10, title: 'Second' },
      { start: 20, title: 'Third' },
    ],
  });
  assert.is(chaptersFrom(chapters).chapters?.length, 4);
  assert.equal(chaptersFrom([{ start: 1, title: 'A', url: 'http://' }]), {
    chapters: [{ start: 1, title: 'A' }],
  });
  assert.equal(chaptersFrom([]), {});
});

test('a picture is JPEG or PNG by its first bytes', () => {
  const [jpeg, png] = [Buffer.from('ffd8ffe0', 'hex'), Buffer.from('89504e470d', 'hex')];
  assert.equal([pictureType(jpeg), pictureType(png)], ['image/jpeg', 'image/png']);
  assert.equal(coverFrom(png), { type: 'image/png', bytes: png });
  for (const other of ['ffd8', '47494638', '', 'ffd7ffe0'])
    assert.is(coverFrom(Buffer.from(other, 'hex')), undefined, other);
  assert.is(coverFrom(undefined), undefined);
});

test.run();
