/** What recordings say about themselves: compared with what ffmpeg put into them, and with what ffprobe reads. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readMedia } from '../../src/media/read-media.js';
import { suiteWithPrograms } from '../support/available.js';
import { durationByFfprobe, Recordings, recordingPrograms } from '../support/recordings.js';

const test = suiteWithPrograms('recordings', recordingPrograms);
const recordings = new Recordings();
const chapters = [
  { start: 0, title: 'Ferry' },
  { start: 2, title: 'Библиотека' },
];

for (const [name, hasChapters] of [
  ['a.mp3', true],
  ['a.m4a', true],
  ['a.mp4', true],
  ['a.webm', false],
  ['a.opus', true],
  ['a.ogg', false],
  ['a.flac', false],
] as const) {
  test(`${name}: title, numbers, chapters, and a duration within a tenth of a second`, async () => {
    const file = recordings.make(name);
    const { info } = await readMedia(file);
    assert.ok(Math.abs((info.duration ?? 0) - durationByFfprobe(file)) < 0.1, String(info.duration));
    assert.equal([info.title, info.track], ['The week & more', 3]);
    // FFmpeg writes no disc into Matroska that others find.
    if (name !== 'a.webm') assert.is(info.disc, 2);
    assert.equal(info.chapters, hasChapters ? chapters : undefined);
    const isFilm = /mp4|webm/.test(name);
    assert.equal([info.width, info.height], isFilm ? [320, 180] : [undefined, undefined]);
  });
}

test('wav: no tags, and a duration', async () => {
  const file = recordings.make('a.wav');
  const { info } = await readMedia(file);
  assert.ok(Math.abs((info.duration ?? 0) - durationByFfprobe(file)) < 0.1);
});

test('an MP3 with a constant bit rate and no header that says how long it is', async () => {
  const file = recordings.make('plain.mp3', ['-write_xing', '0']);
  const { info } = await readMedia(file);
  assert.ok(Math.abs((info.duration ?? 0) - durationByFfprobe(recordings.make('a.mp3'))) < 0.1);
});

test('an MP3 with a variable bit rate and no such header is read to its end', async () => {
  const file = recordings.make('variable.mp3', ['-write_xing', '0', '-b:a', '0', '-q:a', '6']);
  const { info } = await readMedia(file);
  // FFprobe estimates such files by their first frames, and is seconds off.
  assert.ok(Math.abs((info.duration ?? 0) - durationByFfprobe(recordings.make('a.wav'))) < 0.2);
});

test('a cover, with its type', async () => {
  const { cover } = await readMedia(recordings.withCover('cover.mp3'));
  assert.is(cover?.type, 'image/jpeg');
  assert.equal([...(cover?.bytes.subarray(0, 3) ?? [])], [0xff, 0xd8, 0xff]);
});

test('what does not play says so', async () => {
  const file = recordings.make('broken.m4a');
  writeFileSync(file, 'No recording at all.');
  const empty = recordings.make('empty.mp3');
  writeFileSync(empty, '');
  const half = recordings.make('half.mp3');
  writeFileSync(half, readFileSync(half).subarray(0, 200));
  for (const each of [file, empty, half]) {
    const failed = await readMedia(each).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.instance(failed, Error);
  }
});

test('a Matroska file that is cut off anywhere near its beginning comes to an end', async () => {
  const whole = readFileSync(recordings.make('whole.mka', ['-c:a', 'libvorbis']));
  const cut = recordings.make('cut.mka', ['-c:a', 'libvorbis']);
  for (let length = 0; length < 1200; length += 4) {
    writeFileSync(cut, whole.subarray(0, length));
    const { info } = await readMedia(cut).catch(() => ({ info: {} }));
    assert.ok(!('duration' in info) || Number.isFinite(info.duration), String(length));
  }
});

test('several files at once are told apart', async () => {
  const [a, b] = [recordings.make('one.m4a'), recordings.make('two.m4a')];
  copyFileSync(recordings.make('short.m4a', ['-t', '2']), b);
  const [first, second] = await Promise.all([readMedia(a), readMedia(b)]);
  assert.ok((first.info.duration ?? 0) > 4 && (second.info.duration ?? 0) < 2.5);
});

test.run();

const sample = suite('recordings of the sample');

sample('are read without any program', async () => {
  const fileOf = (name: string) => fileURLToPath(new URL(`../../articles/${name}`, import.meta.url));
  const [mp3, m4a] = await Promise.all([
    readMedia(fileOf('week-of-the-forum.mp3')),
    readMedia(fileOf('week-of-the-forum.m4a')),
  ]);
  assert.equal([mp3.info.duration, m4a.info.duration], [26.645, 26.593]);
  const titles = ['Welcome', 'The forum', 'Heat pumps', 'The budget'];
  for (const { info } of [mp3, m4a]) {
    assert.equal(
      info.chapters?.map(({ title }) => title),
      titles,
    );
    assert.equal([info.title, info.track], ['The week, read aloud: a forum, heat pumps, the budget', 2]);
  }
});

sample.run();
