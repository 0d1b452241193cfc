import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readTranscript } from '../../src/media/transcript.js';

const test = suite('transcripts');

const vtt = `WEBVTT - by somebody

NOTE a comment
that nobody reads

STYLE
::cue { color: red }

intro
00:01.500 --> 00:04.000 align:start
<v Ann>Good <i>evening</i> &amp; welcome.</v>

00:00:04.000 --> 00:00:06.000
<v Ann>The ferry
is back.</v>

01:02:06.000 --> 01:02:08.000
<v Bob>Is it?</v>
`;

test('WebVTT: cues of one speaker are a paragraph, without marks', () => {
  assert.equal(readTranscript(`\uFEFF${vtt.replaceAll('\n', '\r\n')}`, 'text/vtt'), [
    { start: 1.5, speaker: 'Ann', text: 'Good evening & welcome. The ferry is back.' },
    { start: 3726, speaker: 'Bob', text: 'Is it?' },
  ]);
});

test('SubRip: numbers and commas', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,000 --> 00:00:03,250\n<font color="red">Two.</font>\n';
  assert.equal(readTranscript(srt, 'application/x-subrip'), [{ start: 1, text: 'One. Two.' }]);
});

test('plain text: paragraphs as they are', () => {
  assert.equal(readTranscript('One\nline.\n\n\nTwo.\n', 'text/plain'), [
    { text: 'One line.' },
    { text: 'Two.' },
  ]);
});

test('a long monologue is cut where a sentence ends', () => {
  const cue = (second: number, text: string) =>
    `00:${String(second).padStart(2, '0')}.000 --> 00:59.000\n${text}\n`;
  const sentence = 'A sentence that has some length, and then some more of it';
  const cues = Array.from({ length: 20 }, (_, index) => cue(index, `${sentence} ${index}.`));
  const paragraphs = readTranscript(`WEBVTT\n\n${cues.join('\n')}`, 'text/vtt');
  assert.is(paragraphs.length, 3);
  for (const { text } of paragraphs) assert.match(text, /\.$/);
  assert.equal(
    paragraphs.map(({ start }) => start),
    [0, 7, 14],
  );
});

test('captions that repeat what stands above them are shown once', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe ferry\n\n00:02.000 --> 00:03.000\nThe ferry\n';
  assert.equal(readTranscript(text, 'text/vtt'), [{ start: 1, text: 'The ferry' }]);
});

test('what is said twice stays, and each who speaks has a paragraph', () => {
  const text =
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>No.\n\n00:03.000 --> 00:04.000\n<v Ann>No.\n\n' +
    '00:05.000 --> 00:06.000\n<v Ann>I said also</v> <v Bob>so\n\n00:06.000 --> 00:07.000\nOff stage.\n';
  assert.equal(readTranscript(text, 'text/vtt'), [
    { start: 1, speaker: 'Ann', text: 'No. No. I said also' },
    { start: 5, speaker: 'Bob', text: 'so' },
    { start: 6, text: 'Off stage.' },
  ]);
});

test('what has no cues is empty', () => {
  assert.equal(readTranscript('', 'text/vtt'), []);
  assert.equal(readTranscript('WEBVTT\n\nno times\n', 'text/vtt'), []);
});

test.run();
